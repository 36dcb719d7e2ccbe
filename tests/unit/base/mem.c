#include "base/mem.h"

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

int
main(void)
{
	RUN(memory);
	return test_end();
}
