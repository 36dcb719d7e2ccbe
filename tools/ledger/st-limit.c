/*
 * st-limit - how many lots may be traded in so many days, and how large a position may be
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 14:00:00'
 *   $ st-limit trade set 10 --instrument=CORN
 *   $ st-limit trade list | jq -c '[.instrument, .days, .most, .remaining]'
 *   ["CORN",1,10,10]
 *   $ st-limit position set 25 --instrument=CORN --strategy=slow
 *   $ st-limit position list
 *   {"strategy":"slow","instrument":"CORN","most":25}
 *   $ printf 'instrument,annual_risk,exposure\nGOLD,12000,180000\n' | st-limit position auto --capital=500000
 *   $ st-limit position list --csv
 *   strategy,instrument,most
 *   slow,CORN,25
 *   ,GOLD,3
 */
#include <math.h>

#include "base/die.h"
#include "base/num.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "ledger/held.h"
#include "ledger/listing.h"
#include "ledger/options.h"
#include "ledger/position_limits.h"
#include "ledger/proposals.h"
#include "ledger/trade_limits.h"
#include "order/automatic_limits.h"
#include "order/order_name.h"
#include "order/position_limit.h"
#include "stream/table.h"

static struct options {
	struct ledger_options ledger;
	const char *strategy, *instrument;
	int days;
	double capital, risk, multiplier, weight, leverage, share;
	bool all, csv;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT, .risk = 0.25, .multiplier = 2.5, .weight = 0.1, .leverage = 1, .share = 0.33 };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 's', "strategy", "NAME", "of this strategy, not of all together", O_STR, AT(strategy) },
	{ 'i', "instrument", "CODE", "of this instrument", O_STR, AT(instrument) },
	{ 0, "days", "N", "trade: in so many days; set, auto: 1, the others: in any unless given", O_INT, AT(days) },
	{ 0, "all", NULL, "trade reset: every limit there is", O_FLAG, AT(all) },
	{ 0, "capital", "MONEY", "auto: of the account, in its currency", O_NUM, AT(capital) },
	{ 0, "risk", "X", "auto: the account's target, a fraction a year (0.25)", O_NUM, AT(risk) },
	{ 0, "multiplier", "X", "auto: for the diversification of instruments (2.5)", O_NUM, AT(multiplier) },
	{ 0, "weight", "X", "auto: of an instrument (0.1)", O_NUM, AT(weight) },
	{ 0, "leverage", "X", "auto: the highest of an instrument, of which half is taken (1)", O_NUM, AT(leverage) },
	{ 0, "share", "X", "trade auto: of a standard position, traded in a day (0.33)", O_NUM, AT(share) },
	{ 'c', "csv", NULL, "list: as CSV instead of NDJSON", O_FLAG, AT(csv) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-limit", "[LOTS | FILE]",
	"how many lots may be traded in so many days, and how large a position may be", opts };

static int64_t
lots(const char *text, int64_t least)
{
	double x;

	if (!num_parse(text, strlen(text), &x) || x != floor(x) || x < (double)least || x > QUANTITY_MOST)
		die("no whole number of lots from %lld to %d: \"%.80s\"", (long long)least, QUANTITY_MOST, text);
	return (int64_t)x;
}

static const char *
strategy(void)
{
	return st.strategy ? st.strategy : "";
}

static int
days(int without)
{
	if (!opt_given(&st.days))
		return without;
	if (st.days < 1 || st.days > TRADE_LIMITS_DAYS_MOST)
		die("--days: not from 1 to %d: \"%d\"", TRADE_LIMITS_DAYS_MOST, st.days);
	return st.days;
}

static void
begin(const char *verb)
{
	ledger_options_names(st.strategy, st.instrument);
	ledger_options_begin(&st.l, &st.ledger, verb);
}

/* Nothing changed is a no. */
static void
end(const char *why_not)
{
	if (ledger_options_end(&st.l, &st.ledger, &st.out))
		return;
	warn("%s", why_not);
	st.status = 1;
}

