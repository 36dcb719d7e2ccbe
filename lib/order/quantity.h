/*
 * quantity - whole lots, a number for each leg of an order
 *
 * Signed: what is bought is above zero. Legs are as many as a spread may have (roll/contract.h). Every number that
 * comes from outside goes through quantity_of, which holds it to QUANTITY_MOST: products of two and sums of all legs
 * then fit an int64_t, and the rooms that compute with lots need not look for overflow.
 */
#ifndef ST_ORDER_QUANTITY_H
#define ST_ORDER_QUANTITY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/wrong.h"
#include "roll/contract.h"

enum { QUANTITY_LEGS = SPREAD_LEGS, QUANTITY_MOST = 1000000000 /* lots */ };

struct quantity {
	int n;                       /* legs; 0 is absent */
	int64_t lots[QUANTITY_LEGS]; /* of these the first n */
};

/* These lots; wrong when there are more than QUANTITY_LEGS of them or one is beyond QUANTITY_MOST either way. */
bool quantity_of(struct quantity *q, const int64_t *lots, int n, struct wrong *w);

struct quantity quantity_single(int64_t lots);
struct quantity quantity_zero(int n);

/* Leg by leg; wrong when one has more legs than the other. */
bool quantity_add(struct quantity *sum, const struct quantity *a, const struct quantity *b, struct wrong *w);
bool quantity_subtract(struct quantity *difference, const struct quantity *a, const struct quantity *b, struct wrong *w);

bool quantity_is_zero(const struct quantity *q);                            /* every leg is; so is one without legs */
bool quantity_equal(const struct quantity *a, const struct quantity *b);    /* of as many legs, too */
int64_t quantity_total(const struct quantity *q);                           /* absolute, over all legs */

/* Are both long or both short in every leg, nothing counting as long? */
bool quantity_same_signs(const struct quantity *a, const struct quantity *b);

/* Can this much of a trade be filled: in no leg more than it, or the other way? */
bool quantity_fits(const struct quantity *trade, const struct quantity *fill);

/* 1 or -1; of nothing 1. */
static inline int
quantity_sign(int64_t lots)
{
	return lots < 0 ? -1 : 1;
}

static inline int64_t
quantity_abs(int64_t lots)
{
	return lots < 0 ? -lots : lots;
}

#endif
