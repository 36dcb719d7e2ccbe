#include "roll/back_adjust.h"

#include "base/mem.h"

void
back_adjust_add(struct back_adjust *s, double price)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap + s->cap / 2 : 4096;
		s->x = mem_grow(s->x, s->cap, sizeof *s->x);
	}
	s->x[s->n++] = price;
}

void
back_adjust_roll(struct back_adjust *s, double gap)
{
	for (size_t i = 0; i < s->n; i++)
		s->x[i] += gap;
	s->last = s->n;
}

void
back_adjust_roll_ratio(struct back_adjust *s, double ratio)
{
	for (size_t i = 0; i < s->n; i++)
		s->x[i] *= ratio;
	s->last = s->n;
}

void
back_adjust_clear(struct back_adjust *s)
{
	s->n = s->last = 0;
}
