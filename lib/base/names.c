#include "base/names.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"

/* FNV-1a; no seed, as nothing is ever output in hash order. */
static unsigned
hash(struct slice s)
{
	unsigned h = 2166136261u;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 16777619u;
	return h;
}

/* The slot that holds s, or the empty one where it belongs. */
static unsigned
find(const struct names *t, struct slice s)
{
	unsigned i = hash(s) & (t->slots - 1);

	while (t->slot[i] && !slice_is(s, t->name[t->slot[i] - 1]))
		i = (i + 1) & (t->slots - 1);
	return i;
}

static void
grow(struct names *t)
{
	t->slots = t->slots ? 2 * t->slots : 64;
	free(t->slot);
	t->slot = mem_alloc(t->slots, sizeof *t->slot);
	t->name = mem_grow(t->name, t->slots, sizeof *t->name);
	for (int i = 0; i < t->n; i++)
		t->slot[find(t, slice_of(t->name[i]))] = (unsigned)i + 1;
}

int
names_get(const struct names *t, struct slice s)
{
	return t->slots ? (int)t->slot[find(t, s)] - 1 : -1;
}

int
names_put(struct names *t, struct slice s)
{
	if ((unsigned)t->n * 2 >= t->slots)
		grow(t);
	unsigned i = find(t, s);
	if (!t->slot[i]) {
		if (memchr(s.p, '\0', s.n))
			die("a NUL byte in a name: \"%.*s\"", SLICE(s));
		t->name[t->n] = mem_dup(s.p, s.n);
		t->slot[i] = (unsigned)++t->n;
	}
	return (int)t->slot[i] - 1;
}

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

struct names
names_sorted(const struct names *t)
{
	struct names s = { 0 };
	char **name = mem_alloc((size_t)t->n, sizeof *name);

	for (int i = 0; i < t->n; i++)
		name[i] = t->name[i];
	qsort(name, (size_t)t->n, sizeof *name, by_bytes);
	for (int i = 0; i < t->n; i++)
		names_put(&s, slice_of(name[i]));
	free(name);
	return s;
}

/* Does UTF-8's control character U+0080 to U+009F stand there, of which terminals take one for ESC [? */
static bool
is_c1(const char *p, size_t n)
{
	return n > 1 && p[0] == '\xc2' && (unsigned char)p[1] < 0xa0;
}

bool
names_plain(struct slice s)
{
	for (size_t i = 0; i < s.n; i++)
		if ((unsigned char)s.p[i] < ' ' || s.p[i] == 0x7f || is_c1(s.p + i, s.n - i))
			return false;
	return true;
}
