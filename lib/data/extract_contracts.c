/* The prices of contracts: contract_prices_csv/CODE_CONTRACT.csv. */
#include "data/extract.h"

#include "base/die.h"
#include "base/warn.h"
#include "roll/contract.h"

#define FOLDER "contract_prices_csv"

static void
print_row(struct extract *x, const struct price_file *p, const char *code, const char *contract, const int column[], int columns)
{
	struct out *o = &x->out;

	for (int i = 0; i < columns; i++)
		if (column[i] >= 0)
			price_file_check(p, column[i]);
	extract_start(x, p, code);
	out_char(o, ',');
	out_str(o, contract);
	for (int i = 0; i < columns; i++) {
		out_char(o, ',');
		if (column[i] >= 0)
			extract_number(x, p, column[i]);
	}
	out_char(o, '\n');
}

/* A header alone, a link that leads nowhere: what should be there is lost, and a calendar would be made without it. */
static void
no_prices(const struct extract *x, const char *member)
{
	if (!x->skip_missing)
		die("%s/" FOLDER "/%s.csv: no prices in it; --skip-missing leaves it out", x->path, member);
	warn("%s/" FOLDER "/%s.csv: no prices in it, left out", x->path, member);
}

/* The rows of a member; of its columns only FINAL must be there. */
static void
print_contract(struct extract *x, const char *member, const char *code, const char *contract)
{
	static const char *const names[] = { "OPEN", "HIGH", "LOW", "FINAL", "VOLUME" };
	enum { FINAL = 3, COLUMNS = sizeof names / sizeof *names };
	int column[COLUMNS];
	struct price_file p;

	if (!price_file_open(&p, x->data, FOLDER, member, x->first, x->last)) {
		no_prices(x, member);
		return;
	}
	for (int i = 0; i < COLUMNS; i++)
		column[i] = i == FINAL || rec_find(&p.r, names[i]) >= 0 ? price_file_column(&p, names[i]) : -1;
	while (price_file_next(&p))
		print_row(x, &p, code, contract, column, COLUMNS);
}

/* A member's instrument and, ended by a NUL, its contract. */
static struct slice
code_of(const struct extract *x, const char *member, char contract[CONTRACT_MAX + 1])
{
	const char *bar = strrchr(member, '_');
	int id;

	if (!bar || bar == member || !contract_parse(slice_of(bar + 1), &id))
		die("%s: " FOLDER "/%s.csv: not named CODE_CONTRACT.csv, as GOLD_20240600.csv", x->path, member);
	contract[contract_print(contract, id)] = '\0';
	return (struct slice){ member, (size_t)(bar - member) };
}

static void
read_names(struct extract *x)
{
	char contract[CONTRACT_MAX + 1];
	struct names codes = { 0 };

	x->members = data_codes(x->data, FOLDER);
	for (int i = 0; i < x->members.n; i++) {
		struct slice code = code_of(x, x->members.name[i], contract);
		if (names_get(&codes, code) < 0 && data_ends(x->data, FOLDER, x->members.name[i]).rows)
			names_put(&codes, code);
	}
	x->contracts = names_sorted(&codes);
}

struct names
extract_contract_codes(struct extract *x)
{
	if (!x->members.name)
		read_names(x);
	return x->contracts;
}

/* Every contract of an instrument, in the order of their ids, which is that of the members. */
static void
print_contracts(struct extract *x, const char *code)
{
	char contract[CONTRACT_MAX + 1];

	for (int i = 0; i < x->members.n; i++) {
		const char *member = x->members.name[i];
		if (slice_is(code_of(x, member, contract), code))
			print_contract(x, member, code, contract);
	}
}

void
extract_contracts(struct extract *x, const struct names *codes)
{
	out_str(&x->out, "time,instrument,contract,open,high,low,price,volume\n");
	for (int i = 0; i < codes->n; i++)
		print_contracts(x, codes->name[i]);
}
