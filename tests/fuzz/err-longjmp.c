/* err, but death goes back to the fuzzer: lib/err.c's place is taken by this */
#include "err-longjmp.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "err.h"

const char *prog = "fuzz";
jmp_buf fuzz_death;

void
die(const char *fmt, ...)
{
	(void)fmt;
	longjmp(fuzz_death, 1);
}

void
die_sys(const char *fmt, ...)
{
	(void)fmt;
	longjmp(fuzz_death, 1);
}

void
warn(const char *fmt, ...)
{
	(void)fmt;
}

void
warn_quiet(void)
{
}

void
die_hook(void (*f)(void))
{
	(void)f;
}

void *
mem_alloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (!p)
		abort();
	return p;
}

void *
mem_grow(void *p, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		abort();
	p = realloc(p, n * size ? n * size : 1);
	if (!p)
		abort();
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
