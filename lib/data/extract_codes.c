/* Which instruments are to be extracted. */
#include "data/extract.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "data/instruments.h"

/* The size of an instrument's prices, 0 when there are none. */
static double
size_of(const struct extract *x, const char *code)
{
	return data_size(x->data, "multiple_prices_csv", code) + data_size(x->data, "adjusted_prices_csv", code);
}

/* Every instrument of the config must have prices; all that have none are named at once. In an archive looking is dear. */
static struct names
traded(const struct extract *x)
{
	struct names codes = instruments_traded(&x->config, x->data);
	char missing[1000] = "";
	size_t n = 0;

	for (int i = 0; i < codes.n && n < sizeof missing; i++)
		if (size_of(x, codes.name[i]) == 0)
			n += (size_t)snprintf(missing + n, sizeof missing - n, "%s%.80s", n ? ", " : "", codes.name[i]);
	if (n)
		die("%s: no prices of %s%s in '%s'; exclude_instrument_lists.ignore_instruments leaves instruments out", x->config_path,
		    missing, n < sizeof missing ? "" : " …", x->path);
	return codes;
}

static struct names
all(struct extract *x, enum extract_what what)
{
	if (what == EXTRACT_RATES)
		return data_codes(x->data, "fx_prices_csv");
	if (x->universe)
		return instruments_universe(x->data);
	if (x->config_path)
		return traded(x);
	if (what == EXTRACT_CONTRACTS)
		return extract_contract_codes(x);
	if (what == EXTRACT_CALENDARS)
		return data_codes(x->data, "roll_calendars_csv");
	return data_codes(x->data, x->no_adjusted ? "multiple_prices_csv" : "adjusted_prices_csv");
}

static struct names
named(int n, char **code)
{
	struct names t = { 0 };

	for (int i = 0; i < n; i++)
		if (names_put(&t, slice_of(code[i])) < i)
			die("'%s' is asked for twice", code[i]);
	return t;
}

struct names
extract_codes(struct extract *x, enum extract_what what, int n, char **code)
{
	struct names codes = n ? named(n, code) : all(x, what);

	if (!x->part.n)
		return codes;
	double *size = mem_alloc((size_t)codes.n + 1, sizeof *size);
	for (int i = 0; i < codes.n; i++)
		size[i] = size_of(x, codes.name[i]);
	struct names part = part_names(&x->part, &codes, size);
	free(size);
	return part;
}
