#include "account/summary.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "account/monthly_returns.h"
#include "base/decimals.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "time/date.h"
#include "time/frequency.h"

/* A figure of few digits, right-aligned. */
static void
say_num(struct out *o, int width, int decimals, double x)
{
	out_say(o, "%*s", width, decimals_text(x, decimals));
}

/* As wide as that, or as this figure and a space need. */
static int
wider(int width, double x, int decimals)
{
	int n = isnan(x) ? 0 : (int)strlen(decimals_text(x, decimals)) + 1;

	return n > width ? n : width;
}

static void
say_day(struct out *o, bool empty, int day)
{
	char text[DATE_MAX];

	out_str(o, "  ");
	if (empty)
		out_say(o, "%10s", "-");
	else
		out_bytes(o, text, date_print(text, day));
}

/* "from DAY", or that there is none. */
static const char *
from_text(int day)
{
	static char text[sizeof "from " + DATE_MAX];

	snprintf(text, sizeof text, "from %s", day == HELD_NEVER ? "never" : date_text(day));
	return text;
}

/* Beside each figure, when data was missing and the days before are counted in it, the same from where it was there. */
static void
say_headline(struct out *o, const struct account_stats *r, bool twice)
{
	static const struct {
		const char *label;
		enum curve_kind kind;
		enum return_stat stat;
		double scale;
		int decimals;
		const char *unit;
	} lines[] = {
		{ "annual mean", CURVE_NET, STAT_ANN_MEAN, 1, 2, " %" },
		{ "annual standard deviation", CURVE_NET, STAT_ANN_STD, 1, 2, " %" },
		{ "Sharpe ratio", CURVE_NET, STAT_SHARPE, 1, 3, "" },
		{ "Sortino ratio", CURVE_NET, STAT_SORTINO, 1, 3, "" },
		{ "skew", CURVE_NET, STAT_SKEW, 1, 3, "" },
		{ "worst drawdown", CURVE_NET, STAT_WORST_DRAWDOWN, 1, 2, " %" },
		{ "average drawdown", CURVE_NET, STAT_AVG_DRAWDOWN, 1, 2, " %" },
		{ "time in drawdown", CURVE_NET, STAT_TIME_IN_DRAWDOWN, 100, 1, " %" },
		{ "t-statistic", CURVE_NET, STAT_T_STAT, 1, 2, "" },
		{ "annual mean, gross", CURVE_GROSS, STAT_ANN_MEAN, 1, 2, " %" },
		{ "annual costs", CURVE_COSTS, STAT_ANN_MEAN, 1, 2, " %" },
	};

	if (twice)
		out_say(o, "  %38s  %20s\n", "all days", from_text(r->held_from));
	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		out_say(o, "  %-26s", lines[i].label);
		say_num(o, 12, lines[i].decimals, lines[i].scale * r->of[DAILY][lines[i].kind][CURVE_PERCENT][lines[i].stat]);
		if (twice) {
			out_say(o, "%-2s", lines[i].unit);
			say_num(o, 20, lines[i].decimals, lines[i].scale * r->held[lines[i].kind][lines[i].stat]);
		}
		out_say(o, "%s\n", lines[i].unit);
	}
}

/* The accounts that wanted data, from when they had it, and what it was. */
static void
say_missing(struct out *o, int width, const struct account_stats *s, int n)
{
	bool some = false;

	for (int i = 0; i < n; i++)
		some |= s[i].missing != NULL;
	if (!some)
		return;
	out_say(o, "\n  %-*s  %-10s%11s  why not before\n", width, "account", "held from", "Sharpe");
	for (int i = 1; i <= n; i++) {
		const struct account_stats *r = &s[i % n];
		if (!r->missing)
			continue;
		out_str(o, "  ");
		utf8_pad(o, r->name, width);
		say_day(o, r->held_from == HELD_NEVER, r->held_from);
		say_num(o, 11, 3, r->held[CURVE_NET][STAT_SHARPE]);
		out_say(o, "  %s\n", r->missing);
	}
}

/* Figures of the table of accounts: each account is measured against the whole capital, over its own years. */
static const struct {
	const char *label;
	enum curve_kind kind;
	enum return_stat stat;
	int decimals;
} columns[] = {
	{ "mean %", CURVE_NET, STAT_ANN_MEAN, 2 },
	{ "std %", CURVE_NET, STAT_ANN_STD, 2 },
	{ "Sharpe", CURVE_NET, STAT_SHARPE, 3 },
	{ "worst dd %", CURVE_NET, STAT_WORST_DRAWDOWN, 2 },
	{ "costs %", CURVE_COSTS, STAT_ANN_MEAN, 2 },
};
enum { COLUMNS = sizeof columns / sizeof *columns };

