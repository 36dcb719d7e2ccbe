/*
 * resize - a trade of one or more legs made smaller, its legs' ratio kept
 *
 * The smallest leg goes down to a whole number of lots; where another leg would then not be whole, nothing is left.
 * In whole numbers throughout: pysystemtrade does it in doubles, in which 49 lots cut to 1 become 0. What is below
 * zero in a limit counts as zero. pysystemtrade's tradeQuantity.
 */
#ifndef ST_ORDER_RESIZE_H
#define ST_ORDER_RESIZE_H

#include "order/quantity.h"

/* So that no leg is over its own limit: an absolute number of lots for each. */
struct quantity resize_per_leg(const struct quantity *trade, const int64_t *most);

/*
 * So that all legs together are no more lots than this: each gets its share, rounded down with its sign. What is sold
 * is so rounded up, as in the reference, and legs that are all sold may come to a lot more for each but one.
 */
struct quantity resize_total(const struct quantity *trade, int64_t most);

/* So that the smallest leg is this at most; the trade as it is where its other legs would not be whole. */
struct quantity resize_smallest_leg(const struct quantity *trade, int64_t most);

/* Of one leg: the smallest of n (at least one) sizes, whatever their signs, in the trade's direction. */
int64_t resize_lowest(int64_t trade, const int64_t *sizes, int n);

#endif
