#include "base/nearest.h"

#include <stdarg.h>
#include <string.h>

#include "test.h"

/* The nearest of some, "" when none is. */
static const char *
nearest(const char *wanted, ...)
{
	struct nearest near = nearest_to(slice_of(wanted));
	va_list ap;

	va_start(ap, wanted);
	for (const char *name; (name = va_arg(ap, const char *)); )
		nearest_try(&near, name);
	va_end(ap);
	return near.name ? near.name : "";
}

#define NEAREST(want, wanted, ...) CHECK(strcmp(nearest(wanted, __VA_ARGS__, NULL), want) == 0)

static void
by_parts(void)
{
	NEAREST("GOLD_micro", "GOLD", "BOND", "COLD", "GOLD_micro");
	NEAREST("GOLD_micro", "gold", "BOND", "GOLD_micro", "GAS");
	NEAREST("GOLD-micro", "Gold", "GOLD-micro", "OLD");
	NEAREST("micro.GOLD", "GOLD", "CORN_mini", "micro.GOLD");
	NEAREST("GOLD_mini", "GOLD", "GOLD_micro", "GOLD_mini");
	NEAREST("GOLD_micro", "GOLD_mic", "GOLD", "GOLD_micro");
	NEAREST("CORN", "CORN_mini", "COPPER", "CORN");
	NEAREST("GOLD_micro", "gold-micro", "GOLD", "GOLD_micro");
	NEAREST("ewmac16_64", "ewmac16", "ewmac8_32", "ewmac16_64", "carry");
	NEAREST("percentage_vol_target", "vol_target", "vol", "percentage_vol_target");
	NEAREST("GOLD_micro", "GODL", "SILVER_micro", "GOLD_micro");
	NEAREST("GOLD_micro", "GOLD-USD", "SILVER_micro", "GOLD_micro", "CORN");
}

static void
by_letters(void)
{
	NEAREST("forecast_cap", "forecast_cpa", "forecast_floor", "forecast", "forecast_cap");
	NEAREST("build", "biuld", "split", "build", "now");
	NEAREST("GOLD", "GLD", "DAX", "GOLD");
	NEAREST("CORN", "corn", "CORM", "CORN");
	NEAREST("adjusted", "ajdusted", "adjust", "adjusted");
	NEAREST("GOLD_micro", "OLD", "DAX", "GOLD_micro");
}

static void
nothing_is_near(void)
{
	NEAREST("", "GOLD", "DAX", "BUND", "US10");
	NEAREST("", "GOLD", "BOND_LONG", "COAL", "CORN");
	NEAREST("", "get_moon_phase", "get_daily_prices", "get_raw_carry");
	NEAREST("", "st-nothing", "st-combine", "st-fetch");
	NEAREST("", "", "GOLD", "");
	NEAREST("", "--", "--by", "--");
	NEAREST("", "GOLD", "");
	NEAREST("", "GOLD", "GOLD");
	NEAREST("", "-z", "-d", "-o", "--grid");
	NEAREST("", "x", "price", "fx", "index");
	CHECK(nearest("GOLD", NULL)[0] == '\0');
}

/* What is longer than it looks at makes no difference, and harms nothing. */
static void
long_names(void)
{
	char a[300], b[300];

	memset(a, 'a', sizeof a - 1);
	memset(b, 'a', sizeof b - 1);
	a[sizeof a - 1] = '\0';
	b[200] = '\0';
	CHECK(nearest(a, b, NULL) == b);
	CHECK(nearest(a, a, NULL)[0] == '\0');
	memset(b, '_', 200);
	CHECK(*nearest(b, a, NULL) == '\0');
	CHECK(*nearest(a, b, NULL) == '\0');
}

static void
is_said(void)
{
	char *names[] = { "DAX", "GOLD_micro" };

	CHECK(strcmp(nearest_of(slice_of("gold"), names, 2), "; the nearest is 'GOLD_micro'") == 0);
	CHECK(strcmp(nearest_of(slice_of("gold"), names, 1), "") == 0);
	CHECK(strcmp(nearest_of(slice_of("gold"), names, 0), "") == 0);
	CHECK(strcmp(nearest_of((struct slice){ "gold_mini", 4 }, names, 2), "; the nearest is 'GOLD_micro'") == 0);
}

int
main(void)
{
	RUN(by_parts);
	RUN(by_letters);
	RUN(nothing_is_near);
	RUN(long_names);
	RUN(is_said);
	return test_end();
}
