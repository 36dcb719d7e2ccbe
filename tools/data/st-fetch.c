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
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "base/installed.h"
#include "base/num.h"
#include "base/opt.h"
#include "base/out.h"
#include "config/config.h"
#include "data/data_folder.h"
#include "data/extract.h"
#include "data/instruments.h"
#include "time/date.h"
#include "time/stamp.h"
#include "vendor/adapter.h"

static struct fetch {
	struct extract x;
	const char *config, *start, *end, *part, *adapter;
	bool contracts, calendars, list, fx, instruments, universe;
	struct config cfg;      /* not an option */
} fetch;

#define AT(x) offsetof(struct fetch, x)
static const struct opt opts[] = {
	{ 'd', "data", "PATH", "the data folder, or an archive of one (required)", O_STR, AT(x.path) },
	{ 0, "config", "FILE", "config of st-config: instruments, start_date, end_date", O_STR, AT(config) },
	{ 0, "start", "DATE", "first date wanted", O_STR, AT(start) },
	{ 0, "end", "DATE", "last date wanted, at its midnight", O_STR, AT(end) },
	{ 0, "daily", NULL, "one row a business day, as `st-fetch | st-daily` gives", O_FLAG, AT(x.daily) },
	{ 0, "adjusted", NULL, "the adjusted prices alone, at the stamps of their own files", O_FLAG, AT(x.adjusted) },
	{ 0, "days", "N", "with --daily: of each instrument the first N days only", O_INT, AT(x.days) },
	{ 0, "midnight", NULL, "with --daily: append the adjusted price of the last row at or before midnight", O_FLAG, AT(x.midnight) },
	{ 0, "no-adjusted", NULL, "leave the adjusted prices out", O_FLAG, AT(x.no_adjusted) },
	{ 0, "universe", NULL, "all instruments of the folder, not only those that the config trades", O_FLAG, AT(universe) },
	{ 0, "part", "K/N", "of N parts of the instruments, about the same size, the K-th only", O_STR, AT(part) },
	{ 0, "contracts", NULL, "print the prices of each contract instead", O_FLAG, AT(contracts) },
	{ 0, "calendars", NULL, "print the roll calendars instead", O_FLAG, AT(calendars) },
	{ 0, "list", NULL, "print the instruments instead, one a line", O_FLAG, AT(list) },
	{ 0, "fx", NULL, "print the FX rates instead; operands are pairs such as EURUSD", O_FLAG, AT(fx) },
	{ 0, "instruments", NULL, "print the table of instruments instead", O_FLAG, AT(instruments) },
	{ 0, "adapter", "NAME", "a vendor's prices instead: st-import or st-get, with the options that it has", O_STR, AT(adapter) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-fetch", "[CODE ...]",
	"rows of prices, rates or instruments out of a pysystemtrade data folder", opts };

static int64_t
date_option(const char *what, const char *s, int64_t otherwise)
{
	int64_t t;

	if (!s)
		return otherwise;
	if (!stamp_parse(slice_of(s), &t))
		die("%s is not a date: \"%s\"", what, s);
	return t;
}

/* The size of an instrument's prices, 0 when there are none. */
static double
size_of(const char *code)
{
	return data_size(fetch.x.data, "multiple_prices_csv", code) + data_size(fetch.x.data, "adjusted_prices_csv", code);
}

/* Every instrument of the config must have prices; all that have none are named at once. In an archive looking is dear. */
static struct names
traded(void)
{
	struct names codes = instruments_traded(&fetch.cfg, fetch.x.data);
	char missing[1000] = "";
	size_t n = 0;

	for (int i = 0; i < codes.n && n < sizeof missing; i++)
		if (size_of(codes.name[i]) == 0)
			n += (size_t)snprintf(missing + n, sizeof missing - n, "%s%.80s", n ? ", " : "", codes.name[i]);
	if (n)
		die("%s: no prices of %s%s in '%s'; exclude_instrument_lists.ignore_instruments leaves instruments out", fetch.config, missing,
		    n < sizeof missing ? "" : " …", fetch.x.path);
	return codes;
}

/* The operands, else what the config trades, else all that the folder has. */
static struct names
codes_wanted(int argc, char **argv)
{
	struct fetch *f = &fetch;
	struct data *d = f->x.data;
	struct names t = { 0 }, contracts = { 0 };

	if (f->contracts)
		contracts = extract_contract_codes(&f->x);
	for (int i = 0; i < argc; i++)
		if (names_put(&t, slice_of(argv[i])) < i)
			die("'%s' is asked for twice", argv[i]);
	if (argc)
		return t;
	if (f->fx)
		return data_codes(d, "fx_prices_csv");
	if (f->calendars && !f->config)
		return data_codes(d, "roll_calendars_csv");
	if (f->universe)
		return instruments_universe(d);
	if (f->config)
		return traded();
	if (f->contracts)
		return contracts;
	return data_codes(d, f->x.no_adjusted ? "multiple_prices_csv" : "adjusted_prices_csv");
}

/* The K-th of N stretches of the codes, cut where the files before make up K/N of all bytes. */
static struct names
part_of(const struct names *codes, const char *part)
{
	const char *slash = strchr(part, '/');
	double k, n, total = 0, before = 0;
	struct names t = { 0 };

	if (!slash || !num_parse(part, (size_t)(slash - part), &k) || !num_parse(slash + 1, strlen(slash + 1), &n) ||
	    k != floor(k) || n != floor(n) || k < 1 || k > n)
		opt_bad(&usage, "--part wants K/N, K from 1 to N", part);
	for (int i = 0; i < codes->n; i++)
		total += 1 + size_of(codes->name[i]);
	for (int i = 0; i < codes->n; i++) {
		double here = floor(before / total * n) + 1; /* the part that this code's first byte is in */
		before += 1 + size_of(codes->name[i]);
		if (here == k)
			names_put(&t, slice_of(codes->name[i]));
	}
	return t;
}

static void
print_list(struct out *o, const struct names *codes)
{
	for (int i = 0; i < codes->n; i++) {
		out_str(o, codes->name[i]);
		out_char(o, '\n');
	}
}

/* A vendor's prices are another program's, whichever is for its adapter; the options are that one's. */
static void
hand_over(char **argv)
{
	const char *name = NULL;
	char *dir, *path;

	for (int i = 1; argv[i] && strcmp(argv[i], "--") != 0; i++)
		if (strncmp(argv[i], "--adapter", 9) == 0 && (argv[i][9] == '=' || argv[i][9] == '\0'))
			name = argv[i][9] ? argv[i] + 10 : argv[i + 1];
	if (!name)
		return;
	argv[0] = adapter_load(name).files ? "st-import" : "st-get";
	dir = installed_dir();
	if (asprintf(&path, "%s/%s", dir, argv[0]) < 0)
		die("out of memory");
	execv(path, argv);
	die_sys("cannot run '%s'", path);
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
	if (x->days < 0 || (x->days && !x->daily))
		opt_bad(&usage, "--days wants a number above zero, and --daily", "");
	if (x->midnight && (!x->daily || x->no_adjusted))
		opt_bad(&usage, "only with --daily, and without --no-adjusted", "--midnight");
}

static void
open_all(void)
{
	struct fetch *f = &fetch;
	struct extract *x = &f->x;
	const char *start = NULL, *end = NULL;

	out_open(&x->out, 1, "stdout");
	x->data = data_open(x->path);
	x->may_lack = f->universe;
	if (f->config) {
		f->cfg = config_load(f->config);
		x->as_pandas = config_compat(&f->cfg);
		start = config_str_or(&f->cfg, "start_date", NULL);
		end = config_str_or(&f->cfg, "end_date", NULL);
	}
	x->first = date_option("start", f->start ? f->start : start, INT64_MIN);
	x->last = date_option("end", f->end ? f->end : end, INT64_MAX);
}

static void
print(const struct fetch *f, struct extract *x, const struct names *codes)
{
	if (f->list)
		print_list(&x->out, codes);
	else if (f->contracts)
		extract_contracts(x, codes);
	else if (f->calendars)
		extract_calendars(x, codes);
	else if (f->instruments)
		instruments_print(&x->out, x->data, codes);
	else if (f->fx)
		extract_rates(x, codes);
	else
		extract_prices(x, codes);
}

int
main(int argc, char **argv)
{
	opt_begin(&usage);
	hand_over(argv);
	int i = opt_read(&usage, &fetch, argc, argv);
	check_options();
	open_all();
	struct names codes = codes_wanted(argc - i, argv + i);
	if (fetch.part)
		codes = part_of(&codes, fetch.part);
	print(&fetch, &fetch.x, &codes);
	out_flush(&fetch.x.out);
	return 0;
}
