/*
 * ewmac - exponentially weighted moving average crossover of a price, as several rules have it
 *
 * (EWMA(price, fast) - EWMA(price, slow)) / vol, spans in days; Carver, "Systematic
 * Trading", 2015, appendix B.
 */
#ifndef ST_RULES_EWMAC_H
#define ST_RULES_EWMAC_H

#include "maths/ewma.h"

struct ewmac {
	struct ewma fast, slow;
	double vol;     /* the last that wasn't missing */
};

struct ewmac ewmac_new(double fast, double slow);

/* The difference alone, with one day's price counted in. */
double ewmac_difference(struct ewmac *e, double price);

/* In units of vol; a missing vol is the last one there was. */
double ewmac_next(struct ewmac *e, double price, double vol);

#endif
