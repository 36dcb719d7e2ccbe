#include "fit/pooled_weeks.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/bisect.h"
#include "base/mem.h"
#include "base/num.h"
#include "stream/dated_values.h"

static bool
has_week(const struct pooled_weeks_block *b, int week)
{
	return week >= b->first && week < b->first + b->n;
}

static void
add_week(struct pooled_weeks *f, const struct pooled_weeks_block *b, int week)
{
	for (int k = 0; k < f->copies; k++) {
		double *row = f->x + (size_t)f->rows * (size_t)f->n;
		f->t[f->rows++] = dated_value_day(fit_frequency_label(f->frequency, week)) + k;
		if (has_week(&b[k], week))
			memcpy(row, b[k].x + (size_t)(week - b[k].first) * (size_t)f->n, (size_t)f->n * sizeof *row);
		else
			for (int i = 0; i < f->n; i++)
				row[i] = num_missing();
	}
}

struct pooled_weeks
pooled_weeks_stack(const struct pooled_weeks_block *b, int copies, int assets, enum fit_frequency frequency)
{
	struct pooled_weeks f = { .n = assets, .copies = copies, .frequency = frequency };
	int first = INT_MAX, end = INT_MIN;

	for (int k = 0; k < copies; k++)
		if (b[k].n) {
			first = b[k].first < first ? b[k].first : first;
			end = b[k].first + b[k].n > end ? b[k].first + b[k].n : end;
		}
	if (first >= end)
		return f;
	size_t most = (size_t)(end - first) * (size_t)copies;
	f.t = mem_alloc(most, sizeof *f.t);
	f.x = mem_alloc(most * (size_t)assets + 1, sizeof *f.x);
	for (int week = first; week < end; week++) {
		bool some = false;
		for (int k = 0; k < copies; k++)
			some |= has_week(&b[k], week);
		if (some)
			add_week(&f, b, week);
	}
	return f;
}

void
pooled_weeks_free(struct pooled_weeks *f)
{
	free(f->t);
	free(f->x);
}

void
pooled_weeks_window(const struct pooled_weeks *f, int64_t first, int64_t last, int *from, int *to)
{
	*from = (int)bisect(f->t, (size_t)f->rows, sizeof *f->t, first);
	*to = (int)bisect(f->t, (size_t)f->rows, sizeof *f->t, last + 1);
}

void
pooled_weeks_present(const struct pooled_weeks *f, int from, int to, bool *present)
{
	memset(present, 0, (size_t)f->n * sizeof *present);
	for (int r = from; r < to; r++)
		for (int i = 0; i < f->n; i++)
			present[i] = present[i] || !isnan(f->x[(size_t)r * (size_t)f->n + (size_t)i]);
}
