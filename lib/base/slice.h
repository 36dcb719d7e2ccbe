/* slice - n bytes at p, not ended by a NUL and owned by someone else */
#ifndef ST_BASE_SLICE_H
#define ST_BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
	const char *p;
	size_t n;
};

static inline struct slice
slice_of(const char *s)
{
	return (struct slice){ s, strlen(s) };
}

static inline bool
slice_is(struct slice a, const char *s)
{
	return strlen(s) == a.n && memcmp(a.p, s, a.n) == 0;
}

static inline bool
slice_eq(struct slice a, struct slice b)
{
	return a.n == b.n && memcmp(a.p, b.p, a.n) == 0;
}

/* Byte order, a prefix before what it begins. */
static inline int
slice_cmp(struct slice a, struct slice b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int c = memcmp(a.p, b.p, n);

	return c ? c : (a.n > b.n) - (a.n < b.n);
}

/* A slice as two arguments of printf's "%.*s", at most 80 bytes of it. */
#define SLICE(s) (int)((s).n > 80 ? 80 : (s).n), (s).p

#endif
