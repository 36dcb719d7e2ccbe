#include "fit/bootstrap.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/num.h"
#include "base/random.h"

/* The rows of the window that can be drawn: those with a value of an asset that is wanted. */
static int
rows_to_draw(const struct pooled_weeks *f, const struct estimator_period_estimates *known, const bool *wanted, int *row)
{
	int n = 0;

	for (int r = known->from; r < known->to; r++) {
		bool some = false;
		for (int i = 0; i < f->n; i++)
			some |= wanted[i] && !isnan(f->x[(size_t)r * (size_t)f->n + (size_t)i]);
		if (some)
			row[n++] = r;
	}
	return n;
}

/* Assets to which the method gives a weight when all of the window is known. */
static void
find_wanted(const struct optimiser *method, const struct estimator_period_estimates *known, int n, bool *wanted)
{
	double *w = mem_alloc((size_t)n, sizeof *w);

	optimiser_weights(method, &known->e, w);
	for (int i = 0; i < n; i++)
		wanted[i] = !isnan(w[i]);
	free(w);
}

/* Add the weights that would have been best in a history. */
static void
add_history(const struct pooled_weeks *f, const int *row, int rows, const struct optimiser *method, const bool *wanted,
    double *sum)
{
	int n = f->n;
	double *mean = mem_alloc((size_t)(3 * n + n * n), sizeof *mean), *stdev = mean + n, *w = stdev + n, *matrix = w + n;

	estimator_plain_moments(f, row, rows, 2, mean, stdev);
	estimator_plain_correlation(f, row, rows, matrix);
	for (int i = 0; i < n; i++)
		if (!wanted[i])
			stdev[i] = num_missing();
	optimiser_weights(method, &(struct handcraft_estimates){ n, matrix, mean, stdev, rows / fit_frequency_per_year(f->frequency), false }, w);
	for (int i = 0; i < n; i++)
		sum[i] += isnan(w[i]) ? 0 : w[i];
	free(mean);
}

void
bootstrap(const struct pooled_weeks *f, const struct estimator_period_estimates *known, const struct bootstrap_options *o,
    const struct optimiser *method, int index, double *w)
{
	bool *wanted = mem_alloc((size_t)f->n, sizeof *wanted);
	int *row = mem_alloc((size_t)(known->to - known->from) + 1, sizeof *row);
	struct random random = random_of(o->seed, "bootstrap", (uint64_t)index);
	double total = 0;

	find_wanted(method, known, f->n, wanted);
	int rows = rows_to_draw(f, known, wanted, row), length = o->length ? o->length : rows;
	int *drawn = mem_alloc((size_t)length + 1, sizeof *drawn);
	for (int i = 0; i < f->n; i++)
		w[i] = 0;
	for (int k = 0; k < o->runs && rows; k++) {
		for (int i = 0; i < length; i++)
			drawn[i] = row[(int)(random_uniform(&random) * rows)];
		add_history(f, drawn, length, method, wanted, w);
	}
	for (int i = 0; i < f->n; i++)
		total += w[i];
	for (int i = 0; i < f->n; i++)
		w[i] = wanted[i] ? w[i] / total : num_missing();
	free(drawn);
	free(row);
	free(wanted);
}
