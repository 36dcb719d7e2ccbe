/*
 * downsample - of a long series as few points as can be seen, that hide no extreme
 *
 * Of each stretch the lowest and the highest are kept, and where a gap is (NaN).
 */
#ifndef ST_CHART_DOWNSAMPLE_H
#define ST_CHART_DOWNSAMPLE_H

/*
 * The indices of about `points` of y[0..n), in order, into keep, which has room for
 * downsample_room(n, points); how many they are. The first and the last are among them.
 */
int downsample(const double *y, int n, int points, int *keep);
int downsample_room(int n, int points);

#endif
