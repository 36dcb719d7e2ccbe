/*
 * nearest - of the names that there are the one that was meant by one that there isn't
 *
 * Names have parts with one of "_-. " between them; which of these, and whether letters are large, does not count.
 * Nearest of all is a name of which the wanted one begins a part (GOLD: GOLD_micro); then, by how many, one that a few
 * letters put in, left out, changed or swapped lead to, or to a part of which (forecast_cpa: forecast_cap), one that is parts
 * of the wanted one (CORN_mini: CORN) or has it within; then one that alone of all shares a part with it. What is farther
 * isn't near. Of equals the one with fewer other letters, then the first.
 */
#ifndef ST_BASE_NEAREST_H
#define ST_BASE_NEAREST_H

#include "base/slice.h"

struct nearest {
	struct slice wanted;
	const char *name;    /* NULL while none is near; it must last */
	/* private */
	int cost, letters, sharing;
};

struct nearest nearest_to(struct slice wanted);

/* Is it this one? Not when it is spelled as the wanted one is: then something else is wrong with it. */
void nearest_try(struct nearest *n, const char *name);

/* "; the nearest is 'NAME'" for the end of a message, "" when none is; until the next call. */
const char *nearest_said(const struct nearest *n);

/* The same of a table of names. */
const char *nearest_of(struct slice wanted, char *const *name, int n);

#endif
