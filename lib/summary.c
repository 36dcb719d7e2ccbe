#include "summary.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "date.h"
#include "err.h"

/* A figure of few digits, right-aligned; a dash when there is none. */
static void
say_num(struct out *o, int width, int decimals, double x)
{
	if (isnan(x))
		out_say(o, "%*s", width, "-");
	else
		out_say(o, "%*.*f", width, decimals, x);
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

static void
say_headline(struct out *o, const struct account_stats *r)
{
	static const struct {
		const char *label;
		enum kind kind;
		enum stat stat;
		double scale;
		int decimals;
		const char *unit;
	} lines[] = {
		{ "annual mean", NET, STAT_ANN_MEAN, 1, 2, " %" },
		{ "annual standard deviation", NET, STAT_ANN_STD, 1, 2, " %" },
		{ "Sharpe ratio", NET, STAT_SHARPE, 1, 3, "" },
		{ "Sortino ratio", NET, STAT_SORTINO, 1, 3, "" },
		{ "skew", NET, STAT_SKEW, 1, 3, "" },
		{ "worst drawdown", NET, STAT_WORST_DRAWDOWN, 1, 2, " %" },
		{ "average drawdown", NET, STAT_AVG_DRAWDOWN, 1, 2, " %" },
		{ "time in drawdown", NET, STAT_TIME_IN_DRAWDOWN, 100, 1, " %" },
		{ "t-statistic", NET, STAT_T_STAT, 1, 2, "" },
		{ "annual mean, gross", GROSS, STAT_ANN_MEAN, 1, 2, " %" },
		{ "annual costs", COSTS, STAT_ANN_MEAN, 1, 2, " %" },
	};

	for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		out_say(o, "  %-26s", lines[i].label);
		say_num(o, 12, lines[i].decimals, lines[i].scale * r->of[DAILY][lines[i].kind][PERCENT][lines[i].stat]);
		out_say(o, "%s\n", lines[i].unit);
	}
}

/* A line of the table of accounts: each is measured against the whole capital, over its own years. */
static void
say_account(struct out *o, int width, const struct account_stats *r)
{
	const double *net = r->of[DAILY][NET][PERCENT];

	out_say(o, "  %-*s", width, r->name);
	say_day(o, r->empty, r->first);
	say_day(o, r->empty, r->last);
	say_num(o, 11, 2, net[STAT_ANN_MEAN]);
	say_num(o, 11, 2, net[STAT_ANN_STD]);
	say_num(o, 11, 3, net[STAT_SHARPE]);
	say_num(o, 11, 2, net[STAT_WORST_DRAWDOWN]);
	say_num(o, 11, 2, r->of[DAILY][COSTS][PERCENT][STAT_ANN_MEAN]);
	out_say(o, "  %s\n", r->curve);
}

void
summary_print(struct out *o, const struct account_stats *s, int n, double capital)
{
	int width = 10;

	out_say(o, "portfolio, net of costs, daily, in percent of a capital of %.0f\n\n", capital);
	say_headline(o, &s[0]);
	for (int i = 0; i < n; i++) {
		int len = (int)strlen(s[i].name);
		width = len > width ? len < 40 ? len : 40 : width;
	}
	out_say(o, "\n  %-*s  %-10s  %-10s%11s%11s%11s%11s%11s  curve\n", width, "account", "first", "last", "mean %", "std %", "Sharpe",
	    "worst dd %", "costs %");
	for (int i = 1; i < n; i++)
		say_account(o, width, &s[i]);
	say_account(o, width, &s[0]);
}

/* ---- months ---- */

enum { YEAR = 12, COLUMNS }; /* after its months the year */

static const char *const column_name[COLUMNS] = {
	"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "year"
};

/* The sums of a year's daily returns; NaN where there is none. */
struct year_row {
	int year;
	double x[COLUMNS];
};

static void
add_year(struct year_row **row, int *n, int year)
{
	*row = mem_grow(*row, (size_t)*n + 1, sizeof **row);
	struct year_row *new = &(*row)[(*n)++];

	new->year = year;
	for (int k = 0; k < COLUMNS; k++)
		new->x[k] = NAN;
}

static void
add(double *sum, double x)
{
	*sum = isnan(*sum) ? x : *sum + x;
}

/* Of every year from the first return to the last. */
static struct year_row *
year_rows(const struct returns *r, int *n)
{
	struct year_row *row = NULL;
	int y, m, d;

	*n = 0;
	for (int i = 0; i < r->n; i++) {
		if (isnan(r->x[i]))
			continue;
		date_civil(frequency_label(DAILY, r->first + i), &y, &m, &d);
		while (*n == 0 || row[*n - 1].year < y)
			add_year(&row, n, *n ? row[*n - 1].year + 1 : y);
		add(&row[*n - 1].x[m - 1], r->x[i]);
		add(&row[*n - 1].x[YEAR], r->x[i]);
	}
	return row;
}

/* The longest text of columns from..to, and a space. */
static int
column_width(const struct year_row *row, int n, int from, int to)
{
	int width = 5;

	for (int i = 0; i < n; i++)
		for (int k = from; k <= to; k++) {
			int text = isnan(row[i].x[k]) ? 0 : snprintf(NULL, 0, "%.1f", row[i].x[k]) + 1;
			width = text > width ? text : width;
		}
	return width;
}

/* Nothing where there is none, and no -0.0. */
static void
say_return(struct out *o, int width, double x)
{
	if (isnan(x))
		out_say(o, "%*s", width, "");
	else
		say_num(o, width, 1, fabs(x) < 0.05 ? 0 : x);
}

void
summary_print_months(struct out *o, struct curves *c)
{
	struct returns r = { .n = 0 };
	int n;

	curves_units(c, PERCENT);
	curves_returns(c, NET, DAILY, &r);
	struct year_row *row = year_rows(&r, &n);
	int narrow = column_width(row, n, 0, YEAR - 1), wide = column_width(row, n, YEAR, YEAR) + 1;
	out_say(o, "portfolio, net of costs, by month, in percent of a capital of %.0f\n\n    ", c->capital);
	for (int k = 0; k < COLUMNS; k++)
		out_say(o, "%*s", k < YEAR ? narrow : wide, column_name[k]);
	for (int i = 0; i < n; i++) {
		out_say(o, "\n%04d", row[i].year);
		for (int k = 0; k < COLUMNS; k++)
			say_return(o, k < YEAR ? narrow : wide, row[i].x[k]);
	}
	out_char(o, '\n');
	free(row);
}
