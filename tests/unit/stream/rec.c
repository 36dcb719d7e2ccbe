#include "stream/rec.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>

#include "test.h"
#include "text.h"

/* Every record's raw fields joined by '|', records ended by '/': "a|b/1|2/". */
static const char *
joined(const char *s, size_t n, size_t step)
{
	static char out[4096];
	struct text t = { s, n, step };
	struct rec r;
	char *p = out;

	rec_source(&r, read_text, &t, "in");
	while (rec_next(&r)) {
		for (int i = 0; i < r.n; i++) {
			memcpy(p, r.f[i].p, r.f[i].n);
			p += r.f[i].n;
			*p++ = i + 1 < r.n ? '|' : '/';
		}
	}
	*p = '\0';
	rec_close(&r);
	return out;
}

/* The same whether it comes in one piece or byte by byte. */
static bool
reads(const char *s, const char *want)
{
	for (size_t step = 1; step < 40; step++)
		if (strcmp(joined(s, strlen(s), step), want) != 0) {
			printf("# %zu bytes a read: %s\n", step, joined(s, strlen(s), step));
			return false;
		}
	return true;
}

static void
plain(void)
{
	CHECK(reads("", ""));
	CHECK(reads("a\n", "a/"));
	CHECK(reads("a,b\n1,2\n", "a|b/1|2/"));
	CHECK(reads("a,b\n1,2", "a|b/1|2/"));
	CHECK(reads("a,b\n,\n", "a|b/|/"));
	CHECK(reads("a\n\nb\n", "a//b/"));
	CHECK(reads("time,instrument,a_longer_name,another_one\n2020-01-01,GOLD,1234567.25,\n",
	    "time|instrument|a_longer_name|another_one/2020-01-01|GOLD|1234567.25|/"));
}

static void
line_ends_and_bom(void)
{
	CHECK(reads("a,b\r\n1,2\r\n", "a|b/1|2/"));
	CHECK(reads("a,b\r\n1,2\r", "a|b/1|2/"));
	CHECK(reads("a,\r\n1,\r\n", "a|/1|/"));
	CHECK(reads("a,\"b\"\r\n", "a|\"b\"/"));
	CHECK(reads("\xef\xbb\xbf" "a,b\n", "a|b/"));
	CHECK(reads("\xef\xbb\xbf", ""));
	CHECK(reads("\xef\xbb", "\xef\xbb/"));
	CHECK(reads("a\n\xef\xbb\xbf" "b\n", "a/\xef\xbb\xbf" "b/"));
	CHECK(reads("a\rb\n", "a\rb/"));
}

static void
quoted(void)
{
	CHECK(reads("\"a\",b\n", "\"a\"|b/"));
	CHECK(reads("\"a,b\",\"c\"\"d\"\n", "\"a,b\"|\"c\"\"d\"/"));
	CHECK(reads("\"\",\"\"\n", "\"\"|\"\"/"));
	CHECK(reads("\"a\nb\",c\n1,2\n", "\"a\nb\"|c/1|2/"));
	CHECK(reads("\"a\r\nb\"\r\n", "\"a\r\nb\"/"));
	CHECK(reads("x,\"a\"", "x|\"a\"/"));
	CHECK(reads("x,\"a\"\r", "x|\"a\"/"));
}

static void
lines_are_counted(void)
{
	struct text t = { "h\n\"a\nb\"\nc\n", 10, 3 };
	struct rec r;

	rec_source(&r, read_text, &t, "in");
	CHECK(rec_next(&r) && r.line == 1);
	CHECK(rec_next(&r) && r.line == 2);
	CHECK(rec_next(&r) && r.line == 4);
	CHECK(r.row.n == 1 && r.row.p[0] == 'c');
	CHECK(!rec_next(&r));
	CHECK(!rec_next(&r));
	rec_close(&r);
}

static void
row_is_the_bytes(void)
{
	struct text t = { "a,\"b,\"\"\r\n\"\r\n", 12, 2 };
	struct rec r;

	rec_source(&r, read_text, &t, "in");
	CHECK(rec_next(&r));
	CHECK(slice_is(r.row, "a,\"b,\"\"\r\n\""));
	rec_close(&r);
}

/* NUL is a byte like any other. */
static void
nul_passes(void)
{
	CHECK(memcmp(joined("a\0b,c\n", 6, 1), "a\0b|c/", 7) == 0);
}

