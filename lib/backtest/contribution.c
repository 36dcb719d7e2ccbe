#include "backtest/contribution.h"

#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "forecast/styles.h"
#include "maths/return_stats.h"
#include "stream/rec.h"
#include "time/date.h"
#include "time/year.h"

static const char *const columns[CURVE_KINDS] = { "gross", "cost", "net" };

/* Cash flows on the days of a track; NaN for none. The slot before the first day has none. */
struct flows {
	double *x[CURVE_KINDS];
};

/* A file of cash flows being read, account after account. */
struct reader {
	const struct backtest *b;
	const struct daily_returns *t;
	struct rec r;
	int time, key, column[CURVE_KINDS];
	int day;                      /* of the row before, of the same account */
	struct names names, groups;
	const char *(*group)(const struct reader *f, const char *name);
	struct flows now, *group_flows;
	double *scratch;
	struct contribution_total c;
};

/* ---- flows ---- */

static void
clear(struct flows *f, int n)
{
	for (int k = 0; k < CURVE_KINDS; k++)
		for (int i = 0; i <= n; i++)
			f->x[k][i] = NAN;
}

static struct flows
flows_new(int n)
{
	struct flows f;

	for (int k = 0; k < CURVE_KINDS; k++)
		f.x[k] = mem_alloc((size_t)n + 1, sizeof *f.x[k]);
	clear(&f, n);
	return f;
}

static double
either(double x, double y)
{
	return isnan(x) ? y : isnan(y) ? x : x + y;
}

static void
flows_add(struct flows *to, const struct flows *f, int n)
{
	for (int k = 0; k < CURVE_KINDS; k++)
		for (int i = 1; i <= n; i++)
			to->x[k][i] = either(to->x[k][i], f->x[k][i]);
}

/* Of a curve's own days, the period before its first return counted in unless the backtest is whole. */
static double
sharpe_of(const struct reader *f, const struct flows *x)
{
	double stats[STATS];
	int first = 1, last = f->t->n;

	while (first <= last && isnan(x->x[CURVE_GROSS][first]) && isnan(x->x[CURVE_NET][first]))
		first++;
	while (last >= first && isnan(x->x[CURVE_GROSS][last]) && isnan(x->x[CURVE_NET][last]))
		last--;
	if (last < first)
		return NAN;
	first -= !f->b->whole;
	return_stats_of(x->x[CURVE_NET] + first, last - first + 1, BUSINESS_DAYS_IN_YEAR, f->scratch, stats);
	return stats[STAT_SHARPE];
}

static struct contribution
sum_up(const struct reader *f, const char *name, const struct flows *x)
{
	struct contribution c = { .name = name, .sharpe = sharpe_of(f, x) };

	for (int k = 0; k < CURVE_KINDS; k++) {
		double sum = NAN;
		for (int i = 1; i <= f->t->n; i++)
			sum = either(sum, x->x[k][i]);
		c.x[k] = isnan(sum) ? 0 : 100 * sum / f->b->capital / f->t->years;
	}
	return c;
}

/* ---- reading ---- */

static _Noreturn void
bad(const struct reader *f, int column, const char *name, const char *what)
{
	die("%s:%ld: column '%s': %s: \"%.*s\"", f->r.name, f->r.line, name, what, SLICE(rec_text(&f->r, column)));
}

static void
take_row(struct reader *f)
{
	double x[CURVE_KINDS];
	int day;

	if (rec_text(&f->r, f->time).n != 10 || !date_parse(rec_text(&f->r, f->time), &day) || day <= f->day)
		bad(f, f->time, "time", "not a date after the one before");
	f->day = day;
	for (int k = 0; k < CURVE_KINDS; k++)
		x[k] = rec_num(&f->r, f->column[k], columns[k]);
	int at = daily_returns_at(f->t, day);
	if (at < 0 && f->t->later && day < f->t->day[0])
		return;
	if (at < 0 && !(isnan(x[CURVE_GROSS]) && isnan(x[CURVE_NET])))
		bad(f, f->time, "time", "a profit on a day that the account doesn't have");
	for (int k = 0; at >= 0 && k < CURVE_KINDS; k++)
		f->now.x[k][at + 1] = either(f->now.x[k][at + 1], x[k]);
}

/* The number of an account's group, a new one if need be. */
static int
group_of(struct reader *f, const char *name)
{
	int known = f->groups.n, g = names_put(&f->groups, slice_of(f->group(f, name)));

	if (g == known) {
		f->group_flows = mem_grow(f->group_flows, (size_t)known + 1, sizeof *f->group_flows);
		f->group_flows[g] = flows_new(f->t->n);
	}
	return g;
}

