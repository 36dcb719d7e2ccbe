/* A walk over the days of some instruments */
#include "forecast/instrument_days.h"

#include <math.h>

#include "test.h"
#include "time/date.h"

static void
walk_over_days(void)
{
	static const int days[3][3] = { { 1, 2, 5 }, { 2, 9, 10 }, { 4, 5, 6 } };
	struct instrument_days p = { .columns = 2 };
	int member[] = { 2, 0 }, seen = 0;

	for (int i = 0; i < 3; i++) {
		CHECK(instrument_days_new(&p) == i);
		for (int j = 0; j < 3; j++) {
			double *x = instrument_days_add(&p, i, days[i][j]);
			x[0] = i;
			x[1] = days[i][j];
		}
	}
	static const int want[] = { 1, 2, 4, 5, 6 };
	struct instrument_days_walk w = instrument_days_walk(&p, member, 2);
	while (instrument_days_next(&w)) {
		CHECK(seen < 5 && w.day == want[seen++]);
		const double *a = instrument_days_row(&w, 0), *b = instrument_days_row(&w, 1);
		CHECK((a != NULL) == (w.day >= 4) && (b != NULL) == (w.day != 4 && w.day != 6));
		CHECK((!a || (a[0] == 2 && a[1] == w.day)) && (!b || (b[0] == 0 && b[1] == w.day)));
	}
	CHECK(seen == 5);
	w = instrument_days_walk(&p, member, 0);
	CHECK(!instrument_days_next(&w));
}

/* Of a Tuesday, a Thursday and the Monday behind it, with nothing on the Thursday, from the Monday before. */
static void
spread_over_business_days(void)
{
	struct instrument_days p = { .columns = 2 };
	int monday = date_of(2021, 1, 4), day[] = { monday + 1, monday + 3, monday + 7 };
	static const double value[] = { 5, NAN, 7 }, want[] = { 5, 5, 5, 5, 5, 7, 7 }, late[] = { 3, 3 };
	double out[7];

	instrument_days_new(&p);
	for (int i = 0; i < 3; i++) {
		double *x = instrument_days_add(&p, 0, day[i]);
		x[0] = i < 2 ? NAN : 3;
		x[1] = value[i];
	}
	instrument_days_spread(&p, 0, 1, monday, 7, out);
	CHECK(memcmp(out, want, sizeof want) == 0);
	instrument_days_spread(&p, 0, 0, monday, 2, out);
	CHECK(memcmp(out, late, sizeof late) == 0);
	instrument_days_spread(&p, instrument_days_new(&p), 0, monday, 1, out);
	CHECK(isnan(out[0]));
}

int
main(void)
{
	RUN(walk_over_days);
	RUN(spread_over_business_days);
	return test_end();
}
