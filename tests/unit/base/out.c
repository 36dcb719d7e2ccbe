#include "base/out.h"

#include <math.h>

#include "base/die.h"
#include "test.h"

static char text[1 << 19];

/* What a file holds. */
static const char *
content(const char *path)
{
	FILE *f = fopen(path, "r");
	size_t n = f ? fread(text, 1, sizeof text - 1, f) : 0;

	text[n] = '\0';
	if (f)
		fclose(f);
	return text;
}

static void
writes_each_kind(void)
{
	const char *path = test_file("what was there before, longer than what comes");
	struct out o;

	out_file(&o, path);
	out_str(&o, "a");
	out_char(&o, ',');
	out_bytes(&o, "bc", 1);
	out_char(&o, ',');
	out_num(&o, 284);
	out_char(&o, ',');
	out_num(&o, NAN);
	out_char(&o, ',');
	out_int(&o, -3);
	out_char(&o, '\n');
	CHECK(strlen(content(path)) == 0);
	out_flush(&o);
	CHECK(strcmp(content(path), "a,b,284.0,,-3\n") == 0);
	out_str(&o, "z");
	out_close(&o);
	CHECK(strcmp(content(path), "a,b,284.0,,-3\nz") == 0);
}

static void
quotes_only_when_needed(void)
{
	static const char *const fields[] = { "", "a b", "a;b'", "a,b", "a\"b", "a\nb", "a\rb" };
	const char *path = test_file("");
	struct out o;

	out_file(&o, path);
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		out_field(&o, slice_of(fields[i]));
		out_char(&o, '|');
	}
	out_close(&o);
	CHECK(strcmp(content(path), "|a b|a;b'|\"a,b\"|\"a\"\"b\"|\"a\nb\"|\"a\rb\"|") == 0);
}

/* Pieces of all sizes, more than the buffer holds, one of them larger than it. */
static void
order_is_kept(void)
{
	static char big[100000];
	const char *path = test_file("");
	struct out o;
	size_t n = 0;

	memset(big, 'x', sizeof big);
	out_file(&o, path);
	for (int i = 0; i < 3000; i++) {
		out_int(&o, i);
		out_char(&o, ':');
		out_bytes(&o, big, i == 1500 ? sizeof big : (size_t)i % 97);
	}
	out_close(&o);
	const char *p = content(path);
	for (int i = 0; i < 3000; i++) {
		CHECK(strtol(p, (char **)&p, 10) == i && *p++ == ':');
		for (n = 0; *p == 'x'; p++)
			n++;
		CHECK(n == (i == 1500 ? sizeof big : (size_t)i % 97));
	}
	CHECK(*p == '\0');
}

static void
numbers_that_do_not_print(void)
{
	struct out o;

	out_file(&o, "/dev/null");
	DIES("'/dev/null': a number came out infinite", out_num(&o, INFINITY));
	DIES("'/dev/null': a number came out infinite", out_num(&o, -INFINITY));
	DIES("'/dev/null': a number came out infinite, behind \"2021-01-04,GOLD\"",
	    out_str(&o, "time,instrument,x\n2021-01-04,GOLD,"); out_num(&o, INFINITY));
	DIES("'/dev/null': a whole number came out too large", out_int(&o, 1e15));
	out_close(&o);
}

static void
full_disk(void)
{
	struct out o;

	DIES("cannot write '/dev/full': No space left on device", out_file(&o, "/dev/full"); out_char(&o, 'x'); out_flush(&o));
	DIES("cannot write '/dev/full': No space left on device", out_file(&o, "/dev/full"); out_char(&o, 'x'); out_close(&o));
	DIES("cannot open '/nonexistent/x': No such file or directory", out_file(&o, "/nonexistent/x"));
}

/* What is right goes out before the message does; if it can't, that is the message. */
static void
death_flushes(void)
{
	const char *path = test_file("");
	struct out o;

	DIES("no more", out_file(&o, path); out_str(&o, "good\n"); die("no more"));
	CHECK(strcmp(content(path), "good\n") == 0);
	DIES("cannot write '/dev/full': No space left on device", out_file(&o, "/dev/full"); out_str(&o, "x"); die("no more"));
}

static void
flush_of_all(void)
{
	const char *a = test_file(""), *b = test_file("");
	struct out oa, ob;

	out_file(&oa, a);
	out_file(&ob, b);
	out_str(&oa, "a");
	out_str(&ob, "b");
	out_close(&oa);
	out_flush_all();
	CHECK(strcmp(content(a), "a") == 0);
	CHECK(strcmp(content(b), "b") == 0);
	out_close(&ob);
}

int
main(void)
{
	RUN(writes_each_kind);
	RUN(quotes_only_when_needed);
	RUN(order_is_kept);
	RUN(numbers_that_do_not_print);
	RUN(full_disk);
	RUN(death_flushes);
	RUN(flush_of_all);
	return test_end();
}
