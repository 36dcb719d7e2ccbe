/*
 * override - what someone has said about how much a strategy may trade an instrument
 *
 * One number: a multiplier of the position between 0 and 1, 1 for none and 0 to close it, or a flag below zero.
 * Several count together: No-trading before Close before Reduce-only before the product of multipliers.
 * pysystemtrade's overrides.
 */
#ifndef ST_ORDER_OVERRIDE_H
#define ST_ORDER_OVERRIDE_H

#include <stdbool.h>
#include <stdint.h>

#define OVERRIDE_NONE        1.0
#define OVERRIDE_CLOSE       0.0
#define OVERRIDE_NO_TRADING  (-1.0)
#define OVERRIDE_REDUCE_ONLY (-2.0)

/* Where overrides of a strategy's instrument come from. */
struct override_sources {
	double strategy, instrument, pair;                        /* of the ledger; NaN where there is none */
	bool bad_market, ignored, duplicate, trading_restriction; /* the instrument is on this list of the config */
};

bool override_valid(double x);

/* The two together. */
double override_combined(double a, double b);
double override_of(const struct override_sources *s);

/*
 * What is left of a trade from a position, in lots, under a valid override. A multiplier's target is rounded towards
 * zero; with `down` down, as in pysystemtrade, where shorts stay larger.
 */
int64_t override_apply(double override, int64_t position, int64_t trade, bool down);

/* "no-trading", "close", "reduce-only", "none", or "multiplier". */
const char *override_name(double override);

#endif
