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
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "adapter.h"
#include "calendar.h"
#include "cfg.h"
#include "contract.h"
#include "data.h"
#include "date.h"
#include "err.h"
#include "instruments.h"
#include "opt.h"
#include "num.h"
#include "out.h"
#include "pair.h"
#include "self.h"

static struct fetch {
	const char *data_path, *config, *start, *end, *part, *adapter;
	bool daily, midnight, adjusted, no_adjusted, contracts, calendars, list, fx, instruments, universe;
	int days;
	/* from here on not options */
	struct data *data;
	struct cfg cfg;
	bool as_pandas;      /* numbers read as pandas reads them */
	int64_t first, last;
	struct tab members;  /* CODE_CONTRACT, of contract_prices_csv */
	int days_left;       /* of the instrument under way */
	struct out out;
} fetch;

#define AT(x) offsetof(struct fetch, x)
static const struct opt opts[] = {
	{ 'd', "data", "PATH", "the data folder, or an archive of one (required)", O_STR, AT(data_path) },
	{ 0, "config", "FILE", "config of st-config: instruments, start_date, end_date", O_STR, AT(config) },
	{ 0, "start", "DATE", "first date wanted", O_STR, AT(start) },
	{ 0, "end", "DATE", "last date wanted, at its midnight", O_STR, AT(end) },
	{ 0, "daily", NULL, "one row a business day, as `st-fetch | st-daily` gives", O_FLAG, AT(daily) },
	{ 0, "adjusted", NULL, "the adjusted prices alone, at the stamps of their own files", O_FLAG, AT(adjusted) },
	{ 0, "days", "N", "with --daily: of each instrument the first N days only", O_INT, AT(days) },
	{ 0, "midnight", NULL, "with --daily: append the adjusted price of the last row at or before midnight", O_FLAG, AT(midnight) },
	{ 0, "no-adjusted", NULL, "leave the adjusted prices out", O_FLAG, AT(no_adjusted) },
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

/* ---- prices at the stamps that the files have ---- */

/* Before anything of its row is printed. */
static void
check_number(const struct prices *p, int column)
{
	struct slice s = p->r.f[column];

	if (s.n && !num_check(s.p, s.n))
		prices_bad(p, column, "not a number");
}

/* A number's text: untouched, unless pandas would read another number. */
static void
print_number(const struct prices *p, int column)
{
	struct slice s = p->r.f[column];
	double exact, x;

	if (fetch.as_pandas && s.n > 15 && num_parse(s.p, s.n, &exact) && num_parse_pandas(s.p, s.n, &x) && x != exact)
		out_num(&fetch.out, x);
	else
		out_bytes(&fetch.out, s.p, s.n);
}

/* A row at the earlier of the two stamps, or of both when they are equal. */
static void
natural_row(struct pair *p)
{
	struct out *o = &fetch.out;
	bool m = p->on_multiple && (!p->on_adjusted || p->multiple.t <= p->adjusted.t);
	bool a = p->on_adjusted && (!p->on_multiple || p->adjusted.t <= p->multiple.t);
	struct slice stamp = m ? p->multiple.stamp : p->adjusted.stamp;

	for (int i = 0; m && i < PAIR_COLUMNS; i += 2) /* prices, each with its contract behind */
		check_number(&p->multiple, p->column[i]);
	if (a)
		check_number(&p->adjusted, p->value);
	out_bytes(o, stamp.p, stamp.n);
	out_char(o, ',');
	out_field(o, slice_of(p->code));
	for (int i = 0; i < PAIR_COLUMNS; i++) {
		out_char(o, ',');
		if (m)
			print_number(&p->multiple, p->column[i]);
		else if (i == PRICE && !p->has_multiple)
			print_number(&p->adjusted, p->value);
	}
	if (!fetch.no_adjusted) {
		out_char(o, ',');
		if (a)
			print_number(&p->adjusted, p->value);
		out_str(o, !a && pair_beyond(p) ? ",1" : ",");
	}
	out_char(o, '\n');
	if (a)
		pair_next_adjusted(p);
	if (m)
		pair_next_multiple(p);
}

static struct pair
open_pair(const char *code)
{
	struct pair p = pair_open(fetch.data, code, fetch.first, fetch.last, !fetch.adjusted, !fetch.no_adjusted);

	if (!p.has_multiple && !p.has_adjusted)
		die("no prices of '%s' in '%s'; --list shows what there is", code, fetch.data_path);
	if (!p.has_adjusted && !fetch.no_adjusted)
		die("no adjusted prices of '%s' in '%s'; pipelines/adjusted makes them, --no-adjusted does without", code, fetch.data_path);
	if (!p.on_multiple && !p.on_adjusted && !fetch.universe && (fetch.first > INT64_MIN || fetch.last < INT64_MAX))
		die("no prices of '%s' between the first and the last date wanted", code);
	return p;
}

static void
fetch_natural(const char *code)
{
	struct pair p = open_pair(code);

	while (p.on_adjusted || p.on_multiple)
		natural_row(&p);
}

static void
fetch_adjusted(const char *code)
{
	struct out *o = &fetch.out;
	struct pair p = open_pair(code);

	for (; p.on_adjusted; pair_next_adjusted(&p)) {
		check_number(&p.adjusted, p.value);
		out_bytes(o, p.adjusted.stamp.p, p.adjusted.stamp.n);
		out_char(o, ',');
		out_field(o, slice_of(code));
		out_char(o, ',');
		print_number(&p.adjusted, p.value);
		out_char(o, '\n');
	}
}

/* ---- prices by business day ---- */

static void
print_bin(void *arg, const struct daily_bin *b)
{
	struct pair *p = arg;
	struct out *o = &fetch.out;
	char date[DATE_MAX];

	if (fetch.days && fetch.days_left-- <= 0) {
		pair_close(p);
		return;
	}
	if (isinf(bin_mean_roll(b)))
		die("%s: %s: %.*s: price and carry contract are the same, and their prices not", fetch.data_path, p->code,
		    (int)date_print(date, b->day), date);
	out_bytes(o, date, date_print(date, b->day));
	out_char(o, ',');
	out_field(o, slice_of(p->code));
	if (!fetch.no_adjusted) {
		out_char(o, ',');
		out_bytes(o, b->adjusted, (size_t)b->adjusted_n);
	}
	out_char(o, ',');
	if (p->has_multiple)
		out_bytes(o, b->price, (size_t)b->price_n);
	else
		out_bytes(o, b->adjusted, (size_t)b->adjusted_n);
	out_char(o, ',');
	out_num(o, bin_mean_roll(b));
	if (!fetch.no_adjusted)
		out_str(o, b->beyond ? ",1" : ",");
	if (fetch.midnight) {
		out_char(o, ',');
		out_bytes(o, b->midnight, (size_t)b->midnight_n);
	}
	out_char(o, '\n');
}

static void
fetch_daily(const char *code)
{
	struct pair p = open_pair(code);

	fetch.days_left = fetch.days;
	p.midnight = fetch.midnight;
	pair_days(&p, fetch.as_pandas, print_bin, &p);
}

/* ---- prices contract by contract ---- */

static void
contract_row(const struct prices *p, const char *code, const char *contract, const int column[], int columns)
{
	struct out *o = &fetch.out;

	for (int i = 0; i < columns; i++)
		if (column[i] >= 0)
			check_number(p, column[i]);
	out_bytes(o, p->stamp.p, p->stamp.n);
	out_char(o, ',');
	out_field(o, slice_of(code));
	out_char(o, ',');
	out_str(o, contract);
	for (int i = 0; i < columns; i++) {
		out_char(o, ',');
		if (column[i] >= 0)
			print_number(p, column[i]);
	}
	out_char(o, '\n');
}

/* The rows of CODE_CONTRACT.csv; of its columns only FINAL must be there. */
static void
fetch_contract(const char *member, const char *code, const char *contract)
{
	static const char *const names[] = { "OPEN", "HIGH", "LOW", "FINAL", "VOLUME" };
	enum { FINAL = 3, COLUMNS = sizeof names / sizeof *names };
	int column[COLUMNS];
	struct prices p;

	if (!prices_open(&p, fetch.data, "contract_prices_csv", member, fetch.first, fetch.last))
		die("no '%s.csv' in the folder contract_prices_csv of '%s'", member, fetch.data_path);
	for (int i = 0; i < COLUMNS; i++)
		column[i] = i == FINAL || rec_find(&p.r, names[i]) >= 0 ? prices_column(&p, names[i]) : -1;
	while (prices_next(&p))
		contract_row(&p, code, contract, column, COLUMNS);
}

/* A member's instrument and, ended by a NUL, its contract. */
static struct slice
contract_member(const char *member, char contract[CONTRACT_MAX + 1])
{
	const char *bar = strrchr(member, '_');
	int id;

	if (!bar || bar == member || !contract_parse(slice_of(bar + 1), &id))
		die("%s: contract_prices_csv/%s.csv: not named CODE_CONTRACT.csv, as GOLD_20240600.csv", fetch.data_path, member);
	contract[contract_print(contract, id)] = '\0';
	return (struct slice){ member, (size_t)(bar - member) };
}

/* The instruments that have files of contracts, sorted; sees to it that every file's name is one. */
static struct tab
contract_codes(const struct tab *members)
{
	struct tab codes = { 0 };
	char contract[CONTRACT_MAX + 1];

	for (int i = 0; i < members->n; i++)
		tab_put(&codes, contract_member(members->name[i], contract));
	return tab_sorted(&codes);
}

/* Every contract of an instrument, in the order of their ids. */
static void
fetch_contracts(const char *code)
{
	const struct tab *members = &fetch.members;
	char contract[CONTRACT_MAX + 1];
	bool any = false;

	for (int i = 0; i < members->n; i++) {
		if (!slice_is(contract_member(members->name[i], contract), code))
			continue;
		any = true;
		fetch_contract(members->name[i], code, contract);
	}
	if (!any)
		die("no contracts of '%s' in '%s'; --contracts --list shows what there is", code, fetch.data_path);
}

/* ---- tables ---- */

static void
fetch_calendar(const char *code)
{
	static const char *const names[] = { "current_contract", "next_contract", "carry_contract" };
	enum { CONTRACTS = sizeof names / sizeof *names };
	int column[CONTRACTS], id;
	struct out *o = &fetch.out;
	struct prices p;

	if (!prices_open(&p, fetch.data, "roll_calendars_csv", code, fetch.first, fetch.last))
		die("no roll calendar of '%s' in '%s'; --calendars --list shows what there is", code, fetch.data_path);
	for (int i = 0; i < CONTRACTS; i++)
		column[i] = prices_column(&p, names[i]);
	while (prices_next(&p)) {
		for (int i = 0; i < CONTRACTS; i++)
			if (!contract_parse(p.r.f[column[i]], &id))
				prices_bad(&p, column[i], "not a contract");
		out_bytes(o, p.stamp.p, p.stamp.n);
		out_char(o, ',');
		out_field(o, slice_of(code));
		for (int i = 0; i < CONTRACTS; i++) {
			out_char(o, ',');
			out_bytes(o, p.r.f[column[i]].p, p.r.f[column[i]].n);
		}
		out_char(o, '\n');
	}
}

static void
fetch_fx(const char *pair)
{
	struct prices p;
	struct out *o = &fetch.out;

	if (!prices_open(&p, fetch.data, "fx_prices_csv", pair, fetch.first, fetch.last))
		die("no rates of '%s' in '%s'", pair, fetch.data_path);
	int c = p.r.n == 2 && rec_find(&p.r, "PRICE") < 0 ? 1 : prices_column(&p, "PRICE");
	while (prices_next(&p)) {
		check_number(&p, c);
		out_bytes(o, p.stamp.p, p.stamp.n);
		out_char(o, ',');
		out_str(o, pair);
		out_char(o, ',');
		print_number(&p, c);
		out_char(o, '\n');
	}
}

static void
each(struct tab *codes, void (*f)(const char *))
{
	for (int i = 0; i < codes->n; i++)
		f(codes->name[i]);
}

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

/* Every instrument of the config must have prices; all that have none are named at once. In an archive looking is dear. */
static struct tab
traded(void)
{
	struct tab codes = instruments_traded(&fetch.cfg, fetch.data);
	char missing[1000] = "";
	size_t n = 0;

	for (int i = 0; i < codes.n && n < sizeof missing; i++)
		if (data_size(fetch.data, "multiple_prices_csv", codes.name[i]) + data_size(fetch.data, "adjusted_prices_csv", codes.name[i]) == 0)
			n += (size_t)snprintf(missing + n, sizeof missing - n, "%s%.80s", n ? ", " : "", codes.name[i]);
	if (n)
		die("%s: no prices of %s%s in '%s'; exclude_instrument_lists.ignore_instruments leaves instruments out", fetch.config, missing,
		    n < sizeof missing ? "" : " …", fetch.data_path);
	return codes;
}

/* The operands, else what the config trades, else all that the folder has. */
static struct tab
codes_wanted(int argc, char **argv)
{
	struct fetch *f = &fetch;
	struct tab t = { 0 }, contracts = { 0 };

	if (f->contracts) {
		f->members = data_codes(f->data, "contract_prices_csv");
		contracts = contract_codes(&f->members);
	}
	for (int i = 0; i < argc; i++)
		if (tab_put(&t, slice_of(argv[i])) < i)
			die("'%s' is asked for twice", argv[i]);
	if (argc)
		return t;
	if (f->fx)
		return data_codes(f->data, "fx_prices_csv");
	if (f->calendars && !f->config)
		return data_codes(f->data, "roll_calendars_csv");
	if (f->universe)
		return instruments_universe(f->data);
	if (f->config)
		return traded();
	if (f->contracts)
		return contracts;
	return data_codes(f->data, f->no_adjusted ? "multiple_prices_csv" : "adjusted_prices_csv");
}

static double
size_of(const char *code)
{
	return 1 + data_size(fetch.data, "multiple_prices_csv", code) + data_size(fetch.data, "adjusted_prices_csv", code);
}

/* The K-th of N stretches of the codes, cut where the files before make up K/N of all bytes. */
static struct tab
part_of(const struct tab *codes, const char *part)
{
	const char *slash = strchr(part, '/');
	double k, n, total = 0, before = 0;
	struct tab t = { 0 };

	if (!slash || !num_parse(part, (size_t)(slash - part), &k) || !num_parse(slash + 1, strlen(slash + 1), &n) ||
	    k != floor(k) || n != floor(n) || k < 1 || k > n)
		opt_bad(&usage, "--part wants K/N, K from 1 to N", part);
	for (int i = 0; i < codes->n; i++)
		total += size_of(codes->name[i]);
	for (int i = 0; i < codes->n; i++) {
		double here = floor(before / total * n) + 1; /* the part that this code's first byte is in */
		before += size_of(codes->name[i]);
		if (here == k)
			tab_put(&t, slice_of(codes->name[i]));
	}
	return t;
}

static void
print_code(const char *code)
{
	out_str(&fetch.out, code);
	out_char(&fetch.out, '\n');
}

static void
print_prices(struct tab *codes)
{
	struct out *o = &fetch.out;

	out_str(o, "time,instrument");
	if (fetch.adjusted) {
		out_str(o, ",adjusted\n");
		each(codes, fetch_adjusted);
	} else if (fetch.daily) {
		out_str(o, fetch.no_adjusted ? ",price,roll" : ",adjusted,price,roll,beyond");
		out_str(o, fetch.midnight ? ",midnight\n" : "\n");
		each(codes, fetch_daily);
	} else {
		out_str(o, ",price,price_contract,carry,carry_contract,forward,forward_contract");
		out_str(o, fetch.no_adjusted ? "\n" : ",adjusted,beyond\n");
		each(codes, fetch_natural);
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
	dir = self_dir();
	if (asprintf(&path, "%s/%s", dir, argv[0]) < 0)
		die("out of memory");
	execv(path, argv);
	die_sys("cannot run '%s'", path);
}

int
main(int argc, char **argv)
{
	struct fetch *f = &fetch;

	signal(SIGPIPE, SIG_DFL);
	prog = "st-fetch";
	hand_over(argv);
	int i = opt_parse(&usage, f, argc, argv);
	if (!f->data_path)
		f->data_path = getenv("ST_HOME");
	if (!f->data_path)
		opt_bad(&usage, "option --data is missing", "");
	if (f->adjusted && (f->no_adjusted || f->daily))
		opt_bad(&usage, "--adjusted goes with neither --daily nor --no-adjusted", "");
	if (f->days < 0 || (f->days && !f->daily))
		opt_bad(&usage, "--days wants a number above zero, and --daily", "");
	if (f->midnight && (!f->daily || f->no_adjusted))
		opt_bad(&usage, "only with --daily, and without --no-adjusted", "--midnight");
	out_open(&f->out, 1, "stdout");
	f->data = data_open(f->data_path);
	if (f->config)
		f->cfg = cfg_load(f->config);
	f->as_pandas = f->config && cfg_compat(&f->cfg);
	const char *start = f->config ? cfg_str_or(&f->cfg, "start_date", NULL) : NULL;
	const char *end = f->config ? cfg_str_or(&f->cfg, "end_date", NULL) : NULL;
	f->first = date_option("start", f->start ? f->start : start, INT64_MIN);
	f->last = date_option("end", f->end ? f->end : end, INT64_MAX);
	struct tab codes = codes_wanted(argc - i, argv + i);
	if (f->part)
		codes = part_of(&codes, f->part);
	if (f->list) {
		each(&codes, print_code);
	} else if (f->contracts) {
		out_str(&f->out, "time,instrument,contract,open,high,low,price,volume\n");
		each(&codes, fetch_contracts);
	} else if (f->calendars) {
		calendar_head(&f->out);
		each(&codes, fetch_calendar);
	} else if (f->instruments) {
		instruments_print(&f->out, f->data, &codes);
	} else if (f->fx) {
		out_str(&f->out, "time,currency,rate\n");
		each(&codes, fetch_fx);
	} else {
		print_prices(&codes);
	}
	out_flush(&f->out);
	return 0;
}