static void
refused(void)
{
	DIES("in:2: 1 field where the header has 2", joined("a,b\n1\n", 6, 9));
	DIES("in:3: 3 fields where the header has 2", joined("a,b\n1,2\n1,2,3\n", 14, 9));
	DIES("in:4: 1 field where the header has 2", joined("a,b\n\"1\n2\",3\nx\n", 14, 9));
	DIES("in:2: 1 field where the header has 2", joined("a,b\n\n", 5, 9));
	DIES("in:2: quote never closed", joined("a\n\"b\nc\n", 7, 9));
	DIES("in:1: quote never closed", joined("\"", 1, 9));
	DIES("in:1: text after a closing quote", joined("\"a\"b\n", 5, 9));
	DIES("in:1: text after a closing quote", joined("\"a\" \n", 5, 9));
	DIES("in:1: quote inside a field that does not begin with one", joined("a\"b\n", 4, 9));
	DIES("cannot open '/nonexistent/x': No such file or directory", struct rec r; rec_file(&r, "/nonexistent/x"));
	DIES("cannot read '/': Is a directory", struct rec r; rec_file(&r, "/"); rec_next(&r));
}

/* The memory that an unclosed quote can take has an end. */
static void
too_long(void)
{
	size_t n = (size_t)REC_MAX + 10;
	char *s = malloc(n);

	memset(s, 'x', n);
	s[0] = '"';
	DIES("in:1: record longer than 16777216 bytes", joined(s, n, n));
	free(s);
}

/* Records around the buffer's size and larger. */
static void
long_fields(void)
{
	for (size_t len = 65500; len < 65560; len++) {
		char *s = malloc(2 * len + 4);
		memset(s, 'x', 2 * len + 4);
		s[len] = ',';
		s[2 * len + 1] = '\n';
		s[2 * len + 2] = ',';
		struct text t = { s, 2 * len + 4, len % 7 ? 4096 : 1u << 20 };
		struct rec r;
		rec_source(&r, read_text, &t, "in");
		CHECK(rec_next(&r) && r.n == 2 && r.f[0].n == len && r.f[1].n == len);
		CHECK(rec_next(&r) && r.n == 2 && r.f[0].n == 0 && r.f[1].n == 1);
		CHECK(!rec_next(&r));
		rec_close(&r);
		free(s);
	}
}

static bool
unquoted(const char *s, const char *want)
{
	char buf[64];

	return slice_is(rec_unquote(slice_of(s), buf), want);
}

static void
unquoting(void)
{
	CHECK(unquoted("", ""));
	CHECK(unquoted("a", "a"));
	CHECK(unquoted("\"\"", ""));
	CHECK(unquoted("\"a b\"", "a b"));
	CHECK(unquoted("\"\"\"\"", "\""));
	CHECK(unquoted("\"a\"\"b\"\"\"", "a\"b\""));
}

static void
numbers_and_names(void)
{
	struct rec r;

	rec_file(&r, test_file("time,\"vol\"\n\"1.5\",\n\"\",abc\n"));
	CHECK(rec_next(&r));
	CHECK(rec_find(&r, "time") == 0 && rec_find(&r, "vol") == 1 && rec_find(&r, "Vol") == -1);
	CHECK(rec_next(&r));
	CHECK(rec_num(&r, 0, "time") == 1.5);
	CHECK(isnan(rec_num(&r, 1, "vol")));
	CHECK(rec_next(&r));
	CHECK(isnan(rec_num(&r, 0, "time")));
	r.name = "in";
	DIES("in:3: column 'vol': not a number: \"abc\"", rec_num(&r, 1, "vol"));
	rec_close(&r);
}

/* A name is found whatever its quotes; to ask for a text changes nothing of the record, however often. */
static void
names_in_quotes(void)
{
	struct rec r;

	rec_file(&r, test_file("a,\"b \"\"c\"\"\",\"\"\"d\"\"\"\n\"1\",\"x\"\"\",\"\"\"y\"\"\"\n"));
	CHECK(rec_next(&r));
	CHECK(rec_find(&r, "a") == 0 && rec_find(&r, "b \"c\"") == 1 && rec_find(&r, "\"d\"") == 2);
	CHECK(rec_find(&r, "b \"\"c\"\"") == -1 && rec_find(&r, "d") == -1);
	CHECK(rec_next(&r));
	for (int i = 0; i < 3; i++)
		CHECK(slice_is(rec_text(&r, 0), "1") && slice_is(rec_text(&r, 1), "x\"") && slice_is(rec_text(&r, 2), "\"y\""));
	CHECK(slice_is(r.row, "\"1\",\"x\"\"\",\"\"\"y\"\"\"") && slice_is(r.f[1], "\"x\"\"\""));
	char *copy = rec_copy(&r, 1);
	CHECK(strcmp(copy, "x\"") == 0);
	free(copy);
	rec_close(&r);
}

static bool
is_open(int fd)
{
	return fcntl(fd, F_GETFD) >= 0;
}

