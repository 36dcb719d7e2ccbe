#include "net/http_head.h"

#include <string.h>
#include <strings.h>

#include "base/names.h"
#include "base/slice.h"

enum { DIGITS = 18 }; /* of a number of bytes: more might not be one */

/* The value of a header line of that name; false when it is another. */
static bool
header(const char *p, size_t n, const char *name, struct slice *value)
{
	size_t at = strlen(name);

	if (n <= at || strncasecmp(p, name, at) != 0 || p[at] != ':')
		return false;
	for (at++; at < n && (p[at] == ' ' || p[at] == '\t'); at++)
		;
	while (n > at && (p[n - 1] == '\r' || p[n - 1] == '\n' || p[n - 1] == ' ' || p[n - 1] == '\t'))
		n--;
	*value = (struct slice){ p + at, n - at };
	return true;
}

/* A value as text of less than room bytes; "" when it is none. */
static void
set_text(char *to, size_t room, struct slice value)
{
	bool right = value.n < room && names_plain(value);

	memcpy(to, value.p, right ? value.n : 0);
	to[right ? value.n : 0] = '\0';
}

/* Take a number off the beginning of s. */
static bool
take_number(struct slice *s, int64_t *x)
{
	size_t n = 0;

	for (*x = 0; n < s->n && n <= DIGITS && s->p[n] >= '0' && s->p[n] <= '9'; n++)
		*x = n < DIGITS ? *x * 10 + (s->p[n] - '0') : *x;
	s->p += n;
	s->n -= n;
	return n > 0 && n <= DIGITS;
}

static bool
take_text(struct slice *s, const char *text)
{
	size_t n = strlen(text);

	if (s->n < n || strncasecmp(s->p, text, n) != 0)
		return false;
	s->p += n;
	s->n -= n;
	return true;
}

/* Where the part begins that `bytes FROM-LAST/TOTAL` tells, if it is all of the rest, else -1. */
static int64_t
range_from(struct slice s)
{
	int64_t from, last, total;

	if (!take_text(&s, "bytes ") || !take_number(&s, &from) || !take_text(&s, "-") || !take_number(&s, &last) ||
	    !take_text(&s, "/") || !take_number(&s, &total) || s.n)
		return -1;
	return from <= last && last + 1 == total ? from : -1;
}

static bool
is_number(struct slice s)
{
	int64_t x;

	return take_number(&s, &x) && s.n == 0;
}

void
http_head_line(struct http_head *h, const char *p, size_t n)
{
	struct slice value;

	if (n > 5 && memcmp(p, "HTTP/", 5) == 0)
		*h = (struct http_head){ .from = -1 };
	if (header(p, n, "ETag", &value))
		set_text(h->version.etag, sizeof h->version.etag, value);
	if (header(p, n, "Last-Modified", &value))
		set_text(h->version.modified, sizeof h->version.modified, value);
	if (header(p, n, "Content-Range", &value))
		h->from = range_from(value);
	if (header(p, n, "Content-Length", &value))
		h->wrong_length |= !is_number(value);
}
