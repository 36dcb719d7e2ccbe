#include "roll/contract_volume.h"

#include <math.h>
#include <stdlib.h>

#include "base/mem.h"
#include "base/num.h"
#include "maths/ewma.h"
#include "time/date.h"
#include "time/stamp.h"

/* Business days from one to a later one. */
static int
business_days(int from, int to)
{
	return (to - from) / 7 * 5 + (date_weekday(to) - date_weekday(from) + 5) % 5;
}

static void
grow(struct contract_volume *v, int n)
{
	if (n > v->cap) {
		v->cap = 2 * n;
		v->closing = mem_grow(v->closing, (size_t)v->cap, sizeof *v->closing);
		v->intraday = mem_grow(v->intraday, (size_t)v->cap, sizeof *v->intraday);
	}
	for (; v->n < n; v->n++)
		v->closing[v->n] = v->intraday[v->n] = 0;
}

void
contract_volume_add(struct contract_volume *v, int64_t t, double contracts)
{
	int day = date_business(stamp_day(t));

	if (v->n == 0)
		v->first = day;
	grow(v, business_days(v->first, day) + 1);
	if (isnan(contracts))
		return;
	if (t - stamp_of_day(stamp_day(t)) == 23 * 3600)
		v->closing[v->n - 1] += contracts;
	else
		v->intraday[v->n - 1] += contracts;
}

void
contract_volume_free(struct contract_volume *v)
{
	free(v->closing);
	free(v->intraday);
}

double
contract_volume_day(const struct contract_volume *v, int i)
{
	double x = v->closing[i] != 0 ? v->closing[i] : v->intraday[i];

	return x != 0 ? x : num_missing();
}

double
contract_volume_recent(const struct contract_volume *v, int64_t now)
{
	struct ewma mean = ewma_span(3, 1);
	double x = 0;
	int day = v->first;

	for (int i = 0; i < v->n; i++, day = date_next_business(day))
		if (stamp_of_day(day) >= now - 14 * DAY_SECONDS)
			x = ewma_next(&mean, contract_volume_day(v, i));
	return x;
}

void
contract_volume_relative(double *recent, int n)
{
	double most = recent[0];

	for (int i = 1; i < n; i++)
		if (recent[i] > most)
			most = recent[i];
	if (most == 0)
		most = 0.0001;
	for (int i = 0; i < n; i++)
		recent[i] /= most;
}
