/* part - a list cut into parts of about the same size, one for each of some workers side by side */
#ifndef ST_DATA_PART_H
#define ST_DATA_PART_H

#include <stdbool.h>

#include "base/names.h"

/* The k-th of n parts, from 1; n 0 stands for all there is. */
struct part {
	double k, n;
};

/* "K/N", whole numbers, K from 1 to N, into *p; false when it isn't. */
bool part_parse(const char *text, struct part *p);

/* The names of a part, in their order: cut where the sizes before make up k/n of all. size: of each name, in any unit. */
struct names part_names(const struct part *p, const struct names *all, const double *size);

#endif
