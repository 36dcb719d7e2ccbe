#include "data/file_ends.h"

#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/slice.h"
#include "time/stamp.h"

static const struct file_ends unknown = { true, INT64_MIN, INT64_MAX };

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

void
file_ends_add(struct file_ends_bytes *b, const char *p, size_t n)
{
	size_t k = least(n, sizeof b->head - b->head_n), last = least(n, sizeof b->tail);
	size_t kept = least(b->tail_n, sizeof b->tail - last);

	if (!n)
		return; /* p may be NULL */
	memcpy(b->head + b->head_n, p, k);
	b->head_n += k;
	memmove(b->tail, b->tail + b->tail_n - kept, kept);
	memcpy(b->tail + kept, p + n - last, last);
	b->tail_n = kept + last;
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The line at *at that is not blank, without its end, and *at behind that; no text when there is none. */
static struct slice
next_line(struct slice s, size_t *at)
{
	while (*at < s.n && is_space(s.p[*at]))
		++*at;
	const char *from = s.p + *at, *end = memchr(from, '\n', s.n - *at);
	size_t n = end ? (size_t)(end - from) : s.n - *at;

	*at += n;
	return (struct slice){ from, n };
}

static struct slice
last_line(struct slice s)
{
	while (s.n && is_space(s.p[s.n - 1]))
		s.n--;
	const char *end = memrchr(s.p, '\n', s.n);
	size_t skip = end ? (size_t)(end - s.p) + 1 : 0;

	return (struct slice){ s.p + skip, s.n - skip };
}

static int64_t
stamp_of(struct slice line, int64_t otherwise)
{
	const char *comma = memchr(line.p, ',', line.n);
	struct slice s = { line.p, comma ? (size_t)(comma - line.p) : line.n };
	int64_t t;

	if (s.n >= 2 && s.p[0] == '"')
		s = (struct slice){ s.p + 1, s.n - 2 };
	return stamp_parse(s, &t) ? t : otherwise;
}

struct file_ends
file_ends_of(const struct file_ends_bytes *b)
{
	struct slice head = { b->head, b->head_n };
	bool whole = b->head_n < sizeof b->head;
	size_t at = 0;

	struct slice header = next_line(head, &at), first = next_line(head, &at);
	if (!header.n || (!first.n && !whole))
		return unknown;
	if (!first.n)
		return (struct file_ends){ false, INT64_MIN, INT64_MAX };
	return (struct file_ends){ true, stamp_of(first, INT64_MIN), stamp_of(last_line((struct slice){ b->tail, b->tail_n }),
	    INT64_MAX) };
}

struct file_ends
file_ends_read(int fd, int64_t size, const char *name)
{
	struct file_ends_bytes b;
	int64_t from = size > FILE_ENDS_BYTES ? size - FILE_ENDS_BYTES : 0;
	ssize_t head = pread(fd, b.head, sizeof b.head, 0), tail = pread(fd, b.tail, sizeof b.tail, from);

	if (head < 0 || tail < 0)
		die_sys("cannot read '%s'", name);
	b.head_n = (size_t)head;
	b.tail_n = (size_t)tail;
	return file_ends_of(&b);
}
