#include "account/weeks.h"

#include <math.h>

#include "test.h"
#include "time/date.h"

static bool
is(struct weeks *w, int sunday, double gross, long days, double net)
{
	return weeks_next(w) && w->period == frequency_period(WEEKLY, sunday) && w->gross == gross && w->days == days && same(w->net, net);
}

/* From Thursday 2021-01-07 to Tuesday 2021-01-19: days of 0 and missing ones don't count, the first week has no net. */
static void
by_hand(void)
{
	int first = frequency_period(DAILY, date_of(2021, 1, 7));
	double gross[] = { 1, 2, 3, 0, NAN, 5, -1, NAN, 0 }, net[] = { 1, 1, 3, NAN, NAN, 4, -1, NAN, NAN };
	struct curve_returns g = { .first = first, .n = 9, .x = gross }, n = { .first = first, .n = 9, .x = net };
	struct weeks w = weeks_of(&g, &n, WEEKLY);

	CHECK(is(&w, date_of(2021, 1, 10), 3, 2, NAN) && is(&w, date_of(2021, 1, 17), 7, 3, 6) && is(&w, date_of(2021, 1, 24), 0, 0, 0));
	CHECK(!weeks_next(&w) && !weeks_next(&w));
}

/* Net may begin later than gross. */
static void
late_net(void)
{
	int first = frequency_period(DAILY, date_of(2021, 1, 4));
	double gross[] = { 1, 1, 1, 1, 1, 1 }, net[] = { 2 };
	struct curve_returns g = { .first = first, .n = 6, .x = gross }, n = { .first = first + 5, .n = 1, .x = net };
	struct weeks w = weeks_of(&g, &n, WEEKLY);

	CHECK(is(&w, date_of(2021, 1, 10), 5, 5, NAN) && is(&w, date_of(2021, 1, 17), 1, 1, NAN) && !weeks_next(&w));
}

/* Business days: the same returns, each by itself. */
static void
by_day(void)
{
	int first = frequency_period(DAILY, date_of(2021, 1, 7));
	double gross[] = { 1, 0, NAN, 5 }, net[] = { NAN, 1, 3, 4 }, sum[] = { 1, 0, 0, 5 }, grown[] = { NAN, NAN, 3, 4 };
	struct curve_returns g = { .first = first, .n = 4, .x = gross }, n = { .first = first, .n = 4, .x = net };
	struct weeks w = weeks_of(&g, &n, DAILY);

	for (int i = 0; i < 4; i++)
		CHECK(weeks_next(&w) && w.period == first + i && w.gross == sum[i] && w.days == (i == 0 || i == 3) && same(w.net, grown[i]));
	CHECK(!weeks_next(&w));
}

int
main(void)
{
	RUN(by_day);
	RUN(by_hand);
	RUN(late_net);
	return test_end();
}
