#include "position/instrument_weights.h"

#include <limits.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "stream/table.h"
#include "time/date.h"

static void
add(struct instrument_weights *w, const char *instrument, struct instrument_weight_change c)
{
	int known = w->instruments.n, i = names_put(&w->instruments, slice_of(instrument));

	if (i == known) {
		w->change = mem_grow(w->change, (size_t)known + 1, sizeof(struct instrument_weight_change *));
		w->n = mem_grow(w->n, (size_t)known + 1, sizeof *w->n);
		w->change[i] = NULL;
		w->n[i] = 0;
	}
	w->change[i] = mem_grow(w->change[i], (size_t)w->n[i] + 1, sizeof c);
	w->change[i][w->n[i]++] = c;
}

struct instrument_weights
instrument_weights_read(const struct config *c, const char *path)
{
	double com = config_num_or(c, "instrument_weight_ewma_span", 125);
	struct table t = table_read(path);
	struct instrument_weights w = { .path = path, .com = com, .first = INT_MAX };
	int time = table_column(&t, "time"), instrument = table_column(&t, "instrument"), weight = table_column(&t, "weight");
	int last = INT_MIN;

	for (int i = 0; i < t.n; i++) {
		struct instrument_weight_change change = { .weight = table_num(&t, i, weight) };
		if (!date_parse(slice_of(table_text(&t, i, time)), &change.day))
			die("%s: column 'time': not a date: \"%.80s\"", table_place(&t, i), table_text(&t, i, time));
		if (change.day < last)
			die("%s: column 'time': time goes back", table_place(&t, i));
		last = change.day;
		if (change.day < w.first)
			w.first = change.day;
		add(&w, table_text(&t, i, instrument), change);
	}
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
	return (struct instrument_weight){ .change = w->change[i], .left = w->n[i], .day = date_business(w->first), .now = num_missing(),
		.smoothed = num_missing(), .smooth = ewma_com(w->com, 0) };
}

double
instrument_weight_at(struct instrument_weight *w, int day)
{
	for (; w->day <= day; w->day = date_next_business(w->day)) {
		while (w->left && w->change->day <= w->day) {
			w->now = w->change->weight;
			w->change++;
			w->left--;
		}
		w->smoothed = ewma_next(&w->smooth, w->now);
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
