#include "maths/rank.h"

#include <math.h>
#include <string.h>

#include "base/mem.h"

/* A new block at place i. */
static struct rank_block *
add_block(struct rank *r, int i)
{
	if (r->n == r->cap) {
		r->cap = 2 * r->cap + 8;
		r->block = mem_grow(r->block, (size_t)r->cap, sizeof(struct rank_block *));
	}
	memmove(r->block + i + 1, r->block + i, (size_t)(r->n++ - i) * sizeof(struct rank_block *));
	return r->block[i] = mem_alloc(1, sizeof(struct rank_block));
}

/* The upper half of a full block into a block behind it. */
static void
split(struct rank *r, int i)
{
	struct rank_block *low = r->block[i], *high = add_block(r, i + 1);

	high->n = RANK_BLOCK / 2;
	low->n -= high->n;
	memcpy(high->v, low->v + low->n, (size_t)high->n * sizeof *high->v);
}

/* The first place in a block whose value is not below x. */
static int
place(const struct rank_block *b, double x)
{
	int lo = 0, hi = b->n;

	while (lo < hi) {
		int mid = (lo + hi) / 2;
		if (b->v[mid] < x)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

long
rank_next(struct rank *r, double x)
{
	long below = 0;
	int i = 0;

	if (isnan(x))
		return 0;
	if (r->n == 0)
		add_block(r, 0);
	for (; i + 1 < r->n && r->block[i]->v[r->block[i]->n - 1] < x; i++)
		below += r->block[i]->n;
	if (r->block[i]->n == RANK_BLOCK) {
		split(r, i);
		if (r->block[i]->v[r->block[i]->n - 1] < x)
			below += r->block[i++]->n;
	}
	struct rank_block *b = r->block[i];
	int at = place(b, x);
	memmove(b->v + at + 1, b->v + at, (size_t)(b->n++ - at) * sizeof *b->v);
	b->v[at] = x;
	return below + at;
}
