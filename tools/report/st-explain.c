/*
 * st-explain - why the position of an instrument is what it is on a day, in words and numbers
 *
 *   $ st-explain nowhere GOLD 2021-01-05
 *   st-explain: cannot read config 'nowhere/config.json': unable to open nowhere/config.json: No such file or directory
 */
#include <math.h>
#include <string.h>

#include "backtest/backtest_series.h"
#include "backtest/explanation.h"
#include "base/decimals.h"
#include "base/die.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/utf8.h"
#include "base/verb.h"
#include "time/date.h"

static const struct opt opts[] = {
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-explain", "OUT ...",
	"why the position of an instrument is what it is on a day, in words and numbers", opts };

/* A number with six digits or more, for what may be of any size; a dash when it is missing. */
static const char *
digits(double x)
{
	int size = x == 0 || isnan(x) ? 1 : (int)floor(log10(fabs(x))) + 1;

	return decimals_text(x, size > 4 ? 2 : size > 0 ? 6 - size : size > -6 ? 6 - size : 12);
}

/* ---- the parts of the page ---- */

static void
market(struct out *o, const struct explanation *e, const char *base)
{
	const double *x = e->x;
	const struct instrument *f = &e->facts;

	out_say(o, "  price held           %s, a point is %s %s\n", digits(x[E_PRICE]), digits(f->point_size), f->currency);
	out_say(o, "  adjusted price       %s, moved %s since the last one\n", digits(x[E_ADJUSTED]),
	    digits(x[E_ADJUSTED] - e->last[E_ADJUSTED]));
	out_say(o, "  vol                  %s points a day, %s %% of the price a year\n", digits(x[E_VOL]),
	    decimals_text(1600 * x[E_VOL] / e->size.price, 2));
	out_say(o, "  fx                   %s %s for 1 %s\n", digits(x[E_FX]), base, f->currency);
	out_say(o, "  carry                %s points a year, %s of a year's vol\n\n", digits(x[E_ROLL]),
	    decimals_text(x[E_RAW_CARRY], 4));
}

static double
rules(struct out *o, const struct explanation *e)
{
	double sum = 0;
	int width = 4;

	for (int i = 0; i < e->rules; i++)
		width = utf8_length(slice_of(e->rule[i].name)) > width ? utf8_length(slice_of(e->rule[i].name)) : width;
	out_say(o, "  %-*s  %12s%11s%11s%11s%11s%15s\n", width, "rule", "raw", "x scalar",
	    "= scaled", "capped", "x weight", "= contribution");
	for (int i = 0; i < e->rules; i++) {
		const struct explanation_rule *r = &e->rule[i];
		double part = r->forecast * r->weight;
		out_str(o, "  ");
		utf8_pad(o, r->name, width);
		out_say(o, "  %12s%11s%11s%11s%11s%15s\n", digits(r->raw), decimals_text(r->scalar, 4),
		    decimals_text(r->raw * r->scalar, 4), decimals_text(r->forecast, 4), decimals_text(r->weight, 4), decimals_text(part, 4));
		if (!isnan(part))
			sum += part;
	}
	out_say(o, "  %-*s  %12s%11s%11s%11s%11s%15s\n\n", width, "sum", "", "", "", "", "", decimals_text(sum, 4));
	return sum;
}

/* What became of the combined forecast behind its multiplier. */
static void
combined(struct out *o, const struct explanation *e, const char *instrument, double sum)
{
	double x = sum * e->multiplier, forecast = e->x[E_FORECAST];

	out_say(o, "  combined forecast    %s x %s (diversification) = %s", decimals_text(sum, 4), decimals_text(e->multiplier, 4),
	    decimals_text(x, 4));
	if (json_object_get(config_get(&e->run.cfg, "forecast_mapping"), instrument))
		out_say(o, ", mapped to %s\n", decimals_text(forecast, 4));
	else if (fabs(x - forecast) > 1e-9)
		out_say(o, ", capped at %s\n", decimals_text(forecast, 4));
	else
		out_say(o, ", within the cap\n");
}

static void
position(struct out *o, const struct explanation *e, const char *base)
{
	const double *x = e->x;
	const struct size *z = &e->size;

	out_say(o, "  volatility scalar    %s %s a day wanted / (%s %s a contract x %s) = %s\n", decimals_text(z->target, 2), base,
	    decimals_text(z->currency_vol, 4), e->facts.currency, digits(x[E_FX]), decimals_text(e->scalar, 4));
	out_say(o, "  subsystem position   %s x %s / %s = %s\n", decimals_text(e->scalar, 4), decimals_text(x[E_FORECAST], 4),
	    decimals_text(size_average_forecast(&e->run.cfg), 1), decimals_text(x[E_SUBSYSTEM], 4));
	out_say(o, "  optimal position     %s x %s (weight) x %s (diversification) = %s\n", decimals_text(x[E_SUBSYSTEM], 4),
	    decimals_text(e->weight, 4), decimals_text(e->idm, 4), decimals_text(x[E_POSITION], 4));
}

