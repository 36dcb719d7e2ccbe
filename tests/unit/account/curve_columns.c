#include "account/curve_columns.h"

#include <math.h>

#include "test.h"

/* Gross and net of periods 10 to 12, costs of 9 alone. */
static void
rows_where_a_curve_has_a_value(void)
{
	double gross[] = { 1, NAN, 3 }, costs[] = { -1 }, net[] = { NAN, NAN, -2 }, x[CURVE_COLUMNS];
	struct curve_columns c = { .r = { [CURVE_GROSS] = { .first = 10, .n = 3, .x = gross }, [CURVE_COSTS] = { .first = 9, .n = 1, .x = costs },
		[CURVE_NET] = { .first = 10, .n = 3, .x = net } }, .n = CURVE_KINDS, .curves = CURVE_KINDS };
	int first, end;

	curve_columns_add_risk(&c, WEEKLY);
	curve_columns_span(&c, &first, &end);
	CHECK(c.n == CURVE_KINDS + 2 && first == 9 && end == 13);
	CHECK(curve_columns_at(&c, 9, x) && isnan(x[CURVE_GROSS]) && x[CURVE_COSTS] == -1 && isnan(x[CURVE_NET]) && isnan(x[3]));
	CHECK(curve_columns_at(&c, 10, x) && x[CURVE_GROSS] == 1 && isnan(x[CURVE_COSTS]));
	CHECK(!curve_columns_at(&c, 11, x) && curve_columns_at(&c, 12, x) && x[CURVE_NET] == -2);
}

/* A number beside the curves makes no row of its own. */
static void
no_row_for_what_stands_beside(void)
{
	double none[] = { NAN }, beside[] = { 5 }, x[CURVE_COLUMNS];
	struct curve_columns c = { .r = { { .n = 1, .x = none }, { .n = 1, .x = none }, { .n = 1, .x = none }, { .n = 1, .x = beside } },
		.n = CURVE_KINDS + 1, .curves = CURVE_KINDS };

	CHECK(!curve_columns_at(&c, 0, x) && x[CURVE_KINDS] == 5);
	c.curves++;
	CHECK(curve_columns_at(&c, 0, x));
}

/* Costs begin before gross, or there is nothing else. */
static void
spans(void)
{
	double costs[2] = { 0 };
	struct curve_columns c = { .r = { [CURVE_COSTS] = { .first = 20, .n = 2, .x = costs } }, .n = CURVE_KINDS, .curves = CURVE_KINDS };
	int first, end;

	curve_columns_span(&c, &first, &end);
	CHECK(first == 20 && end == 22);
	c.r[CURVE_COSTS].n = 0;
	curve_columns_span(&c, &first, &end);
	CHECK(first == end);
}

int
main(void)
{
	RUN(rows_where_a_curve_has_a_value);
	RUN(no_row_for_what_stands_beside);
	RUN(spans);
	return test_end();
}
