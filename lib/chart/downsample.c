#include "chart/downsample.h"

#include <math.h>

/* What a stretch may give. */
enum { LOWEST, HIGHEST, GAP, FIRST, LAST, KINDS };

/* Points of one stretch. */
static int
stretch(int n, int points)
{
	return n > points ? (n + points / 2 - 1) / (points / 2) : 1;
}

int
downsample_room(int n, int points)
{
	int step = stretch(n, points);

	return KINDS * ((n + step - 1) / step);
}

/* Keep what a stretch gives, which may be twice the same, in order. */
static int
keep_sorted(int *keep, int n, const int *which)
{
	int last = n > 0 ? keep[n - 1] : -1;

	for (;;) {
		int next = -1;
		for (int k = 0; k < KINDS; k++)
			if (which[k] > last && (next < 0 || which[k] < next))
				next = which[k];
		if (next < 0)
			return n;
		keep[n++] = last = next;
	}
}

int
downsample(const double *y, int n, int points, int *keep)
{
	int step = stretch(n, points), kept = 0;

	for (int from = 0; from < n; from += step) {
		int to = from + step < n ? from + step : n;
		int which[KINDS] = { -1, -1, -1, from == 0 ? 0 : -1, to == n ? n - 1 : -1 };
		for (int i = from; i < to; i++) {
			if (isnan(y[i])) {
				which[GAP] = i;
				continue;
			}
			which[LOWEST] = which[LOWEST] < 0 || y[i] < y[which[LOWEST]] ? i : which[LOWEST];
			which[HIGHEST] = which[HIGHEST] < 0 || y[i] > y[which[HIGHEST]] ? i : which[HIGHEST];
		}
		kept = keep_sorted(keep, kept, which);
	}
	return kept;
}
