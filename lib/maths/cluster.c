#include "maths/cluster.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"

/* Groups joined step by step: of[i] is that of asset i, named by its first asset; far[i*n+j] between two groups. */
struct groups {
	int n;
	int *of;
	double *far;
};

static double
distance(int n, const double *a, const double *b)
{
	double sum = 0;

	for (int i = 0; i < n; i++)
		sum += (a[i] - b[i]) * (a[i] - b[i]);
	return sqrt(sum);
}

static struct groups
groups_of(int n, const double *rows)
{
	struct groups g = { .n = n, .of = mem_alloc((size_t)n, sizeof *g.of), .far = mem_alloc((size_t)(n * n), sizeof *g.far) };

	for (int i = 0; i < n; i++) {
		g.of[i] = i;
		for (int j = 0; j < n; j++)
			g.far[i * n + j] = distance(n, &rows[i * n], &rows[j * n]);
	}
	return g;
}

/* Join the two nearest groups; how far apart they were. */
static double
join_nearest(struct groups *g)
{
	int n = g->n, a = -1, b = -1;

	for (int i = 0; i < n; i++)
		for (int j = i + 1; j < n; j++)
			if (g->of[i] == i && g->of[j] == j && (a < 0 || g->far[i * n + j] < g->far[a * n + b])) {
				a = i;
				b = j;
			}
	double height = g->far[a * n + b];
	for (int i = 0; i < n; i++) {
		if (g->of[i] == b)
			g->of[i] = a;
		g->far[i * n + a] = g->far[a * n + i] = fmax(g->far[a * n + i], g->far[b * n + i]);
	}
	return height;
}

static bool
is_known(int n, const double *correlation)
{
	for (int i = 0; i < n * n; i++)
		if (!isfinite(correlation[i]))
			return false;
	return true;
}

/* Two groups far enough apart into second, or false. */
static bool
split(int n, const double *correlation, bool *second)
{
	struct groups g = groups_of(n, correlation);
	double height = 0;

	for (int left = n; left > 2; left--)
		height = join_nearest(&g);
	for (int i = 0; i < n; i++)
		second[i] = g.of[i] != 0;
	/* pysystemtrade cuts a millionth below the last joint. */
	bool clear = height <= join_nearest(&g) - 1e-6;
	free(g.of);
	free(g.far);
	return clear;
}

void
cluster_two(int n, const double *correlation, bool boring, bool *second)
{
	if (!boring && is_known(n, correlation) && split(n, correlation, second))
		return;
	for (int i = 0; i < n; i++)
		second[i] = i >= n / 2;
}
