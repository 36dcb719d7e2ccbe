#include "account/walk_forward.h"

#include <math.h>

#include "test.h"
#include "time/date.h"

enum { MONTHS = 30 };

/* A point with a return on the 10th of each month from January 2010 on. */
static struct sweep_returns_point
monthly(double (*f)(int month))
{
	static int64_t day[MONTHS];
	static double x[3][MONTHS];
	static int made;
	struct sweep_returns_point p = { "p", day, x[made++ % 3], MONTHS };

	for (int i = 0; i < MONTHS; i++) {
		day[i] = date_months_later(date_of(2010, 1, 10), i);
		p.x[i] = f(i);
	}
	return p;
}

static double
one(int month)
{
	(void)month;
	return 1;
}

/* Well in the first year, badly after it. */
static double
fading(int month)
{
	return month < 12 ? 2 : -2;
}

static double
none(int month)
{
	(void)month;
	return NAN;
}

static struct sweep_returns
side_by_side(struct sweep_returns_point *point, int n)
{
	return (struct sweep_returns){ point, n, (int)point->day[0], (int)point->day[MONTHS - 1] };
}

static void
the_best_so_far(void)
{
	struct sweep_returns_point point[] = { monthly(one), monthly(fading) };
	struct sweep_returns all = side_by_side(point, 2);
	struct walk_forward w = { .all = &all, .by = STAT_MEAN, .fit = 12, .run = 12 };
	struct walk_forward_window next;

	CHECK(walk_forward_next(&w, &next) && w.windows == 1);
	CHECK(next.fit_from == date_of(2010, 1, 10) && next.run_from == date_of(2011, 1, 10) && next.run_to == date_of(2012, 1, 10));
	CHECK(next.best == &point[1] && next.highest == 2);
	/* the last runs to the last day only: June 10th 2012 */
	CHECK(walk_forward_next(&w, &next) && w.windows == 2);
	CHECK(next.fit_from == date_of(2011, 1, 10) && next.run_from == date_of(2012, 1, 10) && next.run_to == date_of(2012, 6, 11));
	CHECK(next.best == &point[0] && next.highest == 1);
	CHECK(!walk_forward_next(&w, &next) && w.windows == 2);
}

static void
the_first_of_equals(void)
{
	struct sweep_returns_point point[] = { monthly(none), monthly(one), monthly(one) };
	struct sweep_returns all = side_by_side(point, 3);
	struct walk_forward w = { .all = &all, .by = STAT_MEAN, .fit = 6, .run = 3 };
	struct walk_forward_window next;

	CHECK(walk_forward_next(&w, &next) && next.best == &point[1]);
	/* a deviation of nothing, so no Sharpe ratio */
	w = (struct walk_forward){ .all = &all, .by = STAT_SHARPE, .fit = 6, .run = 3 };
	CHECK(walk_forward_next(&w, &next) && next.best == NULL && isnan(next.highest));
}

/* A run that would begin on the day after the last is none; one that begins on it is. */
static void
to_the_last_day(void)
{
	struct sweep_returns_point point[] = { monthly(one) };
	struct sweep_returns all = side_by_side(point, 1);
	struct walk_forward w = { .all = &all, .by = STAT_MEAN, .fit = MONTHS - 1, .run = 1 };
	struct walk_forward_window next;

	CHECK(walk_forward_next(&w, &next) && next.run_from == all.last && next.run_to == all.last + 1);
	CHECK(!walk_forward_next(&w, &next));
	w = (struct walk_forward){ .all = &all, .by = STAT_MEAN, .fit = MONTHS, .run = 1 };
	CHECK(!walk_forward_next(&w, &next) && w.windows == 0);
}

int
main(void)
{
	RUN(the_best_so_far);
	RUN(the_first_of_equals);
	RUN(to_the_last_day);
	return test_end();
}