static void
end_account(struct reader *f)
{
	struct contributions *c = &f->c.each;

	if (!f->names.n)
		return;
	const char *name = f->names.name[f->names.n - 1];
	c->v = mem_grow(c->v, (size_t)c->n + 1, sizeof *c->v);
	c->v[c->n++] = sum_up(f, name, &f->now);
	int group = group_of(f, name);
	flows_add(&f->group_flows[group], &f->now, f->t->n);
}

/* Is the row the first of another account? */
static void
look_at_key(struct reader *f, const char *column)
{
	struct slice key = rec_text(&f->r, f->key);
	int known = f->names.n;

	if (known && slice_is(key, f->names.name[known - 1]))
		return;
	if (!key.n || memchr(key.p, '\0', key.n))
		bad(f, f->key, column, "not a name");
	end_account(f);
	if (names_put(&f->names, key) < known)
		bad(f, f->key, column, "its rows don't stand together");
	if (!f->group(f, f->names.name[known]))
		bad(f, f->key, column, "not an instrument of work/instruments.csv");
	clear(&f->now, f->t->n);
	f->day = -1000000;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct contribution *)a)->name, ((const struct contribution *)b)->name);
}

static void
end_groups(struct reader *f)
{
	struct contributions *c = &f->c.groups;
	int n = f->t->n;

	c->n = f->groups.n;
	c->v = mem_alloc((size_t)c->n, sizeof *c->v);
	for (int g = 0; g < c->n; g++) {
		double *net = f->group_flows[g].x[CURVE_NET];
		c->v[g] = sum_up(f, f->groups.name[g], &f->group_flows[g]);
		daily_returns_cumulate(net + 1, n, net + 1);
		for (int i = 1; i <= n; i++)
			net[i] *= 100 / f->b->capital;
		c->v[g].curve = net + 1;
	}
	qsort(c->v, (size_t)c->n, sizeof *c->v, by_name);
}

static struct contribution_total
contributed(struct reader *f, const char *file, const char *key)
{
	rec_file(&f->r, backtest_file(f->b, file));
	rec_header(&f->r);
	f->time = rec_need(&f->r, "time");
	f->key = rec_need(&f->r, key);
	for (int k = 0; k < CURVE_KINDS; k++)
		f->column[k] = rec_need(&f->r, columns[k]);
	f->now = flows_new(f->t->n);
	f->scratch = mem_alloc((size_t)f->t->n + 1, sizeof *f->scratch);
	while (rec_next(&f->r)) {
		look_at_key(f, key);
		take_row(f);
	}
	end_account(f);
	end_groups(f);
	rec_close(&f->r);
	return f->c;
}

/* NULL for what is no instrument. */
static const char *
class_of(const struct reader *f, const char *name)
{
	const struct instruments *t = &f->b->instruments;
	int i = names_get(&t->codes, slice_of(name));

	return i < 0 ? NULL : *t->v[i].asset_class ? t->v[i].asset_class : "none";
}

static const char *
style_in(const struct reader *f, const char *name)
{
	return style_of(&f->b->cfg, name);
}

struct contribution_total
contribution_by_instrument(const struct backtest *b, const struct daily_returns *t)
{
	struct reader f = { .b = b, .t = t, .group = class_of };

	return contributed(&f, "pnl.csv", "instrument");
}

struct contribution_total
contribution_by_rule(const struct backtest *b, const struct daily_returns *t)
{
	struct reader f = { .b = b, .t = t, .group = style_in };

	return backtest_has(b, "accounts/rules.csv") ? contributed(&f, "accounts/rules.csv", "rule") : f.c;
}

/* ---- order ---- */

static int
by_net(const void *a, const void *b, void *all)
{
	const struct contribution *v = all, *x = &v[*(const int *)a], *y = &v[*(const int *)b];

	return x->x[CURVE_NET] != y->x[CURVE_NET] ? (x->x[CURVE_NET] < y->x[CURVE_NET]) - (x->x[CURVE_NET] > y->x[CURVE_NET])
	    : strcmp(x->name, y->name);
}

int *
contribution_order(const struct contributions *c)
{
	int *order = mem_alloc((size_t)c->n, sizeof *order);

	for (int i = 0; i < c->n; i++)
		order[i] = i;
	qsort_r(order, (size_t)c->n, sizeof *order, by_net, c->v);
	return order;
}

int
contribution_choice(const struct contributions *c, const char *name[CONTRIBUTIONS_CHOICE])
{
	int *order = contribution_order(c), n = 0;

	if (c->n > 0)
		name[n++] = c->v[order[0]].name;
	if (c->n > 2)
		name[n++] = c->v[order[c->n / 2]].name;
	if (c->n > 1)
		name[n++] = c->v[order[c->n - 1]].name;
	free(order);
	return n;
}
