#include "order/wanted.h"

#include <math.h>

#include "test.h"

static bool
refused(struct wanted x, const char *text)
{
	struct wrong w;

	return !wanted_check(&x, &w) && strcmp(w.text, text) == 0;
}

static void
kinds(void)
{
	enum wanted_kind k = WANTED_SIMPLE;

	for (int i = 0; i < WANTED_KINDS; i++)
		CHECK(wanted_kind_named(slice_of(wanted_kind_name[i]), &k) && (int)k == i);
	CHECK(!wanted_kind_named(slice_of("Buffered"), &k) && k == WANTED_DYNAMIC);
}

static void
checked(void)
{
	struct wrong w;

	CHECK(wanted_check(&(struct wanted){ .kind = WANTED_BUFFERED, .lower = -1.5, .upper = -1.5 }, &w));
	CHECK(wanted_check(&(struct wanted){ .kind = WANTED_RAW, .position = .25 }, &w));
	CHECK(wanted_check(&(struct wanted){ .kind = WANTED_DYNAMIC, .position = -3 }, &w));
	CHECK(refused((struct wanted){ .kind = WANTED_DYNAMIC, .position = .5 }, "dynamic position isn't whole: 0.5"));
	CHECK(refused((struct wanted){ .kind = WANTED_SIMPLE, .position = NAN }, "no position"));
	CHECK(refused((struct wanted){ .kind = WANTED_SIMPLE, .position = -INFINITY }, "position of over 1000000000 contracts: -inf"));
	CHECK(refused((struct wanted){ .kind = WANTED_BUFFERED, .lower = NAN }, "no lower position"));
	CHECK(refused((struct wanted){ .kind = WANTED_BUFFERED, .upper = 2e9 }, "upper position of over 1000000000 contracts: 2e+09"));
	CHECK(refused((struct wanted){ .kind = WANTED_BUFFERED, .lower = 2, .upper = 1 }, "upper position 1 is below the lower, 2"));
}

int
main(void)
{
	RUN(kinds);
	RUN(checked);
	return test_end();
}
