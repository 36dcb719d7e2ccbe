/* text - a source for stream/rec.h: bytes that come a few at a time */
#ifndef ST_TEST_TEXT_H
#define ST_TEST_TEXT_H

#include <string.h>
#include <sys/types.h>

/* A source that hands out at most `step` bytes a read. */
struct text {
	const char *p;
	size_t n, step;
};

static ssize_t
read_text(void *src, char *buf, size_t n)
{
	struct text *t = src;

	n = n < t->n ? n : t->n;
	n = n < t->step ? n : t->step;
	memcpy(buf, t->p, n);
	t->p += n;
	t->n -= n;
	return (ssize_t)n;
}

#endif