/* ---- of trades ---- */

static void
trade_list(int n, char **operand)
{
	(void)n, (void)operand;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	ledger_list(&st.out, trade_limits_all(&st.l, ledger_options_now(&st.ledger)), st.csv);
}

static void
trade_set(int n, char **operand)
{
	int64_t most = lots(operand[0], 0);
	int period = days(1);

	(void)n;
	begin("trade set");
	trade_limits_set(&st.l, strategy(), st.instrument, period, most);
	end("the limit is that already");
}

static void
reset_all(void)
{
	if (!ledger_options_confirm(&st.ledger, "begin a new period of every trade limit")) {
		st.status = 1;
		return;
	}
	begin("trade reset");
	trade_limits_reset_all(&st.l);
	end("there is nothing to reset");
}

static void
trade_reset(int n, char **operand)
{
	int period = days(TRADE_LIMITS_ANY_DAYS);

	(void)n, (void)operand;
	if (st.all == (st.instrument != NULL) || (st.all && (st.strategy || period)))
		die("which? give --instrument, or --all by itself");
	if (st.all) {
		reset_all();
		return;
	}
	begin("trade reset");
	trade_limits_reset(&st.l, strategy(), st.instrument, period);
	end("there is nothing to reset");
}

static void
trade_remove(int n, char **operand)
{
	int period = days(TRADE_LIMITS_ANY_DAYS);

	(void)n, (void)operand;
	begin("trade remove");
	trade_limits_remove(&st.l, strategy(), st.instrument, period);
	end("there is no such limit");
}

/* ---- of positions ---- */

static void
position_list(int n, char **operand)
{
	(void)n, (void)operand;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	ledger_list(&st.out, position_limits_all(&st.l), st.csv);
}

static void
position_remove(int n, char **operand)
{
	(void)n, (void)operand;
	begin("position remove");
	position_limits_remove(&st.l, strategy(), st.instrument);
	end("there is no such limit");
}

/* As in pysystemtrade a limit has no sign, and one of -1 is none. */
static void
position_set(int n, char **operand)
{
	int64_t most = strcmp(operand[0], "none") == 0 ? POSITION_LIMIT_NONE : lots(operand[0], -QUANTITY_MOST);

	if (most == POSITION_LIMIT_NONE) {
		position_remove(n, operand);
		return;
	}
	begin("position set");
	position_limits_set(&st.l, strategy(), st.instrument, quantity_abs(most));
	end("the limit is that already");
}

/* ---- of each instrument of a table, by what an account of that size would hold of it ---- */

static double
above_zero(const char *option, double x)
{
	if (!(x > 0))
		die("--%s: not above zero: \"%g\"", option, x);
	return x;
}

static struct automatic_limits
account(void)
{
	return (struct automatic_limits){
		.capital = above_zero("capital", st.capital), .leverage = above_zero("leverage", st.leverage),
		.risk_multiplier = above_zero("risk", st.risk) * above_zero("multiplier", st.multiplier) * above_zero("weight", st.weight)
	};
}

/* An instrument of the table, which has it once. */
static const char *
instrument_of(const struct table *t, int row, int column)
{
	const char *name = table_text(t, row, column);
	struct wrong w;

	if (!order_name_check(slice_of(name), "an instrument", &w))
		die("%s: %s", table_place(t, row), w.text);
	if (table_find(t, column, name) != row)
		die("%s: %s comes twice", table_place(t, row), name);
	return name;
}

/* Set the limit of each for which `limit` knows one. */
static void
automatic(const char *verb, const char *path, bool (*limit)(double position, int64_t *most),
    void (*set)(const char *instrument, int64_t most))
{
	struct automatic_limits a = account();
	struct table t = table_read(path);
	int instrument = table_column(&t, "instrument"), risk = table_column(&t, "annual_risk"), exposure = table_column(&t, "exposure");
	int64_t most;

	begin(verb);
	for (int i = 0; i < t.n; i++) {
		const char *name = instrument_of(&t, i, instrument);
		if (limit(automatic_limits_position(&a, table_num(&t, i, risk), table_num(&t, i, exposure)), &most))
			set(name, most);
		else
			warn("%s: %s is left out, as its risk or exposure is missing or next to nothing", table_place(&t, i), name);
	}
	end("the limits are that already");
}