/* A reader closes what it opened, and nothing that it was given. */
static void
descriptors_are_their_owners(void)
{
	const char *path = test_file("a\n1\n");
	struct rec r;
	int fd = open(path, O_RDONLY);

	rec_open(&r, fd, "in");
	CHECK(rec_next(&r));
	rec_close(&r);
	CHECK(is_open(fd) && close(fd) == 0);
	rec_file(&r, path);
	fd = r.fd;
	CHECK(rec_next(&r) && is_open(fd));
	rec_close(&r);
	CHECK(!is_open(fd));
	rec_file(&r, "-");
	rec_close(&r);
	CHECK(is_open(0));
}

/* What is wrong with n bytes, read `step` at a time; "" for nothing. After it comes the end. */
static const char *
wrong_with(const char *s, size_t n, size_t step)
{
	static struct wrong w;
	struct text t = { s, n, step };
	struct rec r;
	enum rec_got got;
	double x;

	w.text[0] = '\0';
	rec_source(&r, read_text, &t, "in");
	while ((got = rec_try(&r, &w)) == REC_ROW)
		if (r.line > 1 && !rec_try_num(&r, 0, "a", &x, &w))
			break;
	if (got == REC_WRONG && (rec_try(&r, &w) != REC_END || rec_try(&r, &w) != REC_END))
		strcpy(w.text, "no end after what is wrong");
	rec_close(&r);
	return w.text;
}

static bool
answers(const char *s, size_t n, const char *want)
{
	for (size_t step = 1; step < 12; step++)
		if (strcmp(wrong_with(s, n, step), want) != 0) {
			printf("# %zu bytes a read: %s\n", step, wrong_with(s, n, step));
			return false;
		}
	return true;
}

#define ANSWERS(s, want) CHECK(answers(s, sizeof s - 1, want))

/* What anyone may send is answered in the words that a program dies with. */
static void
answered(void)
{
	ANSWERS("", "");
	ANSWERS("a,b\n1,2\n", "");
	ANSWERS("a,b\n1\n", "in:2: 1 field where the header has 2");
	ANSWERS("a\n\"b\nc\n", "in:2: quote never closed");
	ANSWERS("\"a\"b\n", "in:1: text after a closing quote");
	ANSWERS("a\"b\n", "in:1: quote inside a field that does not begin with one");
	ANSWERS("a\n1e999\n", "in:2: column 'a': not a number: \"1e999\"");
	ANSWERS("a\nnan\n", "in:2: column 'a': not a number: \"nan\"");
	ANSWERS("a\n\xe2\x82\n", "in:2: column 'a': not a number: \"\xe2\x82\"");
	ANSWERS("a\n1\0002\n", "in:2: column 'a': not a number: \"1\""); /* printed up to the NUL */
	ANSWERS("\xef\xbb\xbf\"", "in:1: quote never closed");
}

static ssize_t
read_nothing(void *src, char *buf, size_t n)
{
	(void)src;
	(void)buf;
	(void)n;
	errno = EIO;
	return -1;
}

static void
answered_of_the_system(void)
{
	struct rec r;
	struct wrong w;
	size_t n = (size_t)REC_MAX + 10;
	char *s = malloc(n);

	CHECK(!rec_try_file(&r, "/nonexistent/x", &w) && strcmp(w.text, "cannot open '/nonexistent/x': No such file or directory") == 0);
	CHECK(rec_try_file(&r, "/", &w) && rec_try(&r, &w) == REC_WRONG && strcmp(w.text, "cannot read '/': Is a directory") == 0);
	CHECK(rec_try(&r, &w) == REC_END);
	rec_close(&r);
	rec_source(&r, read_nothing, NULL, "in");
	CHECK(rec_try(&r, &w) == REC_WRONG && strcmp(w.text, "cannot read 'in': Input/output error") == 0);
	rec_close(&r);
	memset(s, 'x', n);
	CHECK(strcmp(wrong_with(s, n, n), "in:1: record longer than 16777216 bytes") == 0);
	free(s);
}

/* What refuses a number leaves the one that was there. */
static void
a_refusal_changes_nothing(void)
{
	struct rec r;
	struct wrong w;
	double x = 7;

	rec_file(&r, test_file("a\nx\n"));
	CHECK(rec_next(&r) && rec_next(&r) && !rec_try_num(&r, 0, "a", &x, &w) && x == 7);
	rec_close(&r);
}

int
main(void)
{
	RUN(plain);
	RUN(line_ends_and_bom);
	RUN(quoted);
	RUN(lines_are_counted);
	RUN(row_is_the_bytes);
	RUN(nul_passes);
	RUN(refused);
	RUN(too_long);
	RUN(long_fields);
	RUN(unquoting);
	RUN(numbers_and_names);
	RUN(names_in_quotes);
	RUN(descriptors_are_their_owners);
	RUN(answered);
	RUN(answered_of_the_system);
	RUN(a_refusal_changes_nothing);
	return test_end();
}
