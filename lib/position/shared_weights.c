#include "position/shared_weights.h"

#include <limits.h>
#include <math.h>

#include "base/die.h"
#include "base/json.h"
#include "time/date.h"

double
shared_weight_fixed(const struct config *c, const char *instrument)
{
	const json_t *w = config_get(c, "instrument_weights"), *own = json_object_get(w, instrument);
	double weight = 1;

	if (w && !own)
		die("%s: instrument_weights has none for '%s'%s", c->path, instrument, json_nearest(w, instrument));
	if (own)
		weight = config_as_num(c, own, instrument);
	if (!(weight >= 0 && weight <= 1e6))
		die("%s: instrument_weights: %s is below zero, or absurd", c->path, instrument);
	return weight;
}

double
shared_weights_sum(struct shared_weight *v, int n, int day)
{
	double sum = 0;

	for (int i = 0; i < n; i++) {
		if (v[i].series)
			v[i].weight = dated_value_at(v[i].series, dated_value_day(day), &v[i].at);
		double own = shared_weight_own(&v[i], day);
		sum += isnan(own) ? 0 : own;
	}
	return sum;
}

double
shared_weights_scale(double sum)
{
	return 1 / (sum == 0 ? 0.0001 : sum);
}

/* The first business day whose midnight is not before t. */
static int
first_day(int64_t t)
{
	int day = dated_value_day_of(t) + (dated_value_day(dated_value_day_of(t)) < t);

	return date_weekday(day) > 4 ? day + 7 - date_weekday(day) : day;
}

int
shared_weights_change(const struct shared_weight *v, int n, int day)
{
	int next = INT_MAX;

	for (int i = 0; i < n; i++) {
		if (v[i].start > day && v[i].start < next)
			next = v[i].start;
		for (int j = v[i].at; v[i].series && j < v[i].series->n; j++) {
			int from = first_day(v[i].series->v[j].t);
			if (from <= day)
				continue;
			next = from < next ? from : next;
			break;
		}
	}
	return next;
}
