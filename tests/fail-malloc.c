/*
 * fail-malloc - a library for LD_PRELOAD: the FAIL_AT-th allocation by the program or by libcurl fails
 *
 * Those of other libraries are not counted, for theirs are other people's to look at.
 */
#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

/* Is it this call's turn, made from `caller`? */
static int
fails(void *caller)
{
	static long n, at;
	const char *s = getenv("FAIL_AT");
	Dl_info from;

	at = at || !s ? at : atol(s);
	if (!dladdr(caller, &from) || (strstr(from.dli_fname, ".so") && !strstr(from.dli_fname, "libcurl")) || ++n != at)
		return 0;
	errno = ENOMEM;
	return 1;
}

void *
malloc(size_t n)
{
	return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t n)
{
	return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(p, n);
}
