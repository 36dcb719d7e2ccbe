#include "position/instrument_weights.h"

#include <limits.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "position/shared_weights.h"
#include "stream/table.h"
#include "time/date.h"
#include "time/stamp.h"

static void
add(struct instrument_weight_changes *c, int day, double value)
{
	c->v = mem_grow(c->v, (size_t)c->n + 1, sizeof *c->v);
	c->v[c->n++] = (struct instrument_weight_change){ day, value };
}

static struct instrument_weight_changes *
own_weights(struct instrument_weights *w, const char *instrument)
{
	int known = w->instruments.n, i = names_put(&w->instruments, slice_of(instrument));

	if (i == known) {
		w->own = mem_grow(w->own, (size_t)known + 1, sizeof *w->own);
		w->own[i] = (struct instrument_weight_changes){ .n = 0 };
	}
	return &w->own[i];
}

static int
row_day(const struct table *t, int row, int time, int last)
{
	struct slice text = slice_of(table_text(t, row, time));
	int day;

	if (!date_parse(text, &day) || !stamp_is_plain(text))
		die("%s: column 'time': not a date: \"%.80s\"", table_place(t, row), table_text(t, row, time));
	if (day < last)
		die("%s: column 'time': time goes back", table_place(t, row));
	return day;
}

/* What the weights sum to from a row on: 1 in a table without that column. */
static double
row_sum(const struct table *t, int row, int column)
{
	double sum = column < 0 ? 1 : table_num(t, row, column);

	if (!(sum >= 0))
		die("%s: column 'sum': missing, or below zero", table_place(t, row));
	return sum;
}

struct instrument_weights
instrument_weights_read(const struct config *c, const char *path)
{
	double com = config_num_or(c, "instrument_weight_ewma_span", 125), last_sum = -1;
	struct table t = table_read(path);
	struct instrument_weights w = { .path = path, .com = com, .first = INT_MAX };
	int time = table_column(&t, "time"), instrument = table_column(&t, "instrument"), weight = table_column(&t, "weight");
	int sum_column = names_get(&t.column, slice_of("sum")), last = INT_MIN;

	for (int i = 0; i < t.n; i++) {
		int day = row_day(&t, i, time, last);
		double sum = row_sum(&t, i, sum_column);
		if (day == last && sum != last_sum)
			die("%s: column 'sum': not that of the day's other rows", table_place(&t, i));
		if (sum != last_sum)
			add(&w.scale, day, shared_weights_scale(sum));
		add(own_weights(&w, table_text(&t, i, instrument)), day, table_num(&t, i, weight));
		w.first = day < w.first ? day : w.first;
		last = day;
		last_sum = sum;
	}
	table_free(&t);
	return w;
}

struct instrument_weight
instrument_weight_new(const struct instrument_weights *w, const char *instrument)
{
	int i = names_get(&w->instruments, slice_of(instrument));

	if (!(w->com >= 0))
		die("instrument_weight_ewma_span is below zero");
	if (i < 0)
		die("%s: no weight of '%s'", w->path, instrument);
	return (struct instrument_weight){ .own_left = w->own[i], .scale_left = w->scale, .day = date_business(w->first),
		.own = num_missing(), .scale = num_missing(), .smoothed = num_missing(), .smooth = ewma_com(w->com, 0) };
}

/* Go on to a day: the last value whose day has come. */
static void
go_on(struct instrument_weight_changes *left, int day, double *now)
{
	for (; left->n && left->v->day <= day; left->v++, left->n--)
		*now = left->v->value;
}

double
instrument_weight_at(struct instrument_weight *w, int day)
{
	for (; w->day <= day; w->day = date_next_business(w->day)) {
		go_on(&w->own_left, w->day, &w->own);
		go_on(&w->scale_left, w->day, &w->scale);
		w->smoothed = ewma_next(&w->smooth, w->own * w->scale);
	}
	return w->smoothed;
}

bool
instrument_weight_is_zero(const struct config *c, const char *instrument)
{
	const json_t *e, *list = config_get(c, "allocate_zero_instrument_weights_to_these_instruments");
	size_t i;

	json_array_foreach(list, i, e)
		if (json_is_string(e) && strcmp(json_string_value(e), instrument) == 0)
			return true;
	return false;
}
