/* utf8: characters, and what isn't one */
#include "test.h"

#include "base/utf8.h"

/* The characters of text behind one another, with a | after each. */
static bool
reads(const char *text, const char *want)
{
	static char got[256];
	struct slice s = slice_of(text);
	size_t n = 0;

	while (s.n > 0) {
		struct slice c = utf8_next(&s);
		memcpy(got + n, c.p, c.n);
		n += c.n;
		got[n++] = '|';
	}
	got[n] = '\0';
	return strcmp(got, want) == 0;
}

static void
test_characters(void)
{
	CHECK(reads("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", "a|\xc3\xa9|\xe2\x82\xac|\xf0\x9f\x98\x80|"));
	CHECK(utf8_length(slice_of("a\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80")) == 4);
	CHECK(reads("", ""));
}

static void
test_others(void)
{
	CHECK(reads("\n\x1b[m\x7f", "?|?|[|m|?|"));
	CHECK(reads("\xc2\x9b", "?|?|"));              /* a control character of two bytes */
	CHECK(reads("\xff\x80x\xc3", "?|?|x|?|"));     /* none, and one cut off */
	CHECK(reads("\xc0\xaf\xe0\x80\xaf", "?|?|?|?|?|")); /* longer than need be */
	CHECK(reads("\xed\xa0\x80", "?|?|?|"));        /* half a pair */
	CHECK(reads("\xef\xbf\xbe\xef\xbf\xbd", "?|?|?|\xef\xbf\xbd|"));
	CHECK(reads("\xf4\x90\x80\x80", "?|?|?|?|"));  /* beyond the last */
}

static void
test_printed(void)
{
	struct out o;
	int fd[2];
	char got[100], *clean = utf8_clean("a\x1b[m\xc2\x9b\xc3\xa9");

	CHECK(strcmp(clean, "a?[m??\xc3\xa9") == 0 && pipe(fd) == 0);
	free(clean);
	out_open(&o, fd[1], "pipe");
	utf8_text(&o, slice_of("a\x1b\n\tb\r"));
	utf8_pad(&o, "\xc3\xa9\x7f", 4);
	utf8_pad(&o, "long", 2);
	out_close(&o);
	ssize_t n = read(fd[0], got, sizeof got - 1);
	CHECK(n > 0);
	got[n] = '\0';
	CHECK(strcmp(got, "a?\n\tb?\xc3\xa9?  long") == 0);
	close(fd[0]);
}

int
main(void)
{
	RUN(test_characters);
	RUN(test_others);
	RUN(test_printed);
	return test_end();
}
