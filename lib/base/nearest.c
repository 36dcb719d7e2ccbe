#include "base/nearest.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

int
nearest_distance(const char *a, const char *b)
{
	int n = (int)strlen(b), *d = mem_alloc((size_t)n + 1, sizeof *d);

	for (int j = 0; j <= n; j++)
		d[j] = j;
	for (int i = 1; a[i - 1]; i++) {
		int diagonal = d[0];
		d[0] = i;
		for (int j = 1; j <= n; j++) {
			int best = diagonal + (a[i - 1] != b[j - 1]), up = d[j];
			best = up + 1 < best ? up + 1 : best;
			diagonal = up;
			d[j] = d[j - 1] + 1 < best ? d[j - 1] + 1 : best;
		}
	}
	int result = d[n];
	free(d);
	return result;
}
