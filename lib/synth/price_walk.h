/*
 * price_walk - the walk of an invented price from business day to business day
 *
 * A trend that comes and goes, a volatility that changes its regime, a shock that
 * is partly the world's and its asset class's, now and then a jump. Prices are in
 * price points; the rest are fractions of the price, a year.
 */
#ifndef ST_SYNTH_PRICE_WALK_H
#define ST_SYNTH_PRICE_WALK_H

#include "base/random.h"

/* What the prices of its kind have in common. */
struct price_walk_class {
	const char *name;
	double vol, drift;
	double revert;          /* pull towards the first level */
	double world;           /* loading on the shock that all walks of a seed share */
	double slope_vol;       /* of the term structure's slope */
};

struct price_walk {
	double price;           /* the spot, above 0 */
	double vol;             /* at present */
	double slope;           /* of the term structure */
	/* private */
	uint64_t seed;
	struct random r;
	const struct price_walk_class *class;
	double level, slope_mean;
	double base, vol_target;
	int trend;              /* -1, 0, 1 */
};

/*
 * A walk that starts near level. Its numbers depend on the seed and on code, a name
 * that no other walk has; class must outlive it.
 */
struct price_walk price_walk_of(uint64_t seed, const char *code, const struct price_walk_class *class, double level,
    double slope);

/* On to a day, the business day after the last one. */
void price_walk_next(struct price_walk *w, int day);

#endif
