/*
 * st-synth - invent futures markets from a seed, as a data folder or a stream
 *
 *   $ st-synth --seed=1 --instruments=2 --years=1 -o data && head -n 2 data/multiple_prices_csv/EQ_NORTH.csv
 *   DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT
 *   2000-01-03 23:00:00,1464.25,20000600,1457.25,20000300,1464.25,20000600
 *
 * What is invented, and how, stands in synth/invented.h.
 */
#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/opt.h"
#include "base/out.h"
#include "synth/invented.h"
#include "time/date.h"

struct synth {
	int seed, years;
	const char *start, *until, *dir;
	bool stream;
	struct invented markets;
};

static const struct opt opts[] = {
	{ 0, "seed", "N", "what the numbers are drawn from (default 1)", O_INT, offsetof(struct synth, seed) },
	{ 0, "instruments", "K", "how many markets (default 10)", O_INT, offsetof(struct synth, markets.instruments) },
	{ 0, "years", "Y", "how many years (default 20)", O_INT, offsetof(struct synth, years) },
	{ 0, "start", "DATE", "the first day (default 2000-01-03)", O_STR, offsetof(struct synth, start) },
	{ 0, "until", "DATE", "what had arrived by the end of that day", O_STR, offsetof(struct synth, until) },
	{ 0, "contracts", NULL, "each contract's own prices, and the roll calendars", O_FLAG,
	    offsetof(struct synth, markets.contracts) },
	{ 0, "stream", NULL, "print multiple prices, or contracts' own, on stdout", O_FLAG, offsetof(struct synth, stream) },
	{ 'o', "output", "DIR", "the folder to make; it must be new or empty", O_STR, offsetof(struct synth, dir) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = {
	"st-synth", "", "invent futures markets from a seed, as a data folder or a stream", opts
};

/* The day of an option. */
static int
day_of(const char *option, const char *value)
{
	int day, y, m, d;
	char what[64];

	snprintf(what, sizeof what, "option --%s wants a date, YYYY-MM-DD", option);
	if (strlen(value) != 10 || !date_parse(slice_of(value), &day))
		opt_bad(&usage, what, value);
	date_civil(day, &y, &m, &d);
	snprintf(what, sizeof what, "option --%s wants a year from 1000 to 9000", option);
	if (y < 1000 || y > 9000)
		opt_bad(&usage, what, value);
	return day;
}

static void
check(struct synth *s)
{
	struct quotes_period *p = &s->markets.period;
	int y, m, d;

	if (s->stream && s->dir)
		opt_bad(&usage, "a stream and a folder are not made together", s->dir);
	if (!s->stream && !s->dir)
		opt_bad(&usage, "name the folder with --output, or ask for a --stream", "");
	if (s->markets.instruments < 1)
		die("option --instruments wants 1 or more: \"%d\"", s->markets.instruments);
	if (s->years < 1 || s->years > 200)
		die("option --years wants 1 to 200: \"%d\"", s->years);
	p->first = day_of("start", s->start);
	date_civil(p->first, &y, &m, &d);
	p->last = date_of(y + s->years, m, d);
	p->late = p->last - (p->last - p->first) / 4;
	p->until = s->until ? day_of("until", s->until) : p->last + 7; /* when all that was late is there */
}

static void
print_stream(const struct invented *markets)
{
	static struct out o;

	out_open(&o, 1, "stdout");
	invented_stream(markets, &o);
	out_flush(&o);
}

int
main(int argc, char **argv)
{
	struct synth s = { .seed = 1, .years = 20, .start = "2000-01-03", .markets.instruments = 10 };

	int i = opt_parse(&usage, &s, argc, argv);
	if (i < argc)
		opt_bad(&usage, "no operands are taken", argv[i]);
	check(&s);
	s.markets.seed = (uint64_t)s.seed;
	if (s.stream)
		print_stream(&s.markets);
	else
		invented_folder(&s.markets, s.dir);
	return 0;
}
