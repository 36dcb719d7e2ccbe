/* A walk over the days of some instruments */
#include "forecast/instrument_days.h"
#include "test.h"

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

int
main(void)
{
	RUN(walk_over_days);
	return test_end();
}
