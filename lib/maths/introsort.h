/*
 * introsort - numpy's unstable index sort, swap for swap
 *
 * The reference sorts a day's costs with it, and where two costs bear one date
 * the order that it leaves them in decides which of them is charged.
 */
#ifndef ST_MATHS_INTROSORT_H
#define ST_MATHS_INTROSORT_H

/* Put into order[0..n) the indices of key[0..n) by ascending key, ties as numpy leaves them. */
void introsort(const int *key, int *order, int n);

#endif
