#include "fit/risk_parity.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static double
known(double correlation)
{
	return isnan(correlation) ? 0 : fmin(fmax(correlation, -1), 1);
}

/* How far apart assets are in what they are near to, n by n. */
static double *
distances(int n, const double *correlation)
{
	double *far = mem_alloc((size_t)(n * n), sizeof *far);

	for (int i = 0; i < n; i++)
		for (int j = 0; j < n; j++) {
			double sum = 0;
			for (int k = 0; k < n; k++) {
				double a = k == i ? 0 : sqrt((1 - known(correlation[k * n + i])) / 2);
				double b = k == j ? 0 : sqrt((1 - known(correlation[k * n + j])) / 2);
				sum += (a - b) * (a - b);
			}
			far[i * n + j] = sqrt(sum);
		}
	return far;
}

/* A group is named by a place among n; its assets lie in order in list[place], size[place] of them; 0 when joined to another. */
struct tree {
	int n, *list, *size, *born; /* born: the step in which it was joined, which decides whose assets come first */
	double *far;
};

static void
join(struct tree *t, int a, int b, int step)
{
	int n = t->n;

	memcpy(&t->list[a * n + t->size[a]], &t->list[b * n], (size_t)t->size[b] * sizeof *t->list);
	t->size[a] += t->size[b];
	t->size[b] = 0;
	t->born[a] = n + step;
	for (int i = 0; i < n; i++)
		t->far[i * n + a] = t->far[a * n + i] = fmin(t->far[a * n + i], t->far[b * n + i]);
}

/* Join the two nearest groups, the earlier born in front. */
static void
join_nearest(struct tree *t, int step)
{
	int n = t->n, a = -1, b = -1;

	for (int i = 0; i < n; i++)
		for (int j = i + 1; j < n; j++)
			if (t->size[i] && t->size[j] && (a < 0 || t->far[i * n + j] < t->far[a * n + b])) {
				a = i;
				b = j;
			}
	if (t->born[a] < t->born[b])
		join(t, a, b, step);
	else
		join(t, b, a, step);
}

/* The assets in the order of the tree's leaves. */
static void
leaves(int n, const double *correlation, int *order)
{
	size_t k = (size_t)n;
	struct tree t = { .n = n, .list = mem_alloc(k * k, sizeof(int)), .size = mem_alloc(k, sizeof(int)),
		.born = mem_alloc(k, sizeof(int)), .far = distances(n, correlation) };
	int root = 0;

	for (int i = 0; i < n; i++) {
		t.list[i * n] = t.born[i] = i;
		t.size[i] = 1;
	}
	for (int step = 0; step < n - 1; step++)
		join_nearest(&t, step);
	while (!t.size[root])
		root++;
	memcpy(order, &t.list[root * n], k * sizeof *order);
	free(t.list);
	free(t.size);
	free(t.born);
	free(t.far);
}

/* The variance of m assets weighted by the inverse of theirs. */
static double
variance(int n, const double *correlation, const double *stdev, const int *asset, int m)
{
	double sum = 0, v = 0;

	for (int i = 0; i < m; i++)
		sum += 1 / (stdev[asset[i]] * stdev[asset[i]]);
	for (int i = 0; i < m; i++)
		for (int j = 0; j < m; j++) {
			double rho = i == j ? 1 : known(correlation[asset[i] * n + asset[j]]);
			v += rho / (stdev[asset[i]] * stdev[asset[j]]);
		}
	return v / (sum * sum);
}

static void
halve(int n, const double *correlation, const double *stdev, const int *asset, int m, double *w)
{
	int half = m / 2;

	if (m < 2)
		return;
	double first = variance(n, correlation, stdev, asset, half);
	double second = variance(n, correlation, stdev, asset + half, m - half);
	double share = 1 - first / (first + second);
	for (int i = 0; i < m; i++)
		w[asset[i]] *= i < half ? share : 1 - share;
	halve(n, correlation, stdev, asset, half, w);
	halve(n, correlation, stdev, asset + half, m - half, w);
}

void
risk_parity(int n, const double *correlation, const double *stdev, double *w)
{
	int *order = mem_alloc((size_t)n, sizeof *order);

	for (int i = 0; i < n; i++)
		w[i] = 1;
	leaves(n, correlation, order);
	halve(n, correlation, stdev, order, n, w);
	free(order);
}
