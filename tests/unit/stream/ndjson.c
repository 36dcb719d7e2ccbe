#include "stream/ndjson.h"

#include <errno.h>
#include <fcntl.h>

#include "base/json.h"
#include "base/num.h"
#include "config/config.h"
#include "stream/rec.h"

/* What a room may include that must never include base/die.h. */
#ifdef ST_BASE_DIE_H
#error "a header that answers brings base/die.h along"
#endif

#include "test.h"

enum { MOST = 64 };

/*
 * What is read of n bytes that come `step` at a time, each answer ended by a ';': the number
 * under "n" of an object, or what is wrong. Waits are left out.
 */
static const char *
answers(const char *p, size_t n, size_t step)
{
	static char out[65536];
	struct ndjson r;
	struct wrong w;
	json_t *o;
	enum ndjson_got got;
	int pair[2];
	char *at = out;
	int64_t x;

	if (pipe(pair) || fcntl(pair[0], F_SETFL, O_NONBLOCK))
		abort();
	ndjson_open(&r, pair[0], "in", MOST);
	while ((got = ndjson_next(&r, &o, &w)) != NDJSON_END) {
		if (got == NDJSON_WAIT) {
			size_t k = n < step ? n : step;
			if (k == 0)
				close(pair[1]);
			else if (write(pair[1], p, k) != (ssize_t)k)
				abort();
			p += k;
			n -= k;
		} else if (got == NDJSON_WRONG || !json_get_int(o, "n", &x, &w)) {
			at += sprintf(at, "%s;", w.text);
		} else {
			at += sprintf(at, "%ld;", (long)x);
		}
		if (got == NDJSON_OBJECT)
			json_decref(o);
	}
	*at = '\0';
	ndjson_close(&r);
	close(pair[0]);
	return out;
}

static bool
reads(const char *p, size_t n, const char *want)
{
	for (size_t step = 1; step < 100; step += step < 10 ? 1 : 13)
		if (strcmp(answers(p, n, step), want) != 0) {
			printf("# %zu bytes at a time: %s\n", step, answers(p, n, step));
			return false;
		}
	return true;
}

#define READS(s, want) CHECK(reads(s, sizeof s - 1, want))

static void
lines(void)
{
	READS("", "");
	READS("{\"n\":1}\n", "1;");
	READS("{\"n\":1}\n{\"n\":2}\r\n { \"n\" : 3 }\n", "1;2;3;");
	READS("{\"n\":\"1\"}\n{\"n\":2}\n", "'n' is not a whole number;2;");
}

/* A line that is wrong is named, and the next one is read. */
static void
hostile(void)
{
	READS("{\"n\":1}\n{\"n\":\n{\"n\":3}\n", "1;in:2: byte 5: unexpected token near end of file;3;");
	READS("[1]\n{\"n\":2}\n", "in:1: not an object;2;");
	READS("\n{\"n\":2}\n", "in:1: byte 0: unexpected token near end of file;2;");
	READS("{\"n\":1,\"n\":2}\n{\"n\":2}\n", "in:1: byte 10: duplicate object key near '\"n\"';2;");
	READS("{\"n\":1e999}\n{\"n\":2}\n", "in:1: byte 10: real number overflow near '1e999';2;");
	READS("{\"n\":1}{\"n\":2}\n{\"n\":3}\n", "in:1: byte 8: end of file expected near '{';3;");
	CHECK(strncmp(answers("{\"n\":\0001}\n", 9, 9), "in:1: byte ", 11) == 0);
	CHECK(strncmp(answers("{\"n\":\"\xe2\x82\"}\n", 11, 9), "in:1: byte 6: unable to decode byte 0xe2", 40) == 0);
}

/* Half a message is none, even where it could be read as one. */
static void
cut_off(void)
{
	READS("{\"n\":1}\n{\"n\":2}", "1;in:2: cut off, the line does not end;");
	READS("{\"n\"", "in:1: cut off, the line does not end;");
}

static void
too_long(void)
{
	char s[1024];
	const char *want = "in:1: longer than 64 bytes;2;";

	for (int n = MOST + 1; n < 900; n += 31) {
		memset(s, ' ', sizeof s);
		memcpy(s + n, "\n{\"n\":2}\n", 9);
		CHECK(reads(s, (size_t)n + 9, want));
	}
	memset(s, ' ', sizeof s);
	CHECK(reads(s, sizeof s, "in:1: longer than 64 bytes;"));
	memset(s, ' ', sizeof s);
	memcpy(s, "{\"n\":1}", 7);
	s[MOST] = '\n';
	CHECK(reads(s, MOST + 1, "1;"));
}

static void
deep(void)
{
	char s[2 * MOST];

	memset(s, '[', sizeof s);
	s[MOST] = '\n';
	CHECK(strncmp(answers(s, MOST + 1, 9), "in:1: byte ", 11) == 0);
}

static void
a_read_that_fails(void)
{
	int fd = open("/", O_RDONLY);
	struct ndjson r;
	struct wrong w;
	json_t *o;

	ndjson_open(&r, fd, "in", MOST);
	CHECK(ndjson_next(&r, &o, &w) == NDJSON_WRONG && strcmp(w.text, "cannot read 'in': Is a directory") == 0);
	CHECK(ndjson_next(&r, &o, &w) == NDJSON_END);
	ndjson_close(&r);
	close(fd);
}

int
main(void)
{
	RUN(lines);
	RUN(hostile);
	RUN(cut_off);
	RUN(too_long);
	RUN(deep);
	RUN(a_read_that_fails);
	return test_end();
}
