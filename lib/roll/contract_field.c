#include "roll/contract_field.h"

#include "base/die.h"
#include "roll/contract.h"
#include "time/date.h"

static _Noreturn void
bad(struct contract_field at, const char *what, struct slice s)
{
	if (at.r)
		die("%s:%ld: column '%s': %s: \"%.*s\"", at.r->name, at.r->line, at.column, what, SLICE(s));
	die("%s: \"%.*s\"", what, SLICE(s));
}

int
contract_field_id(struct contract_field at, struct slice s)
{
	int id, leg[SPREAD_LEGS];

	if (contract_parse(s, &id))
		return id;
	if (contract_legs(s, leg))
		bad(at, "a spread; dates need a single contract", s);
	bad(at, "not a contract, YYYYMM or YYYYMMDD", s);
}

int
contract_field_legs(struct contract_field at, struct slice s, int *id)
{
	int n = contract_legs(s, id);

	if (n)
		return n;
	id[0] = contract_field_id(at, s);
	return 1;
}

int
contract_field_day(struct contract_field at, struct slice s)
{
	int day;

	if (s.n != 10 || !date_parse(s, &day))
		bad(at, "not a date", s);
	return day;
}