static bool
trade_limit_of(double position, int64_t *most)
{
	return automatic_limits_of_trade(position, st.share, days(1), most);
}

static void
set_trade_limit(const char *instrument, int64_t most)
{
	trade_limits_set(&st.l, "", instrument, days(1), most);
}

static void
trade_auto(int n, char **operand)
{
	days(1);
	above_zero("share", st.share);
	automatic("trade auto", verb_file(n, operand), trade_limit_of, set_trade_limit);
}

static void
set_position_limit(const char *instrument, int64_t most)
{
	position_limits_set(&st.l, "", instrument, most);
}

static void
position_auto(int n, char **operand)
{
	automatic("position auto", verb_file(n, operand), automatic_limits_of_position, set_position_limit);
}

/* ---- the program ---- */

static bool
cut(struct ledger *l, json_t *order, const struct order_record *r)
{
	const struct position_limit pair = { proposals_held(l, r), position_limits_get(l, r->strategy, r->instrument) };
	const struct position_limit all = { held_by_all(l, r->instrument), position_limits_get(l, "", r->instrument) };
	int64_t to = position_limit_apply_both(&pair, &all, r->trade);

	bool by_pair = position_limit_apply(&pair, r->trade) == to;
	order_record_cut(order, to, "position limit", by_pair ? "of the strategy" : "of the instrument");
	return true;
}

static void
apply(int n, char **operand)
{
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	proposals_each(&st.l, verb_file(n, operand), &st.out, cut);
}

/* Options by their place in opts. */
enum {
	NOW = 4, STRATEGY = 1 << LEDGER_OPTION_COUNT, INSTRUMENT = STRATEGY << 1, DAYS = INSTRUMENT << 1, ALL = DAYS << 1,
	CAPITAL = ALL << 1, RISK = CAPITAL << 1, MULTIPLIER = RISK << 1, WEIGHT = MULTIPLIER << 1, LEVERAGE = WEIGHT << 1,
	SHARE = LEVERAGE << 1, CSV = SHARE << 1, ACCOUNT = RISK | MULTIPLIER | WEIGHT | LEVERAGE
};

static const struct verb verbs[] = {
	{ "trade list", "limits of trades, what is used of them and what remains", trade_list, 0, 0, 0, LEDGER_READS | NOW | CSV },
	{ "trade set", "so many lots in so many days, at most; what is used stays", trade_set, 1, 1, INSTRUMENT,
	    LEDGER_CHANGES | STRATEGY | DAYS },
	{ "trade reset", "a new period begins, of which nothing is used", trade_reset, 0, 0, 0,
	    LEDGER_ASKS | STRATEGY | INSTRUMENT | DAYS | ALL },
	{ "trade remove", "take it off", trade_remove, 0, 0, INSTRUMENT, LEDGER_CHANGES | STRATEGY | DAYS },
	{ "trade auto", "of each instrument of a table, by the account's capital", trade_auto, 0, 1, CAPITAL,
	    LEDGER_CHANGES | DAYS | ACCOUNT | SHARE },
	{ "position list", "limits of positions", position_list, 0, 0, 0, LEDGER_READS | CSV },
	{ "position set", "so many lots at most, long or short; none takes it off", position_set, 1, 1, INSTRUMENT,
	    LEDGER_CHANGES | STRATEGY },
	{ "position remove", "take it off", position_remove, 0, 0, INSTRUMENT, LEDGER_CHANGES | STRATEGY },
	{ "position auto", "of each instrument of a table, by the account's capital", position_auto, 0, 1, CAPITAL,
	    LEDGER_CHANGES | ACCOUNT },
	{ "apply", "a filter: proposed orders, each cut to what limits of positions allow", apply, 0, 1, 0, LEDGER_READS },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
