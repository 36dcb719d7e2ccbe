#include "base/mem.h"

#include <jansson.h>

#include "test.h"

static void
memory(void)
{
	char *p = mem_alloc(10, 1), *q;

	for (int i = 0; i < 10; i++)
		CHECK(p[i] == 0);
	free(p);
	free(mem_alloc(0, 8));
	p = mem_grow(NULL, 4, 2);
	memcpy(p, "abcdefg", 8);
	p = mem_grow(p, 4000, 2);
	CHECK(strcmp(p, "abcdefg") == 0);
	q = mem_dup(p, 3);
	CHECK(strcmp(q, "abc") == 0);
	free(p);
	free(q);
	q = mem_text("ab");
	CHECK(strcmp(q, "ab") == 0);
	free(q);
	DIES("out of memory", mem_grow(NULL, SIZE_MAX / 2, 3));
}

/* Whoever asks the C library, within another one too. The sanitizer dies in words of its own. */
static void
of_others(void)
{
#ifndef __SANITIZE_ADDRESS__
	volatile size_t much = SIZE_MAX / 2;
	void *volatile p; /* else the compiler sees that nobody wants it */

	DIES("out of memory", p = malloc(much));
	DIES("out of memory", p = calloc(much, 3));
	DIES("out of memory", p = realloc(NULL, much));
	DIES("out of memory", p = json_stringn_nocheck("", much));
	(void)p;
#endif
}

int
main(void)
{
	RUN(memory);
	RUN(of_others);
	return test_end();
}
