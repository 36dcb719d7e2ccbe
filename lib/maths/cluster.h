/* cluster - assets in two groups of like ones */
#ifndef ST_MATHS_CLUSTER_H
#define ST_MATHS_CLUSTER_H

#include <stdbool.h>

/*
 * Which of n > 2 assets are in the second group: by complete linkage of the rows of their
 * correlations (n by n), cut at the last joint. Where there is no clear one, or the
 * correlations are missing or boring (made up), the second half in order.
 */
void cluster_two(int n, const double *correlation, bool boring, bool *second);

#endif
