#include "net/http_head.h"
#include "test.h"

static struct http_head h;

static void
line(const char *s)
{
	http_head_line(&h, s, strlen(s));
}

/* Where an answer goes on whose head has this line. */
static int64_t
from(const char *s)
{
	line("HTTP/1.1 206 Partial Content\r\n");
	line(s);
	return h.from;
}

static void
versions(void)
{
	char s[600];

	line("HTTP/1.1 200 OK\r\n");
	CHECK(h.from == -1 && !*h.version.etag && !*h.version.modified && !h.wrong_length);
	line("etag:\t\"v 1\" \r\n");
	line("LAST-MODIFIED: Mon, 06 Jan 2020 10:00:00 GMT");
	line("X-ETag: other\r\n");
	CHECK(strcmp(h.version.etag, "\"v 1\"") == 0 && strcmp(h.version.modified, "Mon, 06 Jan 2020 10:00:00 GMT") == 0);
	line("ETag: \"a\rb\"\r\n");
	CHECK(!*h.version.etag);
	memset(s, 'x', sizeof s);
	memcpy(s, "ETag:", 5);
	http_head_line(&h, s, 5 + sizeof h.version.etag - 1);
	CHECK(strlen(h.version.etag) == sizeof h.version.etag - 1);
	http_head_line(&h, s, 5 + sizeof h.version.etag); /* cut off it would be another version's */
	CHECK(!*h.version.etag);
	http_head_line(&h, "ETag", 4);
	http_head_line(&h, "", 0);
	line("HTTP/2 304\r\n");
	CHECK(!*h.version.modified);
}

static void
parts(void)
{
	CHECK(from("Content-Range: bytes 150-299/300\r\n") == 150);
	CHECK(from("content-range: Bytes 0-0/1") == 0);
	CHECK(from("Content-Range: bytes 999999999999999997-999999999999999998/999999999999999999\r\n") == 999999999999999997);
	CHECK(from("Content-Range: bytes 150-298/300\r\n") == -1); /* not all of the rest */
	CHECK(from("Content-Range: bytes 0-9223372036854775807/5\r\n") == -1);
	CHECK(from("Content-Range: bytes 0-9223372036854775807/-9223372036854775808\r\n") == -1);
	CHECK(from("Content-Range: bytes 0-18446744073709551615/0\r\n") == -1);
	CHECK(from("Content-Range: bytes 5-4/5\r\n") == -1);
	CHECK(from("Content-Range: bytes -1-4/5\r\n") == -1);
	CHECK(from("Content-Range: bytes 0-4/*\r\n") == -1);
	CHECK(from("Content-Range: bytes 0-4/5,6-7/8\r\n") == -1);
	CHECK(from("Content-Range: bytes */5\r\n") == -1);
	CHECK(from("Content-Range: lines 0-4/5\r\n") == -1);
	CHECK(from("Content-Range:\r\n") == -1);
}

static void
lengths(void)
{
	static const char *const wrong[] = { "-5", "", "0x10", "9223372036854775808", "1000000000000000000", "5, 6", "1e3" };

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		char s[64];
		snprintf(s, sizeof s, "Content-Length: %s\r\n", wrong[i]);
		line("HTTP/1.1 200 OK");
		line(s);
		CHECK(h.wrong_length);
	}
	line("HTTP/1.1 200 OK");
	line("Content-Length: 999999999999999999\r\n");
	line("Content-Length: 0\r\n");
	CHECK(!h.wrong_length);
}

int
main(void)
{
	RUN(versions);
	RUN(parts);
	RUN(lengths);
	return test_end();
}
