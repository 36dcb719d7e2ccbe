#include "order/trade_limit.h"

#include "test.h"

#define DAY INT64_C(86400000000)

static const struct quantity five = { 1, { -5 } }, spread = { 2, { 1, -1 } };

static bool
refused(int64_t most, int64_t days, const char *text)
{
	struct wrong w;

	return !trade_limit_check(most, days, &w) && strcmp(w.text, text) == 0;
}

static void
checked(void)
{
	struct wrong w;

	CHECK(trade_limit_check(0, 1, &w) && trade_limit_check(QUANTITY_MOST, TRADE_LIMIT_DAYS, &w));
	CHECK(refused(-1, 1, "lots are not 0 to 1000000000: -1") && refused(1000000001, 1, "lots are not 0 to 1000000000: 1000000001"));
	CHECK(refused(1, 0, "days are not 1 to 36525: 0") && refused(1, 36526, "days are not 1 to 36525: 36526"));
}

static void
counted(void)
{
	struct trade_limit l = trade_limit_new("", "AA", 1, 10, 0);

	CHECK(trade_limit_possible(&l, 1, 12, 0) == 10 && trade_limit_possible(&l, 1, 3, 0) == 3);
	trade_limit_add(&l, &five, 0);
	trade_limit_add(&l, &spread, 0);
	CHECK(l.used == 7 && trade_limit_possible(&l, 1, 12, 0) == 3);
	trade_limit_remove(&l, &spread, 0);
	CHECK(l.used == 5);
	trade_limit_remove(&l, &five, 0);
	trade_limit_remove(&l, &five, 0);
	CHECK(l.used == 0);
	CHECK(trade_limit_possible(NULL, 0, 12, 0) == 12);
}

/* A limit that is more than used up allows nothing, and no trade of the other sign. */
static void
never_below_zero(void)
{
	struct trade_limit l = trade_limit_new("", "AA", 1, 10, 0);

	trade_limit_add(&l, &five, 0);
	trade_limit_change(&l, 3, 0);
	CHECK(l.used == 5 && l.most == 3 && trade_limit_possible(&l, 1, 5, 0) == 0);
}

static void
periods(void)
{
	struct trade_limit l = trade_limit_new("", "AA", 2, 10, 0);

	trade_limit_add(&l, &five, 0);
	trade_limit_read(&l, 2 * DAY);
	CHECK(l.used == 5 && l.reset == 0);
	CHECK(trade_limit_possible(&l, 1, 12, 2 * DAY + 1) == 10 && l.used == 0 && l.reset == 2 * DAY + 1);
	trade_limit_add(&l, &five, 9 * DAY); /* the new period is begun before it is counted */
	CHECK(l.used == 5 && l.reset == 9 * DAY);
	trade_limit_remove(&l, &five, 20 * DAY);
	CHECK(l.used == 0 && l.reset == 20 * DAY);
	trade_limit_change(&l, 4, 30 * DAY);
	CHECK(l.most == 4 && l.reset == 30 * DAY);
	trade_limit_add(&l, &spread, 30 * DAY);
	trade_limit_reset(&l, 30 * DAY + 5);
	CHECK(l.used == 0 && l.reset == 30 * DAY + 5);
}

static void
several(void)
{
	struct trade_limit l[] = { trade_limit_new("", "AA", 1, 10, 0), trade_limit_new("s", "AA", 7, 4, 0) };

	CHECK(trade_limit_possible(l, 2, 12, 0) == 4);
	trade_limit_add(&l[0], &five, 0);
	trade_limit_add(&l[0], &five, 0);
	CHECK(trade_limit_possible(l, 2, 12, 0) == 0);
	CHECK(trade_limit_applies(&l[0], "s", "AA") && trade_limit_applies(&l[0], "t", "AA") && !trade_limit_applies(&l[0], "s", "BB"));
	CHECK(trade_limit_applies(&l[1], "s", "AA") && !trade_limit_applies(&l[1], "t", "AA") && !trade_limit_applies(&l[1], "s", "BB"));
}

/* What is ordered in a period never comes to more than the limit. */
static void
never_over(void)
{
	struct trade_limit l = trade_limit_new("", "AA", 1, 10, 0);
	int64_t now = 0, ordered = 0, reset = 0;

	for (int i = 0; i < 100000; i++) {
		now += (int64_t)(test_random() % (unsigned long)(DAY / 4));
		struct quantity q = quantity_single(trade_limit_possible(&l, 1, (int64_t)(test_random() % 8), now));
		trade_limit_add(&l, &q, now);
		ordered = (l.reset == reset ? ordered : 0) + quantity_total(&q);
		reset = l.reset;
		CHECK(ordered <= 10 && l.used == ordered);
	}
}

int
main(void)
{
	RUN(checked);
	RUN(counted);
	RUN(never_below_zero);
	RUN(periods);
	RUN(several);
	RUN(never_over);
	return test_end();
}
