/* Which instruments are to be extracted. */
#include "data/extract.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/warn.h"
#include "base/wrong.h"
#include "data/csvconfig.h"

/* ---- what is there ---- */

/* Those of all pairs that have rates; a header alone is as no file, and is missed where it is needed. */
static struct names
pairs(const struct extract *x)
{
	struct names all = data_codes(x->data, "fx_prices_csv"), t = { 0 };

	for (int i = 0; i < all.n; i++)
		if (data_ends(x->data, "fx_prices_csv", all.name[i]).rows)
			names_put(&t, slice_of(all.name[i]));
	return t;
}

/* All codes that the data have. */
static struct names
in_data(struct extract *x, enum extract_what what)
{
	if (what == EXTRACT_RATES)
		return pairs(x);
	if (what == EXTRACT_CONTRACTS)
		return extract_contract_codes(x);
	if (what == EXTRACT_CALENDARS)
		return data_codes(x->data, "roll_calendars_csv");
	return data_codes(x->data, x->no_adjusted ? "multiple_prices_csv" : "adjusted_prices_csv");
}

/* The size of an instrument's prices, 0 when there are none. */
static double
size_of(const struct extract *x, const char *code)
{
	return data_size(x->data, "multiple_prices_csv", code) + data_size(x->data, "adjusted_prices_csv", code);
}

/* ---- what is not there ---- */

enum lack { LACKS_NOTHING, LACKS_ADJUSTED, LACKS_ALL, LACKS };

/* A file without a byte is named by whoever reads it; of the many that a config trades it is as good as none. */
static bool
has(const struct extract *x, const char *folder, const char *code)
{
	return data_ends(x->data, folder, code).rows && !(x->config_path && data_size(x->data, folder, code) == 0);
}

/* Whether there is anything of a code, but for prices. */
static bool
is_there(struct extract *x, enum extract_what what, const char *code)
{
	if (what == EXTRACT_CALENDARS || what == EXTRACT_RATES)
		return has(x, what == EXTRACT_RATES ? "fx_prices_csv" : "roll_calendars_csv", code);
	struct names all = extract_contract_codes(x);
	return names_get(&all, slice_of(code)) >= 0;
}

static enum lack
lack_of(struct extract *x, enum extract_what what, const char *code)
{
	if (what != EXTRACT_PRICES && what != EXTRACT_FACTS)
		return is_there(x, what, code) ? LACKS_NOTHING : LACKS_ALL;
	bool adjusted = !x->no_adjusted && has(x, "adjusted_prices_csv", code);
	if (!adjusted && (x->adjusted || !has(x, "multiple_prices_csv", code)))
		return LACKS_ALL;
	return adjusted || x->no_adjusted ? LACKS_NOTHING : LACKS_ADJUSTED;
}

/* A text that is cut where it would be too long. */
struct text {
	char s[WRONG_MAX / 2];
	size_t n;
};

static void __attribute__((format(printf, 2, 3)))
put(struct text *t, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	if (t->n < sizeof t->s)
		t->n += (size_t)vsnprintf(t->s + t->n, sizeof t->s - t->n, fmt, ap);
	va_end(ap);
}

/* The codes that lack so much, each with the nearest of those that there are. */
static void
put_codes(struct text *t, const struct names *codes, const enum lack *lacks, enum lack which, bool quoted,
    const struct names *are)
{
	size_t most = t->n + 1000;
	int shown = 0, n = 0;

	for (int i = 0; i < codes->n; i++) {
		if (lacks[i] != which)
			continue;
		if (t->n < most && ++shown) {
			const char *near = nearest_of(slice_of(codes->name[i]), are->name, are->n);
			put(t, quoted ? "%s'%.80s'" : "%s%.80s", n ? ", " : "", codes->name[i]);
			if (*near)
				put(t, " (%s)", near + strlen("; "));
		}
		n++;
	}
	if (n > shown)
		put(t, " and %d more", n - shown);
}

static const struct { const char *noun, *hint; } kinds[] = {
	[EXTRACT_PRICES] = { "prices", "; 'list' shows what there is" },
	[EXTRACT_CONTRACTS] = { "contracts", "; 'list contracts' shows what there is" },
	[EXTRACT_CALENDARS] = { "roll calendar", "; 'list calendars' shows what there is" },
	[EXTRACT_RATES] = { "rates", "" },
	[EXTRACT_FACTS] = { "prices", "" },
};

static struct text
lacking_text(struct extract *x, enum extract_what what, const struct names *codes, const enum lack *lacks,
    const int n[LACKS], bool named)
{
	struct text t = { .n = 0 };
	bool config = x->config_path && !named;
	struct names are = in_data(x, what);

	if (config && n[LACKS_ALL])
		put(&t, "%.400s: ", x->config_path);
	if (n[LACKS_ALL]) {
		put(&t, "no %s of ", kinds[what].noun);
		put_codes(&t, codes, lacks, LACKS_ALL, named, &are);
	}
	if (n[LACKS_ADJUSTED]) {
		put(&t, "%sno adjusted prices of ", n[LACKS_ALL] ? " and " : "");
		put_codes(&t, codes, lacks, LACKS_ADJUSTED, true, &(struct names){ 0 });
	}
	put(&t, " in '%.400s'", x->path);
	if (x->skip_missing)
		return t;
	if (n[LACKS_ADJUSTED])
		put(&t, "; pipelines/adjusted makes them, --no-adjusted does without");
	if (named && n[LACKS_ALL])
		put(&t, "%s", kinds[what].hint);
	if (config)
		put(&t, "; exclude_instrument_lists.ignore_instruments leaves instruments out");
	else if (n[LACKS_NOTHING])
		put(&t, "; --skip-missing leaves out what is not there");
	return t;
}

/* Those of the codes that there is something of; all others are named at once. */
static struct names
there(struct extract *x, enum extract_what what, const struct names *codes, bool named)
{
	enum lack *lacks = mem_alloc((size_t)codes->n + 1, sizeof *lacks);
	struct names t = { 0 };
	int n[LACKS] = { 0 };

	for (int i = 0; i < codes->n; i++) {
		lacks[i] = lack_of(x, what, codes->name[i]);
		n[lacks[i]]++;
		if (lacks[i] == LACKS_NOTHING)
			names_put(&t, slice_of(codes->name[i]));
	}
	if (t.n < codes->n) {
		struct text s = lacking_text(x, what, codes, lacks, n, named);
		if (!x->skip_missing || !t.n)
			die("%s", s.s);
		warn("left out: %s", s.s);
	}
	free(lacks);
	return t;
}

/* ---- which are wanted ---- */

static struct names
all(struct extract *x, enum extract_what what)
{
	if (what != EXTRACT_RATES && x->universe)
		return csvconfig_universe(x->data);
	if (what != EXTRACT_RATES && x->config_path)
		return csvconfig_traded(&x->config, x->data);
	return in_data(x, what);
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
	bool facts_alone = what == EXTRACT_FACTS && (n || !x->config_path);

	if (!facts_alone && !(x->universe && !n))
		codes = there(x, what, &codes, n > 0);
	if (!x->part.n)
		return codes;
	double *size = mem_alloc((size_t)codes.n + 1, sizeof *size);
	for (int i = 0; i < codes.n; i++)
		size[i] = size_of(x, codes.name[i]);
	struct names part = part_names(&x->part, &codes, size);
	free(size);
	return part;
}