static const char *
before(const struct explanation *e)
{
	return e->first ? "before" : date_text(e->before);
}

static void
held_within_band(struct out *o, const struct explanation *e)
{
	const struct buffer *b = &e->buffer;

	out_say(o, "  band                 %s to %s, in whole contracts %s to %s\n", decimals_text(e->x[E_LOWER], 4),
	    decimals_text(e->x[E_UPPER], 4), decimals_text(b->lower, 0), decimals_text(b->upper, 0));
	out_say(o, "  held %s      %s\n", e->first ? "before    " : before(e), decimals_text(e->held, 0));
	out_say(o, "  held %s      %s: ", date_text(e->day), decimals_text(e->x[E_HELD], 0));
	if (e->first)
		out_say(o, "the first day starts from the optimal position, rounded\n");
	else if (isnan(b->optimal) || isnan(b->lower) || isnan(b->upper))
		out_say(o, "no optimal position yet, no trade\n");
	else if (e->held >= b->lower && e->held <= b->upper)
		out_say(o, "inside the band, no trade\n");
	else
		out_say(o, "%s the band, %s %s to %s\n", e->held > b->upper ? "above" : "below", e->held > b->upper ? "sell" : "buy",
		    decimals_text(fabs(e->x[E_HELD] - e->held), 0), b->to_edge ? "its edge" : "the optimal position, rounded");
}

static void
held_together(struct out *o, const struct explanation *e)
{
	const double *x = e->x;

	out_say(o, "  a contract           %s %% of capital, its vol %s %% a year; a trade costs %s %%\n",
	    decimals_text(100 * x[E_EXPOSURE], 4), decimals_text(100 * x[E_STDEV], 2), digits(100 * x[E_TRADE_COST]));
	out_say(o, "  held %s      %s\n", e->first ? "before    " : before(e), decimals_text(e->held, 0));
	out_say(o, "  held %s      %s, %s from the optimal position: whole contracts of all instruments\n"
	    "                       together that track the optimal ones best after costs (optimal: dynamic)\n",
	    date_text(e->day), decimals_text(x[E_HELD], 0), decimals_text(x[E_HELD] - x[E_POSITION], 4));
}

static void
page(struct out *o, const struct explanation *e, const char *instrument)
{
	const char *base = e->run.base;
	double held = e->x[E_HELD];

	utf8_text(o, slice_of(instrument));
	out_say(o, " on %s: %s%s contract%s\n\n", date_text(e->day), held > 0 ? "long " : held < 0 ? "short " : "",
	    decimals_text(fabs(held), 0), fabs(held) == 1 ? "" : "s");
	if (e->idle)
		out_say(o, "  No contract is held on any day: %s.\n\n", e->idle);
	market(o, e, base);
	combined(o, e, instrument, rules(o, e));
	position(o, e, base);
	out_say(o, "\n");
	if (e->run.together)
		held_together(o, e);
	else
		held_within_band(o, e);
}

/* ---- verbs ---- */

static void
explain_day(int n, char **operand)
{
	static struct out o;
	int day;

	if (n != 3)
		die("which folder, instrument and date? see st-explain --help");
	if (strlen(operand[2]) != 10 || !date_parse(slice_of(operand[2]), &day))
		die("not a date: \"%.80s\"", operand[2]);
	out_open(&o, 1, "stdout");
	struct explanation e = explanation_read(operand[0], operand[1], day);
	e.run.base = utf8_clean(e.run.base);
	e.facts.currency = utf8_clean(e.facts.currency);
	page(&o, &e, operand[1]);
	out_flush(&o);
}

static void
print_series(int n, char **operand)
{
	struct backtest_series_asked asked = { operand[1], n > 2 ? operand[2] : NULL, n > 3 ? operand[3] : NULL };
	static struct out o;

	out_open(&o, 1, "stdout");
	backtest_series_print(&o, operand[0], &asked);
	out_flush(&o);
}

static void
print_list(int n, char **operand)
{
	static struct out o;

	(void)n;
	(void)operand;
	out_open(&o, 1, "stdout");
	backtest_series_list(&o);
	out_flush(&o);
}

static const struct verb verbs[] = {
	{ "day", "OUT INSTRUMENT DATE: the page, which is also printed without a verb", explain_day, 0, VERB_ANY, 0, 0 },
	{ "series", "OUT NAME [INSTRUMENT [RULE]]: what a stage gave from day to day, time,value", print_series, 2, 4, 0, 0 },
	{ "list", "the names of series, and what pysystemtrade calls them", print_list, 0, 0, 0, 0 },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	struct verb v;
	int i = verb_parse(&usage, verbs, verbs, NULL, argc, argv, &v);

	v.run(argc - i, argv + i);
	return 0;
}
