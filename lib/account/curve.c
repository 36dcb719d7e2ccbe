#include "account/curve.h"

#include <limits.h>
#include <math.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "config/config.h"
#include "time/stamp.h"

const char *const curve_kind_name[] = { "gross", "costs", "net" };
const char *const curve_units_name[] = { "percent", "value_terms" };

struct curves
curves_open(double capital, const char *config)
{
	struct curves c = { .capital = capital };

	if (config) {
		struct config cfg = config_load(config);
		if (isnan(capital))
			c.capital = config_num_or(&cfg, "notional_trading_capital", NAN);
		c.whole = !config_compat(&cfg);
	}
	if (c.capital <= 0)
		die("the capital is not above zero");
	return c;
}

void
curves_compound(struct curves *c, const char *path)
{
	c->multipliers = dated_values_read(path);
	c->multiplier = dated_values_of(&c->multipliers, NULL, NULL);
	if (!c->multiplier)
		die("%s: no multipliers of a portfolio", path);
}

static void
find_periods(struct periods *p, enum frequency f, const struct account_series *s)
{
	p->n = 0;
	if (s->n == 0)
		return;
	p->first = frequency_period(f, stamp_day(s->t[0]));
	p->n = frequency_period(f, stamp_day(s->t[s->n - 1])) - p->first + 1;
	if (p->n > p->cap) {
		p->cap = p->n;
		p->end = mem_grow(p->end, (size_t)p->cap, sizeof *p->end);
	}
	for (int i = 0, row = 0; i < p->n; i++) {
		int64_t stop = stamp_of_day(frequency_start(f, p->first + i + 1));
		while (row < s->n && s->t[row] < stop)
			row++;
		p->end[i] = row;
	}
}

static void
make_room(double **x, int n)
{
	*x = mem_grow(*x, (size_t)n, sizeof **x);
}

void
curves_account(struct curves *c, const struct account *a)
{
	c->a = a;
	for (int f = 0; f < FREQUENCIES; f++) {
		find_periods(&c->gross_periods[f], f, &a->gross);
		find_periods(&c->cost_periods[f], f, &a->costs);
	}
	if (a->gross.n > c->gross_cap) {
		c->gross_cap = a->gross.n;
		make_room(&c->sum[CURVE_GROSS], c->gross_cap);
		make_room(&c->sum[CURVE_NET], c->gross_cap);
	}
	if (a->costs.n > c->cost_cap) {
		c->cost_cap = a->costs.n;
		make_room(&c->sum[CURVE_COSTS], c->cost_cap);
	}
}

static void
in_units(const struct curves *c, double *to, const struct account_series *s, enum curve_units u)
{
	int at = 0;

	for (int i = 0; i < s->n; i++) {
		double capital = c->multiplier ? dated_value_at(c->multiplier, s->t[i] * 1000000, &at) * c->capital : c->capital;
		to[i] = u == CURVE_PERCENT ? 100.0 * s->x[i] / capital : s->x[i];
	}
}

/* The running sum, in place; a missing value stays missing and adds nothing. */
static void
cumulate(double *x, int n)
{
	double sum = 0;

	for (int i = 0; i < n; i++) {
		x[i] += sum;
		if (!isnan(x[i]))
			sum = x[i];
	}
}

/*
 * Net is gross plus the steps of the cumulated costs as they stood at the end of
 * each day of gross. The first of these steps has nothing to start from: it is
 * missing, and with it everything up to the first cost, which is never charged.
 */
static void
add_costs(double *net, const struct curves *c)
{
	const struct account_series *gross = &c->a->gross, *costs = &c->a->costs;
	double before = c->whole ? 0 : NAN, now = before;

	for (int i = 0, j = 0; i < gross->n; i++) {
		for (; j < costs->n && costs->t[j] <= gross->t[i]; j++)
			if (!c->whole || !isnan(c->sum[CURVE_COSTS][j]))
				now = c->sum[CURVE_COSTS][j];
		net[i] = c->sum[CURVE_GROSS][i] + (now - before);
		before = now;
	}
}

void
curves_units(struct curves *c, enum curve_units u)
{
	const struct account_series *gross = &c->a->gross, *costs = &c->a->costs;

	in_units(c, c->sum[CURVE_GROSS], gross, u);
	in_units(c, c->sum[CURVE_COSTS], costs, u);
	if (u == CURVE_PERCENT && !c->whole) /* there is no capital before the first gross row */
		for (int i = 0; i < costs->n && (gross->n == 0 || costs->t[i] < gross->t[0]); i++)
			c->sum[CURVE_COSTS][i] = NAN;
	cumulate(c->sum[CURVE_COSTS], costs->n);
	add_costs(c->sum[CURVE_NET], c);
	cumulate(c->sum[CURVE_GROSS], gross->n);
	cumulate(c->sum[CURVE_NET], gross->n);
}

void
curve_returns_like(struct curve_returns *r, const struct curve_returns *like)
{
	r->first = like->first;
	r->n = like->n;
	if (r->n > r->cap) {
		r->cap = r->n;
		make_room(&r->x, r->cap);
	}
}

void
curve_returns_from(struct curve_returns *r, enum frequency f, int day)
{
	int gone = day == INT_MIN ? 0 : day == INT_MAX ? r->n : frequency_period(f, day) - r->first;

	if (gone <= 0 || r->n == 0)
		return;
	gone = gone < r->n ? gone : r->n;
	r->first += gone;
	r->n -= gone;
	memmove(r->x, r->x + gone, (size_t)r->n * sizeof *r->x);
}

void
curves_returns(const struct curves *c, enum curve_kind k, enum frequency f, struct curve_returns *r)
{
	const struct periods *p = k == CURVE_COSTS ? &c->cost_periods[f] : &c->gross_periods[f];
	const double *sum = c->sum[k];
	double before = c->whole ? 0 : NAN;

	curve_returns_like(r, &(struct curve_returns){ .first = p->first, .n = p->n });
	for (int i = 0, start = 0; i < p->n; start = p->end[i++]) {
		int row = p->end[i] - 1;
		while (row >= start && isnan(sum[row]))
			row--;
		r->x[i] = NAN;
		if (row >= start) {
			r->x[i] = sum[row] - before;
			before = sum[row];
		}
	}
}
