/*
 * st-wanted - the positions that strategies want: of a backtest, or of anything that says so
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 21:00:00'
 *   $ echo '{"strategy":"trend","instrument":"CORN","kind":"buffered","lower":1.2,"upper":2.7}' | st-wanted put
 *   $ st-wanted list --csv | cut -d, -f2-8
 *   strategy,instrument,time,run,kind,lower,upper
 *   trend,CORN,2020-01-03 21:00:00,,buffered,1.2,2.7
 */
#include <math.h>
#include <stdlib.h>

#include "backtest/backtest_rows.h"
#include "backtest/run_hash.h"
#include "base/die.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "data/data_folder.h"
#include "data/price_file.h"
#include "ledger/listing.h"
#include "ledger/options.h"
#include "ledger/wanted_positions.h"
#include "stream/ndjson.h"
#include "time/instant.h"
#include "time/stamp.h"

static struct options {
	struct ledger_options ledger;
	const char *strategy;
	int stale_days;
	bool csv;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT, .stale_days = 5 };

static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 's', "strategy", "NAME", "put: of a backtest, whose positions they are; list: of this one alone", O_STR,
	    offsetof(struct options, strategy) },
	{ 0, "stale-days", "N", "put: refuse prices that end more days ago (5)", O_INT, offsetof(struct options, stale_days) },
	{ 'c', "csv", NULL, "list, history: as CSV instead of NDJSON", O_FLAG, offsetof(struct options, csv) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-wanted", "[FILE | DIR | STRATEGY INSTRUMENT]",
	"the positions that strategies want: of a backtest, or of anything that says so", opts };

/* ---- put: one after another, all or none ---- */

static void
put_one(const struct wanted_record *r, const char *place, long line)
{
	struct wrong w;

	if (wanted_positions_put(&st.l, r, st.stale_days, &w) != WANTED_REFUSED)
		return;
	if (line)
		die("%s:%ld: %s %s: %s", place, line, r->strategy, r->instrument, w.text);
	die("%s: %s %s: %s", place, r->strategy, r->instrument, w.text);
}

static void
put_records(const char *path)
{
	enum { MOST = 1 << 20 }; /* bytes of a line */
	struct wanted_record r;
	struct ndjson in;
	enum ndjson_got got;
	struct wrong w;
	json_t *o;

	ndjson_file(&in, path, MOST);
	while ((got = ndjson_next(&in, &o, &w)) == NDJSON_OBJECT) {
		if (!wanted_record_of_json(o, &r, &w))
			die("%s:%ld: %s", in.name, in.line, w.text);
		put_one(&r, in.name, in.line);
		json_decref(o);
	}
	if (got == NDJSON_WRONG)
		die("%s", w.text);
	if (in.line == 0)
		die("%s: no wanted positions", in.name);
	ndjson_close(&in);
}

/* ---- put: the last row of each instrument of a backtest ---- */

struct last_row {
	int day;
	double price, lower, upper, position;
};

static struct last_row *
last_rows(const struct backtest *b)
{
	struct last_row *last = mem_alloc((size_t)b->instruments.codes.n, sizeof *last);
	struct backtest_rows rows;

	for (int i = 0; i < b->instruments.codes.n; i++)
		last[i] = (struct last_row){ .price = num_missing() };
	backtest_rows_open(&rows, b);
	while (backtest_rows_next(&rows)) {
		struct last_row *r = &last[rows.instrument];
		double price = isnan(rows.x[ROW_PRICE]) ? rows.x[ROW_ADJUSTED] : rows.x[ROW_PRICE];
		if (!isnan(price))
			*r = (struct last_row){ rows.day, price, r->lower, r->upper, r->position };
		r->lower = rows.x[ROW_LOWER];
		r->upper = rows.x[ROW_UPPER];
		r->position = rows.x[ROW_POSITION];
	}
	return last;
}

/* The priced contract of the last row of an instrument's multiple prices, or NULL. */
static char *
priced_contract(struct data *data, const char *code)
{
	struct price_file p;
	char *contract = NULL;

	if (!price_file_open(&p, data, "multiple_prices_csv", code, INT64_MIN, INT64_MAX))
		return NULL;
	int column = price_file_column(&p, "PRICE_CONTRACT");
	while (price_file_next(&p)) {
		free(contract);
		contract = rec_copy(&p.r, column);
	}
	return contract;
}

/* Where the backtest's data were: its first line. */
static char *
data_path(const struct backtest *b)
{
	struct rec r;

	rec_file(&r, backtest_file(b, "work/data"));
	rec_header(&r);
	char *path = rec_copy(&r, 0);
	rec_close(&r);
	return path;
}

static void
put_backtest(const char *path)
{
	struct backtest b = backtest_open(path);
	struct last_row *last = last_rows(&b);
	struct data *data = data_open(data_path(&b));
	char run[SHA256_TEXT];

	run_hash(&b, run);
	for (int i = 0; i < b.instruments.codes.n; i++) {
		const char *code = b.instruments.codes.name[i];
		char *contract = priced_contract(data, code);
		struct wanted_record r = {
			.strategy = st.strategy, .instrument = code, .time = WANTED_RECORD_NO_TIME, .run = run,
			.wanted = { b.together ? WANTED_RAW : WANTED_BUFFERED, b.together ? last[i].position : num_missing(),
			    b.together ? num_missing() : last[i].lower, b.together ? num_missing() : last[i].upper },
			.reference_price = last[i].price, .reference_contract = contract,
			.reference_time = stamp_of_day(last[i].day) * INSTANT_SECOND,
		};
		put_one(&r, path, 0);
		free(contract);
	}
	free(last);
}

static void
put(int n, char **operand)
{
	const char *path = verb_file(n, operand);
	bool is_backtest = backtest_is_folder(path);

	if (st.stale_days < 0)
		die("--stale-days: below 0: \"%d\"", st.stale_days);
	if (is_backtest && !st.strategy)
		opt_bad(&usage, "a backtest's folder needs option --strategy", path);
	ledger_options_begin(&st.l, &st.ledger, "put");
	if (is_backtest)
		put_backtest(path);
	else
		put_records(path);
	st.status = ledger_options_end(&st.l, &st.ledger, &st.out) ? 0 : 1;
}

/* ---- list and history ---- */

static void
list(int n, char **operand)
{
	(void)n, (void)operand;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	ledger_list(&st.out, wanted_positions_now(&st.l, st.strategy), st.csv);
}

static void
history(int n, char **operand)
{
	(void)n;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	ledger_list(&st.out, wanted_positions_history(&st.l, operand[0], operand[1]), st.csv);
}

/* Options by their place in opts. */
enum { STRATEGY = 1 << LEDGER_OPTION_COUNT, STALE_DAYS = STRATEGY << 1, CSV = STALE_DAYS << 1 };

static const struct verb verbs[] = {
	{ "put", "what is wanted now: records, or a backtest's last rows; 1 if it was there", put, 0, 1, 0,
	    LEDGER_CHANGES | STRATEGY | STALE_DAYS },
	{ "list", "the last of each strategy and instrument", list, 0, 0, 0, LEDGER_READS | STRATEGY | CSV },
	{ "history", "all that a strategy wanted of an instrument", history, 2, 2, 0, LEDGER_READS | CSV },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
