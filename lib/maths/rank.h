/*
 * rank - how many of the values seen so far are below a new one
 *
 * Values are kept sorted in blocks of bounded length, so that a new one moves
 * few of the others however many there are.
 */
#ifndef ST_MATHS_RANK_H
#define ST_MATHS_RANK_H

enum { RANK_BLOCK = 256 };

struct rank_block {
	int n;
	double v[RANK_BLOCK];
};

/* Zeroed to begin with; owns its blocks, as long as the process lives. */
struct rank {
	struct rank_block **block; /* each sorted, none empty, one behind another */
	int n, cap;
};

/* How many values are below x, which is then counted in. A NaN is below nothing and above nothing. */
long rank_next(struct rank *r, double x);

#endif
