#include "roll/back_adjust.h"

#include "base/mem.h"

void
stitch_add(struct stitch *s, double price)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap + s->cap / 2 : 4096;
		s->x = mem_grow(s->x, s->cap, sizeof *s->x);
	}
	s->x[s->n++] = price;
}

void
stitch_roll(struct stitch *s, double gap)
{
	for (size_t i = 0; i < s->n; i++)
		s->x[i] += gap;
	s->last = s->n;
}

void
stitch_roll_ratio(struct stitch *s, double ratio)
{
	for (size_t i = 0; i < s->n; i++)
		s->x[i] *= ratio;
	s->last = s->n;
}

void
stitch_clear(struct stitch *s)
{
	s->n = s->last = 0;
}
