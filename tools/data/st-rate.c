/*
 * st-rate - rates of any two currencies out of those in dollars
 *
 *   $ printf 'time,currency,rate\n2021-01-04,EURUSD,1.2\n2021-01-05,EURUSD,1.25\n2021-01-05,GBPUSD,1.5625\n' >fx
 *   $ st-rate GBPEUR <fx
 *   time,currency,rate
 *   2021-01-04 00:00:00,GBPEUR,
 *   2021-01-05 00:00:00,GBPEUR,1.25
 *   $ st-rate --amount=1000 EURGBP <fx
 *   time,currency,rate,value
 *   2021-01-05 00:00:00,EURGBP,0.8,800.0
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/opt.h"
#include "base/out.h"
#include "data/fx.h"
#include "time/date.h"
#include "time/stamp.h"

static struct rate {
	bool last, invert, file;
	const char *path, *now;
	double amount;       /* NaN for none */
	/* from here on not options */
	struct fx fx;
	struct out out;
} rate = { .path = "-", .amount = NAN };

#define AT(x) offsetof(struct rate, x)
static const struct opt opts[] = {
	{ 0, "fx", "FILE", "rates: time,currency,rate (st-fetch fx; default standard input)", O_STR, AT(path) },
	{ 0, "invert", NULL, "the rates are of dollars, USDJPY: turn each round", O_FLAG, AT(invert) },
	{ 'l', "last", NULL, "the last rate that is not missing only", O_FLAG, AT(last) },
	{ 'a', "amount", "X", "what X of the first currency is worth at the last rate", O_NUM, AT(amount) },
	{ 0, "now", "TIME", "where the rates of a currency in itself end", O_STR, AT(now) },
	{ 0, "file", NULL, "print DATETIME,PRICE as a file of rates has it; of one pair", O_FLAG, AT(file) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-rate", "PAIR ...", "rates of any two currencies out of those in dollars", opts };

static void
print_row(const char *pair, const int64_t *t, double x)
{
	struct out *o = &rate.out;
	char stamp[DATE_MAX];

	if (t)
		out_bytes(o, stamp, stamp_print(stamp, *t));
	out_char(o, ',');
	if (!rate.file) {
		out_field(o, slice_of(pair));
		out_char(o, ',');
	}
	out_num(o, x);
	if (!isnan(rate.amount)) {
		out_char(o, ',');
		out_num(o, rate.amount == 0 ? 0 : rate.amount * x);
	}
	out_char(o, '\n');
}

static bool
now(int64_t *t)
{
	if (rate.now && !stamp_parse(slice_of(rate.now), t))
		opt_bad(&usage, "--now is not a time", rate.now);
	return rate.now != NULL;
}

/* A currency in itself: 1 on every business day since 1970. */
static void
print_unit(const char *pair)
{
	int64_t end;
	bool ends = now(&end);

	if (rate.last) {
		print_row(pair, ends ? &end : NULL, 1);
		return;
	}
	if (!ends)
		die("rates of %s go on for ever; --now says where they end", pair);
	for (int day = 0; stamp_of_day(day) <= end; day = date_next_business(day)) {
		int64_t t = stamp_of_day(day);
		print_row(pair, &t, 1);
	}
}

static void
print_series(const char *pair, const struct fx_series *s)
{
	int i = rate.last ? s->n - 1 : 0;

	while (rate.last && i >= 0 && isnan(s->rate[i]))
		i--;
	if (i < 0)
		die("no rate of %s that is not missing", pair);
	for (; i < s->n; i++) {
		print_row(pair, &s->t[i], s->rate[i]);
		if (rate.last)
			break;
	}
}

static void
print_pair(const char *pair)
{
	char first[4], second[4];

	if (strlen(pair) != 6)
		opt_bad(&usage, "not a pair of currencies", pair);
	snprintf(first, sizeof first, "%.3s", pair);
	snprintf(second, sizeof second, "%.3s", pair + 3);
	if (strcmp(first, second) == 0) {
		print_unit(pair);
	} else if (rate.amount == 0) { /* nothing is nothing in any currency */
		print_row(pair, NULL, NAN);
	} else {
		struct fx_series s = fx_rates(&rate.fx, first, second);
		print_series(pair, &s);
	}
}

int
main(int argc, char **argv)
{
	int i = opt_parse(&usage, &rate, argc, argv);
	if (i == argc)
		opt_bad(&usage, "a PAIR is wanted, such as GBPEUR", "");
	if (rate.file && (argc - i > 1 || !isnan(rate.amount)))
		die("--file goes with one pair and without --amount; see st-rate --help");
	rate.last |= !isnan(rate.amount);
	rate.fx = fx_read(rate.path);
	if (rate.invert)
		fx_invert(&rate.fx);
	out_open(&rate.out, 1, "stdout");
	out_str(&rate.out, rate.file ? "DATETIME,PRICE\n" : isnan(rate.amount) ? "time,currency,rate\n" : "time,currency,rate,value\n");
	for (; i < argc; i++)
		print_pair(argv[i]);
	out_flush(&rate.out);
	return 0;
}
