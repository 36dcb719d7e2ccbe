#include "stream/key_order.h"

#include "test.h"

static void
groups(void)
{
	struct key_order k = { .last = 0 };

	CHECK(key_order_group(&k, slice_of("GOLD")) == 0 && key_order_group(&k, slice_of("CORN")) == 1);
	CHECK(key_order_group(&k, slice_of("CORN")) == 1 && key_order_group(&k, slice_of("GOLD")) == 0);
	CHECK(k.groups.n == 2 && strcmp(k.groups.name[1], "CORN") == 0);
}

/* Each group has its own time. */
static void
later(void)
{
	struct key_order k = { .last = 0 };
	int gold = key_order_group(&k, slice_of("GOLD")), corn = key_order_group(&k, slice_of("CORN"));

	CHECK(key_order_later(&k, gold, -100) && key_order_later(&k, gold, 5) && key_order_later(&k, corn, 3));
	CHECK(!key_order_later(&k, gold, 5));
	/* what was out of order is what the next is held against */
	CHECK(!key_order_later(&k, gold, 4) && key_order_later(&k, gold, 5));
}

static void
once(void)
{
	struct key_order k = { .last = 0 };
	int gold = key_order_group(&k, slice_of("GOLD")), corn = key_order_group(&k, slice_of("CORN"));

	CHECK(key_order_first(&k, gold, 2) == 0 && key_order_first(&k, corn, 3) == 0);
	CHECK(key_order_first(&k, gold, 4) == 2 && key_order_first(&k, gold, 5) == 2 && key_order_first(&k, corn, 6) == 3);
}

/* More groups than there is room for at first keep what they know. */
static void
many(void)
{
	struct key_order k = { .last = 0 };
	char name[16];

	for (int i = 0; i < 3000; i++) {
		snprintf(name, sizeof name, "%d", i % 1000);
		int g = key_order_group(&k, slice_of(name));
		CHECK(g == i % 1000);
		CHECK(key_order_later(&k, g, i) && key_order_first(&k, g, i + 1) == (i < 1000 ? 0 : i % 1000 + 1));
	}
	CHECK(k.groups.n == 1000);
}

int
main(void)
{
	RUN(groups);
	RUN(later);
	RUN(once);
	RUN(many);
	return test_end();
}