static double
figure(const struct account_stats *r, int i)
{
	return r->of[DAILY][columns[i].kind][CURVE_PERCENT][columns[i].stat];
}

/* The days that are counted, and figures. */
static void
say_account(struct out *o, int width, const int *wide, const struct account_stats *r, bool whole)
{
	int first = whole && r->held_from > r->first ? r->held_from : r->first;
	bool empty = r->empty || first > r->last;

	out_str(o, "  ");
	utf8_pad(o, r->name, width);
	say_day(o, empty, first);
	say_day(o, empty, r->last);
	for (int i = 0; i < COLUMNS; i++)
		say_num(o, wide[i], columns[i].decimals, figure(r, i));
	out_say(o, "  %s\n", r->curve);
}

/* Columns as wide as their widest figure, and a space. */
static void
say_accounts(struct out *o, int width, const struct account_stats *s, int n, bool whole)
{
	int wide[COLUMNS];

	out_say(o, "\n  %-*s  %-10s  %-10s", width, "account", "first", "last");
	for (int k = 0; k < COLUMNS; k++) {
		wide[k] = 11;
		for (int i = 0; i < n; i++)
			wide[k] = wider(wide[k], figure(&s[i], k), columns[k].decimals);
		out_say(o, "%*s", wide[k], columns[k].label);
	}
	out_str(o, "  curve\n");
	for (int i = 1; i < n; i++)
		say_account(o, width, wide, &s[i], whole);
	say_account(o, width, wide, &s[0], whole);
}

void
summary_print(struct out *o, const struct account_stats *s, int n, double capital, bool whole)
{
	int width = 10;

	out_say(o, "portfolio, net of costs, daily, in percent of a capital of %.0f\n\n", capital);
	say_headline(o, &s[0], s[0].missing && !whole);
	for (int i = 0; i < n; i++) {
		int len = utf8_length(slice_of(s[i].name));
		width = len > width ? len < 40 ? len : 40 : width;
	}
	say_accounts(o, width, s, n, whole);
	say_missing(o, width, s, n);
}

/* ---- months ---- */

/* The track record that a curve's account has, from its first return to its last; its arrays are the caller's. */
static struct daily_returns
track_of(struct curves *c)
{
	struct curve_returns r = { .n = 0 };
	struct daily_returns t = { .n = 0 };

	curves_units(c, CURVE_PERCENT);
	curves_returns(c, CURVE_NET, DAILY, &r);
	t.day = mem_alloc((size_t)r.n, sizeof *t.day);
	t.x[CURVE_NET] = mem_alloc((size_t)r.n, sizeof *t.x[CURVE_NET]);
	for (int i = 0; i < r.n; i++)
		if (!isnan(r.x[i])) {
			t.day[t.n] = frequency_label(DAILY, r.first + i);
			t.x[CURVE_NET][t.n++] = r.x[i];
		}
	t.x[CURVE_GROSS] = t.x[CURVE_COSTS] = t.x[CURVE_NET];
	free(r.x);
	return t;
}

/* Nothing where there is none. */
static void
say_return(struct out *o, int width, double x)
{
	out_say(o, "%*s", width, isnan(x) ? "" : decimals_text(x, 1));
}

void
summary_print_months(struct out *o, struct curves *c)
{
	static const char *const name[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec" };
	struct daily_returns t = track_of(c);
	struct monthly_returns m = monthly_returns_of(&t, false);
	int narrow = 5, wide = 5;

	for (int i = 0; i < m.n; i++) {
		for (int k = 0; k < 12; k++)
			narrow = wider(narrow, m.v[i].month[k], 1);
		wide = wider(wide, m.v[i].x[CURVE_NET], 1);
	}
	out_say(o, "portfolio, net of costs, by month, in percent of a capital of %.0f\n\n    ", c->capital);
	for (int k = 0; k < 12; k++)
		out_say(o, "%*s", narrow, name[k]);
	out_say(o, "%*s\n", wide + 1, "year");
	for (int i = 0; i < m.n; i++) {
		out_say(o, "%04d", m.v[i].year);
		for (int k = 0; k < 12; k++)
			say_return(o, narrow, m.v[i].month[k]);
		say_return(o, wide + 1, m.v[i].x[CURVE_NET]);
		out_char(o, '\n');
	}
	free(m.v);
	free(t.day);
	free(t.x[CURVE_NET]);
}
