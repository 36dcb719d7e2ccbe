#include "base/mem.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"

void *
mem_alloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (!p)
		die("out of memory");
	return p;
}

void *
mem_grow(void *p, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		die("out of memory");
	size_t bytes = n * size;
	p = realloc(p, bytes ? bytes : 1);
	if (!p)
		die("out of memory");
	return p;
}

char *
mem_dup(const char *p, size_t n)
{
	char *s = mem_grow(NULL, n + 1, 1);

	memcpy(s, p, n);
	s[n] = '\0';
	return s;
}

char *
mem_text(const char *s)
{
	return mem_dup(s, strlen(s));
}

char *
mem_format(const char *fmt, ...)
{
	char *s;
	va_list ap;

	va_start(ap, fmt);
	int n = vasprintf(&s, fmt, ap);
	va_end(ap);
	if (n < 0)
		die("out of memory");
	return s;
}

/* ---- in the C library's places ---- */

#ifndef __SANITIZE_ADDRESS__ /* which has its own there, and dies too */

/* The one that is next: the C library's, or what was preloaded. */
#define NEXT(name) \
	static __typeof__(&name) next; \
	if (!next) \
		next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

/* No bytes may have no address. */
static void *
had(void *p, bool wanted)
{
	if (!p && wanted)
		die_within("out of memory");
	return p;
}

void *
malloc(size_t n)
{
	NEXT(malloc);
	return had(next(n), n > 0);
}

void *
calloc(size_t n, size_t size)
{
	NEXT(calloc);
	return had(next(n, size), n > 0 && size > 0);
}

void *
realloc(void *p, size_t n)
{
	NEXT(realloc);
	return had(next(p, n), n > 0);
}

#endif
