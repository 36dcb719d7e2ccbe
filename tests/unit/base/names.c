#include "base/names.h"
#include "test.h"

static void
counts_from_zero(void)
{
	struct names t = { 0 };

	CHECK(names_get(&t, slice_of("GOLD")) == -1);
	CHECK(names_put(&t, slice_of("GOLD")) == 0);
	CHECK(names_put(&t, slice_of("CORN")) == 1);
	CHECK(names_put(&t, slice_of("GOLD")) == 0);
	CHECK(names_get(&t, slice_of("CORN")) == 1);
	CHECK(names_get(&t, slice_of("COR")) == -1);
	CHECK(t.n == 2);
	CHECK(strcmp(t.name[1], "CORN") == 0);
}

static void
takes_the_empty_string(void)
{
	struct names t = { 0 };

	CHECK(names_get(&t, slice_of("")) == -1);
	CHECK(names_put(&t, slice_of("")) == 0);
	CHECK(names_get(&t, slice_of("")) == 0);
}

/* Its slices are looked at, not kept. */
static void
copies_its_names(void)
{
	struct names t = { 0 };
	char s[] = "GOLD";

	names_put(&t, slice_of(s));
	memcpy(s, "CORN", 4);
	CHECK(names_get(&t, slice_of("GOLD")) == 0);
	CHECK(names_get(&t, slice_of("CORN")) == -1);
}

static void
grows(void)
{
	enum { N = 20000 };
	struct names t = { 0 };
	char s[16];

	for (int i = 0; i < N; i++) {
		snprintf(s, sizeof s, "K%d", i);
		CHECK(names_put(&t, slice_of(s)) == i);
	}
	for (int i = 0; i < N; i++) {
		snprintf(s, sizeof s, "K%d", i);
		CHECK(names_get(&t, slice_of(s)) == i && strcmp(t.name[i], s) == 0);
	}
	CHECK(t.n == N);
}

static void
plain(void)
{
	CHECK(names_plain(slice_of("")) && names_plain(slice_of("GOLD-2_x y")) && names_plain(slice_of("\xc3\xa9 \xc2\xa0")));
	CHECK(names_plain((struct slice){ "\xc2\x9b", 1 })); /* no more of it is there */
	CHECK(!names_plain(slice_of("a\n")) && !names_plain(slice_of("\x7f")) && !names_plain((struct slice){ "a\0", 2 }));
	CHECK(!names_plain(slice_of("a\xc2\x9b" "31m")) && !names_plain(slice_of("\xc2\x80")));
}

int
main(void)
{
	RUN(counts_from_zero);
	RUN(takes_the_empty_string);
	RUN(copies_its_names);
	RUN(grows);
	RUN(plain);
	return test_end();
}
