/*
 * back_adjust - back-adjusted prices of contracts held one after another
 *
 * At a roll all that went before is shifted by the gap, the forward price less the
 * held one on the row before it; the last contract stays as it is. Gaps are added
 * one after another, ((P + d1) + d2) + …, oldest roll first (panama). Or all is
 * multiplied by the ratio of the two, which keeps returns in percent. Prices are in
 * price points, NaN where missing.
 */
#ifndef ST_ROLL_BACK_ADJUST_H
#define ST_ROLL_BACK_ADJUST_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

/* Zeroed to begin with; owns x. */
struct back_adjust {
	double *x;     /* the n rows' prices, adjusted by the rolls so far */
	size_t n;
	size_t last;   /* the first row of the last contract */
	size_t cap;    /* private */
};

/* A row of the contract held. */
void back_adjust_add(struct back_adjust *s, double price);

/* The rows from here on are of the next contract. */
void back_adjust_roll(struct back_adjust *s, double gap);
void back_adjust_roll_ratio(struct back_adjust *s, double ratio);

/* No rows again; x is kept to be used again. */
void back_adjust_clear(struct back_adjust *s);

/* A row of the last contract without a price, which daily updates leave out. */
static inline bool
back_adjust_unpriced(const struct back_adjust *s, size_t i)
{
	return i >= s->last && isnan(s->x[i]);
}

#endif
