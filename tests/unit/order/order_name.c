#include "order/order_name.h"

#include "test.h"

static bool
refused(const char *name, const char *text)
{
	struct wrong w;

	return !order_name_check(slice_of(name), "strategy", &w) && strcmp(w.text, text) == 0;
}

static void
names(void)
{
	static const char *const good[] = { "s1", "V2X", "GAS_US", "a-b", "-x", "0" };
	struct wrong w;

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		CHECK(order_name_check(slice_of(good[i]), "instrument", &w));
	CHECK(refused("", "strategy without a name"));
	CHECK(refused("_x", "name of strategy begins with '_': \"_x\""));
	CHECK(refused("_ROLL_PSEUDO_STRATEGY", "strategy may not have the name of those that carry a roll: \"_ROLL_PSEUDO_STRATEGY\""));
	CHECK(refused("a b", "name of strategy has more than letters, digits, '-' and '_': \"a b\""));
}

static void
no_other_byte(void)
{
	struct wrong w;

	for (int c = 0; c < 256; c++) {
		char name[] = { 'a', (char)c };
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
		CHECK(order_name_check((struct slice){ name, 2 }, "instrument", &w) == letter);
	}
}

int
main(void)
{
	RUN(names);
	RUN(no_other_byte);
	return test_end();
}
