#include "order/netting.h"

#include "test.h"

/* Position +8, wanted +10, and +4 of which +3 are filled. */
static void
the_worked_example(void)
{
	struct netting_order open[] = { { .trade = 4, .fill = 3, .cancellable = true } };

	CHECK(netting_outstanding(open, 1) == 1 && netting_put(open, 1, 2, false) == 1 && !open[0].cancel);
	CHECK(netting_put(open, 1, 1, false) == 0 && !open[0].cancel);
	CHECK(netting_put(open, 1, -2, false) == -3 && !open[0].cancel);
	CHECK(netting_put(NULL, 0, 5, false) == 5 && netting_put(NULL, 0, 0, false) == 0);
}

static void
cancelled_where_nothing_is_wanted(void)
{
	struct netting_order open[] = { { .trade = 5, .cancellable = true }, { .trade = 2, .fill = 1 },
		{ .trade = 3, .fill = 3, .cancellable = true } };

	CHECK(netting_put(open, 3, 0, false) == -1 && open[0].cancel && !open[1].cancel && !open[2].cancel);
	CHECK(netting_put(open, 3, 7, false) == 1 && !open[0].cancel);
	CHECK(netting_put_as_reference(open, 3, 0) == -6);
}

static void
no_order_under_no_trading(void)
{
	struct netting_order open[] = { { .trade = 5, .cancellable = true }, { .trade = 2, .fill = 1 } };

	CHECK(netting_put(open, 2, 0, true) == 0 && open[0].cancel && !open[1].cancel);
	CHECK(netting_put(open, 2, 9, true) == 0 && open[0].cancel);
}

static void
an_order_filled_beyond_its_trade(void)
{
	struct netting_order open[] = { { .trade = 4, .fill = 6, .cancellable = true }, { .trade = -4, .fill = -5 },
		{ .trade = 0, .fill = 1 }, { .trade = 0, .fill = -1 } };

	CHECK(netting_outstanding(open, 4) == 0 && netting_put(open, 4, 0, false) == 0 && !open[0].cancel);
}

/* What is put and what is still to come make up what is wanted, whatever is open. */
static void
adds_up(void)
{
	for (int i = 0; i < 100000; i++) {
		struct netting_order open[4];
		int n = (int)(test_random() % 5);
		int64_t wanted = (int64_t)(test_random() % 9) - 4;
		for (int j = 0; j < n; j++) {
			int64_t trade = (int64_t)(test_random() % 21) - 10;
			int64_t fill = trade * (int64_t)(test_random() % 3) / 2;
			open[j] = (struct netting_order){ .trade = trade, .fill = fill, .cancellable = test_random() % 2 };
		}
		int64_t put = netting_put(open, n, wanted, false);
		CHECK(put + netting_outstanding(open, n) == wanted);
		CHECK(netting_put(open, n, wanted, true) == 0);
		for (int j = 0; j < n; j++)
			CHECK(!open[j].cancel || open[j].cancellable);
	}
}

int
main(void)
{
	RUN(the_worked_example);
	RUN(cancelled_where_nothing_is_wanted);
	RUN(no_order_under_no_trading);
	RUN(an_order_filled_beyond_its_trade);
	RUN(adds_up);
	return test_end();
}
