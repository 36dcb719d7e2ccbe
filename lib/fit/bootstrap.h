/*
 * bootstrap - weights that are best on average over redrawn histories
 *
 * A history is so many weeks of the fit's window, drawn with replacement; each gives the
 * weights that would have been best in it (one_period), and their mean is the result.
 * Carver, "Systematic Trading", 2015, chapter 4. Only seeded random numbers.
 */
#ifndef ST_FIT_BOOTSTRAP_H
#define ST_FIT_BOOTSTRAP_H

#include <stdint.h>

#include "fit/estimator.h"
#include "fit/optimiser.h"

struct bootstrap_options {
	int runs;       /* histories */
	int length;     /* weeks of each; 0 for as many as the window has */
	uint64_t seed;
};

/*
 * Weights w[n] for the period of this index, from rows in its window that have a value of an asset of which enough
 * is known. Other assets are NaN; a draw in which nothing can be told of an asset gives it no weight.
 */
void bootstrap(const struct pooled_weeks *f, const struct estimator_period_estimates *known, const struct bootstrap_options *o,
    const struct optimiser *method, int index, double *w);

#endif
