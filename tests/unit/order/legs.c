#include "order/legs.h"

#include "test.h"

static void
sorted_with_their_lots(void)
{
	struct legs l = { { 20221200, 20220600, 20220900 }, { 3, { 1, 3, -2 } }, { 3, { 0, 2, -1 } } };
	struct wrong w;

	CHECK(legs_sort(&l, &w));
	CHECK(l.contract[0] == 20220600 && l.contract[1] == 20220900 && l.contract[2] == 20221200);
	CHECK(l.trade.lots[0] == 3 && l.trade.lots[1] == -2 && l.trade.lots[2] == 1);
	CHECK(l.fill.lots[0] == 2 && l.fill.lots[1] == -1 && l.fill.lots[2] == 0);
}

/* Every order of eight comes out the same. */
static void
from_any_order(void)
{
	for (int i = 0; i < 2000; i++) {
		struct legs l = { .trade = quantity_zero(QUANTITY_LEGS), .fill = quantity_zero(QUANTITY_LEGS) };
		struct wrong w;
		for (int j = 0; j < QUANTITY_LEGS; j++) {
			int at = (int)(test_random() % (unsigned)(j + 1));
			l.contract[j] = l.contract[at];
			l.trade.lots[j] = l.trade.lots[at];
			l.contract[at] = 20220100 + 100 * j;
			l.trade.lots[at] = j;
		}
		CHECK(legs_sort(&l, &w));
		for (int j = 0; j < QUANTITY_LEGS; j++)
			CHECK(l.contract[j] == 20220100 + 100 * j && l.trade.lots[j] == j);
	}
}

static void
one_leg(void)
{
	struct legs l = { { 20220600 }, { 1, { 2 } }, { 1, { 1 } } };
	struct wrong w;

	CHECK(legs_sort(&l, &w) && l.contract[0] == 20220600 && l.trade.lots[0] == 2 && l.fill.lots[0] == 1);
}

static void
refused(void)
{
	struct legs l = { { 20220600, 20220900 }, { 2, { 1, -1 } }, { 1, { 0 } } };
	struct wrong w;

	CHECK(!legs_sort(&l, &w) && strcmp(w.text, "1 legs are filled of 2") == 0);
	l.fill.n = 2;
	l.contract[1] = 20220600;
	CHECK(!legs_sort(&l, &w) && strcmp(w.text, "contract 20220600 in two legs") == 0);
	l.trade.n = l.fill.n = 0;
	CHECK(!legs_sort(&l, &w) && strcmp(w.text, "no leg") == 0);
}

int
main(void)
{
	RUN(sorted_with_their_lots);
	RUN(from_any_order);
	RUN(one_leg);
	RUN(refused);
	return test_end();
}
