#include "roll/parameters.h"

#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "roll/cycle.h"
#include "stream/rec.h"

static cycle
cycle_cell(const struct table *t, int row, const char *column)
{
	const char *s = table_text(t, row, table_column(t, column));
	cycle c;

	if (!cycle_parse(slice_of(s), &c))
		die("%s: column '%s': not letters of contract months, FGHJKMNQUVXZ: \"%.80s\"", table_place(t, row), column, s);
	return c;
}

static int
days_cell(const struct table *t, int row, const char *column)
{
	int c = table_column(t, column);
	double x = table_num(t, row, c);

	if (!(fabs(x) <= 36600) || x != floor(x))
		die("%s: column '%s': not a number of days: \"%.80s\"", table_place(t, row), column, table_text(t, row, c));
	return (int)x;
}

static int
carry_cell(const struct table *t, int row)
{
	int c = table_column(t, "CarryOffset");
	double x = table_num(t, row, c);

	if (x != 1 && x != -1)
		die("%s: column 'CarryOffset': neither 1 nor -1: \"%.80s\"", table_place(t, row), table_text(t, row, c));
	return (int)x;
}

static struct roll_parameters
parameters_of(const struct table *t, int row)
{
	return (struct roll_parameters){
		.hold = cycle_cell(t, row, "HoldRollCycle"),
		.priced = cycle_cell(t, row, "PricedRollCycle"),
		.roll_offset = days_cell(t, row, "RollOffsetDays"),
		.expiry_offset = days_cell(t, row, "ExpiryOffset"),
		.carry_offset = carry_cell(t, row),
	};
}

/* Lines with nothing in them are none, as wherever data folders are read. */
static struct table
read_table(const char *path)
{
	struct rec r;

	rec_file(&r, path);
	r.skip_blank = true;
	return table_from(&r);
}

struct roll_table
roll_table_read(const char *path)
{
	struct table table = read_table(path);
	struct roll_table t = { .table = table, .v = mem_alloc((size_t)table.n + 1, sizeof *t.v) };
	int code = table_column(&table, "Instrument");

	for (int row = 0; row < table.n; row++) {
		const char *s = table_text(&table, row, code);
		if (!names_plain(slice_of(s)))
			die("%s: column 'Instrument': a control byte in \"%.80s\"", table_place(&table, row), s);
		if (names_put(&t.codes, slice_of(s)) < row)
			die("%s: column 'Instrument': twice: \"%.80s\"", table_place(&table, row), s);
		t.v[row] = parameters_of(&table, row);
	}
	return t;
}

const struct roll_parameters *
roll_table_get(const struct roll_table *t, const char *code)
{
	int i = names_get(&t->codes, slice_of(code));

	if (i < 0)
		die("%s: no roll parameters of '%.80s'%s", t->table.path, code, nearest_of(slice_of(code), t->codes.name, t->codes.n));
	return &t->v[i];
}

int
roll_carry(const struct roll_parameters *p, int contract)
{
	return p->carry_offset > 0 ? cycle_next(p->priced, contract) : cycle_previous(p->priced, contract);
}

int
roll_expiry(const struct roll_parameters *p, int contract)
{
	return contract_day(contract) + p->expiry_offset;
}

int
roll_desired(const struct roll_parameters *p, int contract)
{
	return roll_expiry(p, contract) + p->roll_offset;
}
