#include "order/completion.h"

#include "test.h"

static struct completion_order
order(int64_t trade, int64_t fill)
{
	return (struct completion_order){ quantity_single(trade), quantity_single(fill), .active = true };
}

static bool
done(struct completion_order o, bool partial, bool zero, bool inactive)
{
	return completion_done(&o, &(struct completion_rule){ partial, zero, inactive });
}

static void
by_its_fill(void)
{
	CHECK(done(order(5, 5), false, false, false) && !done(order(5, 4), false, false, false));
	CHECK(done(order(5, 1), true, false, false) && !done(order(5, 0), true, false, false));
	CHECK(done(order(0, 0), false, false, false) && !done(order(0, 0), true, false, false));
	CHECK(done(order(5, 0), false, true, false) && done(order(5, 0), true, true, false));
}

static void
missing_or_inactive(void)
{
	struct completion_order o = order(5, 5);

	o.active = false;
	CHECK(!done(o, false, false, false) && done(o, false, false, true) && done(o, false, true, false));
	CHECK(!completion_done(NULL, &(struct completion_rule){ .inactive = true }));
	CHECK(completion_done(NULL, &(struct completion_rule){ .zero = true }));
}

static void
cancelled_by_the_broker(void)
{
	struct completion_order o = order(5, 2);

	o.terminal = true;
	CHECK(done(o, false, false, false) && done(o, true, false, false));
	o.fill = quantity_single(0);
	CHECK(done(o, false, false, false) && done(o, true, false, false));
	o.active = false;
	CHECK(!done(o, false, false, false) && done(o, false, false, true));
}

static void
families(void)
{
	struct completion_order family[] = { order(5, 5), order(5, 5), order(5, 2), order(3, 3) };
	struct completion_rule full = { 0 }, partial = { .partial = true }, inactive = { .inactive = true };

	CHECK(!completion_done_all(family, 4, &full) && completion_done_all(family, 4, &partial));
	family[2].terminal = true;
	CHECK(completion_done_all(family, 4, &full) && completion_done_all(family, 0, &full));
	family[3].active = false; /* that it may be inactive holds for all of them */
	CHECK(!completion_done_all(family, 4, &full) && completion_done_all(family, 4, &inactive));
}

int
main(void)
{
	RUN(by_its_fill);
	RUN(missing_or_inactive);
	RUN(cancelled_by_the_broker);
	RUN(families);
	return test_end();
}
