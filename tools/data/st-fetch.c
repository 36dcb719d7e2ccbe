/*
 * st-fetch - rows of prices, rates or instruments out of a pysystemtrade data folder
 *
 *   $ st-synth --instruments=2 --years=2 --output=data
 *   $ st-fetch --data=data --daily EQ_NORTH BOND_LONG | head -n 3
 *   time,instrument,adjusted,price,roll,beyond
 *   2000-01-03,EQ_NORTH,1509.5,1457.25,-28.0,
 *   2000-01-04,EQ_NORTH,1503.0,1450.75,-30.0,
 *
 * Prices are multiple_prices_csv and adjusted_prices_csv joined on time; an
 * instrument that has no multiple prices takes its adjusted price for the price held.
 * With --adapter the prices are a vendor's: st-import or st-get takes over.
 */
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "data/csvconfig.h"
#include "data/extract.h"
#include "vendor/hand_over.h"

static struct fetch {
	struct extract x;
	const char *start, *end, *part, *adapter;
	bool strict;
} fetch;

#define AT(x) offsetof(struct fetch, x)
static const struct opt opts[] = {
	{ 'd', "data", "PATH", "the data folder, or an archive of one (required)", O_STR, AT(x.path) },
	{ 0, "config", "FILE", "config of st-config: instruments, start_date, end_date", O_STR, AT(x.config_path) },
	{ 0, "start", "DATE", "first date wanted", O_STR, AT(start) },
	{ 0, "end", "DATE", "last date wanted, at its midnight", O_STR, AT(end) },
	{ 0, "part", "K/N", "of N parts of the instruments, about the same size, the K-th only", O_STR, AT(part) },
	{ 0, "universe", NULL, "all instruments of the folder, not only those that the config trades", O_FLAG, AT(x.universe) },
	{ 0, "skip-missing", NULL, "leave out, with a warning, what there is nothing of", O_FLAG, AT(x.skip_missing) },
	{ 0, "strict", NULL, "refuse what is else warned of, as two values at one time", O_FLAG, AT(strict) },
	{ 0, "no-adjusted", NULL, "leave the adjusted prices out", O_FLAG, AT(x.no_adjusted) },
	{ 0, "adjusted", NULL, "the adjusted prices alone, at the stamps of their own files", O_FLAG, AT(x.adjusted) },
	{ 0, "daily", NULL, "one row a business day, as `st-fetch | st-daily` gives", O_FLAG, AT(x.daily) },
	{ 0, "days", "N", "with --daily: of each instrument the first N days only", O_INT, AT(x.days) },
	{ 0, "midnight", NULL, "with --daily: append the adjusted price of the last row at or before midnight", O_FLAG, AT(x.midnight) },
	{ 0, "adapter", "NAME", "a vendor's prices: st-import or st-get takes over, with the options that it has", O_STR, AT(adapter) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-fetch", "[CODE ...]",
	"rows of prices, rates or instruments out of a pysystemtrade data folder", opts };

/* ---- the verbs ---- */

static void
print(enum extract_what what, int n, char **code, void (*rows)(struct extract *, const struct names *))
{
	struct names codes = extract_codes(&fetch.x, what, n, code);

	rows(&fetch.x, &codes);
}

static void
prices(int n, char **code)
{
	struct names codes = extract_codes(&fetch.x, EXTRACT_PRICES, n, code);
	const struct extract *x = &fetch.x;

	if (!x->universe && !x->adjusted && !x->no_adjusted && !x->part.n)
		extract_ends(x, &codes, NULL);
	extract_prices(&fetch.x, &codes);
}

static void
contracts(int n, char **code)
{
	print(EXTRACT_CONTRACTS, n, code, extract_contracts);
}

static void
calendars(int n, char **code)
{
	print(EXTRACT_CALENDARS, n, code, extract_calendars);
}

static void
fx(int n, char **pair)
{
	print(EXTRACT_RATES, n, pair, extract_rates);
}

static void
instruments(int n, char **code)
{
	struct names codes = extract_codes(&fetch.x, EXTRACT_FACTS, n, code);

	char **currency = mem_alloc((size_t)codes.n + 1, sizeof *currency);

	csvconfig_print(&fetch.x.out, fetch.x.data, &codes, currency);
	if (fetch.x.config_path && !fetch.x.universe && !fetch.x.part.n)
		extract_ends(&fetch.x, &codes, currency);
}

/* What another verb would print, were nothing named. */
static void
list(int n, char **verb)
{
	static const char *const kinds[] = { "prices", "contracts", "calendars", "fx" };
	int count = sizeof kinds / sizeof *kinds, what = EXTRACT_PRICES;

	while (n && what < count && strcmp(verb[0], kinds[what]) != 0)
		what++;
	if (what == count)
		opt_bad(&usage, "list is of prices, contracts, calendars or fx", verb[0]);
	struct names codes = extract_codes(&fetch.x, (enum extract_what)what, 0, NULL);
	for (int i = 0; i < codes.n; i++) {
		out_str(&fetch.x.out, codes.name[i]);
		out_char(&fetch.x.out, '\n');
	}
}

/* Options by their place in opts. */
enum { DATA = 1, CONFIG = 2, START = 4, END = 8, PART = 16, UNIVERSE = 32, SKIP_MISSING = 64, STRICT = 128,
	NO_ADJUSTED = 256, ADJUSTED = 512, DAILY = 1024, DAYS = 2048, MIDNIGHT = 4096, ADAPTER = 8192 };
enum { RATES = DATA | CONFIG | START | END | PART | SKIP_MISSING | STRICT, ROWS = RATES | UNIVERSE,
    CODES = DATA | CONFIG | PART | UNIVERSE | SKIP_MISSING | STRICT | NO_ADJUSTED };

static const struct verb verbs[] = {
	{ "prices", "of the contract held, for carry, the next, adjusted (default)", prices, 0, VERB_ANY, 0,
		ROWS | NO_ADJUSTED | ADJUSTED | DAILY | DAYS | MIDNIGHT | ADAPTER },
	{ "contracts", "the prices of each contract", contracts, 0, VERB_ANY, 0, ROWS },
	{ "calendars", "when contracts are rolled", calendars, 0, VERB_ANY, 0, ROWS },
	{ "fx", "FX rates, of pairs such as EURUSD", fx, 0, VERB_ANY, 0, RATES },
	{ "instruments", "the table of instruments", instruments, 0, VERB_ANY, 0, CODES },
	{ "list", "what there is of prices, contracts, calendars or fx", list, 0, 1, 0, CODES },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

/* ---- the program ---- */

/* A vendor's prices are another program's, which has options of its own and one for a list. */
static void
vendor(char **argv)
{
	static char list_option[] = "--list";
	const char *adapter = hand_over_adapter(argv);
	const struct verb *v = adapter ? verb_find(verbs, argv[1]) : NULL;

	if (v && v->run == list)
		argv[1] = list_option;
	else if (v && v->run == prices)
		argv++;
	else if (v)
		die("%s takes no --adapter; see %s --help", v->name, usage.name);
	if (adapter)
		hand_over(adapter, argv);
}

static void
check_options(void)
{
	struct extract *x = &fetch.x;

	if (!x->path)
		x->path = getenv("ST_HOME");
	if (!x->path)
		opt_bad(&usage, "option --data is missing", "");
	if (x->adjusted && (x->no_adjusted || x->daily))
		opt_bad(&usage, "--adjusted goes with neither --daily nor --no-adjusted", "");
	if (opt_given(&x->days) && (x->days < 1 || !x->daily))
		opt_bad(&usage, "--days wants a number above zero, and --daily", "");
	if (x->midnight && (!x->daily || x->no_adjusted))
		opt_bad(&usage, "only with --daily, and without --no-adjusted", "--midnight");
	if (fetch.strict && x->skip_missing)
		opt_bad(&usage, "--strict or --skip-missing, not both", "");
	if (fetch.part && !part_parse(fetch.part, &x->part))
		opt_bad(&usage, "--part wants K/N, K from 1 to N", fetch.part);
}

int
main(int argc, char **argv)
{
	struct verb v;

	opt_begin(&usage);
	vendor(argv);
	int i = verb_read(&usage, verbs, verbs, &fetch, argc, argv, &v);
	verb_check(&usage, &v, &fetch);
	check_options();
	if (fetch.strict)
		warn_strict();
	extract_open(&fetch.x, fetch.start, fetch.end);
	v.run(argc - i, argv + i);
	out_flush(&fetch.x.out);
	return 0;
}
