/* benchmark - the account beside something else that was to be had, over the days that both have */
#include <stdio.h>
#include <stdlib.h>

#include "base/decimals.h"
#include "base/mem.h"
#include "maths/regression.h"
#include "maths/tails.h"
#include "report/sections.h"
#include "time/date.h"
#include "time/frequency.h"

/* Of one of the two. */
struct side {
	double stat[STATS];
	struct tails tails;
};

static struct side
side_of(const double *x, int n)
{
	double *scratch = mem_alloc((size_t)n + 1, sizeof *scratch);
	struct side s = { .tails = tails_of(x, n) };

	return_stats_of(x, n, frequency_per_year(DAILY), scratch, s.stat);
	free(scratch);
	return s;
}

static void
tiles(struct page *p, const struct benchmark *b, const struct side *account, const struct side *other)
{
	struct regression r = regression_of(b->account, b->x, b->n);
	double alpha = account->stat[STAT_ANN_MEAN] - r.slope * other->stat[STAT_ANN_MEAN];
	char value[64];

	page_tiles(p);
	page_tile(p, "correlation", decimals_text(r.correlation, 2), "of daily returns");
	page_tile(p, "beta", decimals_text(r.slope, 2), "account on benchmark");
	snprintf(value, sizeof value, "%s %%", decimals_text(alpha, 2));
	page_tile(p, "annual alpha", value, "mean less beta times benchmark's");
	page_tiles_end(p);
}

static void
row(struct page *p, const char *name, double account, double other, int decimals)
{
	page_row(p);
	page_cell(p, name);
	page_num(p, account, decimals);
	page_num(p, other, decimals);
}

static void
statistics(struct page *p, const char *name, const struct side *account, const struct side *other)
{
	static const struct {
		const char *name;
		enum return_stat stat;
		double scale;
		int decimals;
	} line[] = {
		{ "annual mean, %", STAT_ANN_MEAN, 1, 2 },
		{ "annual standard deviation, %", STAT_ANN_STD, 1, 2 },
		{ "Sharpe ratio", STAT_SHARPE, 1, 3 },
		{ "Sortino ratio", STAT_SORTINO, 1, 3 },
		{ "skew", STAT_SKEW, 1, 3 },
		{ "worst drawdown, %", STAT_WORST_DRAWDOWN, 1, 2 },
		{ "average drawdown, %", STAT_AVG_DRAWDOWN, 1, 2 },
		{ "days with a gain, %", STAT_HITRATE, 100, 1 },
		{ "worst day, %", STAT_MIN, 1, 2 },
		{ "best day, %", STAT_MAX, 1, 2 },
	};
	const char *const column[] = { "", "account, net", name };

	page_table(p, NULL, column, 3);
	for (size_t i = 0; i < sizeof line / sizeof line[0]; i++)
		row(p, line[i].name, line[i].scale * account->stat[line[i].stat], line[i].scale * other->stat[line[i].stat], line[i].decimals);
	row(p, "VaR 95 %, a day", account->tails.at_risk[TAILS_95], other->tails.at_risk[TAILS_95], 2);
	row(p, "CVaR 95 %, a day", account->tails.shortfall[TAILS_95], other->tails.shortfall[TAILS_95], 2);
	page_table_end(p);
}

void
report_benchmark(struct report *r)
{
	const struct benchmark *b = r->v->benchmark;
	const double *day = r->v->track.day;
	char text[600];

	if (!b)
		return;
	struct side account = side_of(b->account, b->n), other = side_of(b->x, b->n);
	page_section(&r->page, "benchmark", "Beside a benchmark");
	snprintf(text, sizeof text, "The account, and %.100s as a benchmark, over the %d days from %s to %s on which both have a "
	    "return, and no others; what one of them earned on a day between is in its next. Returns add up and do not compound, and no "
	    "riskless rate is taken off.", b->name, b->common, date_text((int)day[b->first]), date_text((int)day[b->first + b->n - 1]));
	page_text(&r->page, text);
	tiles(&r->page, b, &account, &other);
	statistics(&r->page, b->name, &account, &other);
}
