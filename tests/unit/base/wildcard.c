#include "base/wildcard.h"

#include "test.h"

static bool
matches(const char *pattern, const char *s)
{
	return wildcard_matches(slice_of(pattern), slice_of(s));
}

static void
names(void)
{
	CHECK(matches("GOLD", "GOLD"));
	CHECK(!matches("GOLD", "GOLD_micro") && !matches("GOLD_micro", "GOLD") && !matches("GOLD", "gold") && !matches("GOLD", ""));
	CHECK(matches("", "") && !matches("", "a"));
}

static void
stars(void)
{
	CHECK(matches("*", "") && matches("*", "a") && matches("**", "ab") && matches("a**", "a"));
	CHECK(matches("forecast.*", "forecast.carry") && matches("forecast.*", "forecast."));
	CHECK(!matches("forecast.*", "forecast") && !matches("*.carry", "carry") && !matches("*a", "ab"));
	CHECK(matches("*_mi*o", "GOLD_mini_micro") && matches("*ab", "aab") && matches("a*b*c", "aXbXbXc"));
	CHECK(!matches("a*b*c", "aXcXb") && matches("*aab", "aaaaaab") && !matches("*aab", "aaaaaaba"));
}

static void
one_byte(void)
{
	CHECK(matches("US?", "US5") && matches("US??", "US10") && matches("?", "*") && matches("*?", "a"));
	CHECK(!matches("US?", "US") && !matches("US?", "US10") && !matches("*?", ""));
}

static void
no_further_than_they_are_long(void)
{
	CHECK(wildcard_matches((struct slice){ "GOLD*", 4 }, (struct slice){ "GOLD_micro", 4 }));
	CHECK(!wildcard_matches((struct slice){ "GOLD*", 4 }, slice_of("GOLD_micro")));
	CHECK(wildcard_is(slice_of("a*")) && wildcard_is(slice_of("?")) && !wildcard_is(slice_of("a.b")) && !wildcard_is(slice_of("")));
	CHECK(!wildcard_is((struct slice){ "GOLD*", 4 }));
}

int
main(void)
{
	RUN(names);
	RUN(stars);
	RUN(one_byte);
	RUN(no_further_than_they_are_long);
	return test_end();
}
