/*
 * st-capital - the capital of the account, as its value at the broker moves, and of its strategies
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 14:00:00'
 *   $ st-capital init --broker=250000
 *   $ st-capital update 255000 --now='2020-01-04 14:00:00'
 *   $ st-capital list --csv
 *   time,total,maximum,broker,profit,flow,why
 *   2020-01-03 14:00:00,250000.0,250000.0,250000.0,0.0,,
 *   2020-01-04 14:00:00,255000.0,255000.0,255000.0,5000.0,,
 *   $ st-capital allocate --weight=trend=3 --weight=carry=1 --now='2020-01-04 14:01:00'
 *   $ st-capital strategy list --csv | cut -d, -f1,3
 *   strategy,capital
 *   carry,63750.0
 *   trend,191250.0
 */
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "capital/allocation.h"
#include "ledger/account_capitals.h"
#include "ledger/listing.h"
#include "ledger/options.h"

static struct options {
	struct ledger_options ledger;
	double broker, total, maximum, profit, limit;
	const char *method, *since, *why, *strategy;
	struct opt_list weight;
	int last;
	bool csv;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT, .limit = ACCOUNT_CAPITAL_GATE, .method = "full", .last = 30 };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 'b', "broker", "MONEY", "init, set: the account's value at the broker", O_NUM, AT(broker) },
	{ 't', "total", "MONEY", "init, set: to trade with (init: what the broker has)", O_NUM, AT(total) },
	{ 'm', "maximum", "MONEY", "init, set: its highest (init: the total)", O_NUM, AT(maximum) },
	{ 'p', "profit", "MONEY", "init, set: earned so far (init: 0)", O_NUM, AT(profit) },
	{ 0, "method", "NAME", "update: what of a profit is traded with: full, half, fixed (full)", O_STR, AT(method) },
	{ 0, "limit", "SHARE", "update: refuse a change of the broker's value by more (0.1)", O_NUM, AT(limit) },
	{ 0, "since", "TIME", "trim: of what comes then or later", O_STR, AT(since) },
	{ 0, "why", "TEXT", "a word for who reads the list", O_STR, AT(why) },
	{ 0, "weight", "NAME=W", "allocate: a strategy's weight; may be repeated", O_LIST, AT(weight) },
	{ 's', "strategy", "NAME", "strategy list: all that this one had", O_STR, AT(strategy) },
	{ 0, "last", "N", "list: so many rows, the last (30)", O_INT, AT(last) },
	{ 'c', "csv", NULL, "list: as CSV instead of NDJSON", O_FLAG, AT(csv) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-capital", "[MONEY | STRATEGY ...]",
	"the capital of the account, as its value at the broker moves, and of its strategies", opts };

static double
money(const char *text)
{
	double x;

	if (!num_parse(text, strlen(text), &x))
		die("no sum of money: \"%.80s\"", text);
	return x;
}

static void
end(void)
{
	ledger_options_end(&st.l, &st.ledger, &st.out);
}

/* What the rules refuse changes nothing, and is a no. */
static void
end_if(bool done, const struct wrong *w)
{
	if (done) {
		end();
		return;
	}
	warn("%s", w->text);
	st.status = 1;
}

static bool
confirmed(const char *what)
{
	bool yes = ledger_options_confirm(&st.ledger, what);

	st.status = yes ? 0 : 1;
	return yes;
}

/* ---- of the account ---- */

static struct account_capital
given(void)
{
	return (struct account_capital){
		.total = opt_given(&st.total) ? st.total : num_missing(), .maximum = opt_given(&st.maximum) ? st.maximum : num_missing(),
		.broker = opt_given(&st.broker) ? st.broker : num_missing(), .profit = opt_given(&st.profit) ? st.profit : num_missing()
	};
}

static void
list(int n, char **operand)
{
	(void)n, (void)operand;
	if (st.last < 1)
		die("--last: not a number of rows: \"%d\"", st.last);
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	ledger_list(&st.out, account_capitals_all(&st.l, st.last), st.csv);
}

static bool
is_any(void)
{
	struct account_capital row;

	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	bool any = account_capitals_last(&st.l, &row);
	ledger_close(&st.l);
	return any;
}

/* A first beginning loses nothing. */
static void
init(int n, char **operand)
{
	const struct account_capital row = given();
	struct wrong w;

	(void)n, (void)operand;
	if (is_any() && !confirmed("take away all that is known of the account's capital, and begin anew"))
		return;
	ledger_options_begin(&st.l, &st.ledger, "init");
	end_if(account_capitals_begin(&st.l, &row, st.why, &w), &w);
}

static void
update(int n, char **operand)
{
	enum account_capital_method method;
	double value = money(operand[0]);
	struct wrong w;

	(void)n;
	if (!account_capital_method_named(slice_of(st.method), &method))
		die("--method: not full, half or fixed: \"%s\"", st.method);
	if (!(st.limit >= 0))
		die("--limit: below zero: \"%g\"", st.limit);
	ledger_options_begin(&st.l, &st.ledger, "update");
	end_if(account_capitals_update(&st.l, value, method, st.limit, st.why, &w), &w);
}

static void
transfer(int n, char **operand)
{
	double amount = money(operand[0]);
	struct wrong w;

	(void)n;
	if (amount == 0)
		die("no sum of money: \"%s\"", operand[0]);
	if (!confirmed(amount > 0 ? "count the deposit as no profit" : "count the withdrawal as no loss"))
		return;
	ledger_options_begin(&st.l, &st.ledger, "transfer");
	end_if(account_capitals_transfer(&st.l, amount, st.why, &w), &w);
}

static void
set(int n, char **operand)
{
	const struct account_capital row = given();
	struct wrong w;

	(void)n, (void)operand;
	if (!opt_given(&st.broker) && !opt_given(&st.total) && !opt_given(&st.maximum) && !opt_given(&st.profit))
		die("set what? give --broker, --total, --maximum or --profit");
	if (!confirmed("put these figures in the place of those that were reckoned"))
		return;
	ledger_options_begin(&st.l, &st.ledger, "set");
	end_if(account_capitals_set(&st.l, &row, st.why, &w), &w);
}

static void
take_away(const char *verb, int64_t since)
{
	ledger_options_begin(&st.l, &st.ledger, verb);
	if (account_capitals_trim(&st.l, since) == 0) {
		warn("there is nothing to take away");
		st.status = 1;
	}
	end();
}

static void
trim(int n, char **operand)
{
	int64_t since = ledger_options_time(st.since, "--since", 0);

	(void)n, (void)operand;
	if (confirmed(mem_format("take away the account's capital since %s", st.since)))
		take_away("trim", since);
}

static void
erase(int n, char **operand)
{
	(void)n, (void)operand;
	if (confirmed("take away all that is known of the account's capital"))
		take_away("erase everything", INT64_MIN);
}

/* ---- of strategies ---- */

struct shares {
	int n;
	char **strategy;
	double *weight;            /* NULL where all have the same */
	double *capital;
};

/* NAME=W of each --weight, or the names by themselves. */
static struct shares
shares_of(int n, char **operand)
{
	struct shares s = { .n = n + st.weight.n };

	if (n && st.weight.n)
		die("--weight: strategies are named by it, or by themselves to have the same each");
	s.strategy = n ? operand : mem_alloc((size_t)s.n, sizeof *s.strategy);
	s.weight = n ? NULL : mem_alloc((size_t)s.n, sizeof *s.weight);
	s.capital = mem_alloc((size_t)s.n, sizeof *s.capital);
	for (int i = 0; i < st.weight.n; i++) {
		const char *equals = strchr(st.weight.v[i], '=');
		if (!equals || !num_parse(equals + 1, strlen(equals + 1), &s.weight[i]))
			die("--weight: not a strategy and its weight, NAME=W: \"%s\"", st.weight.v[i]);
		s.strategy[i] = mem_format("%.*s", (int)(equals - st.weight.v[i]), st.weight.v[i]);
	}
	return s;
}

static void
check_names(const struct shares *s)
{
	for (int i = 0; i < s->n; i++) {
		ledger_options_names(s->strategy[i], NULL);
		for (int j = 0; j < i; j++)
			if (strcmp(s->strategy[i], s->strategy[j]) == 0)
				die("strategy %s is named twice", s->strategy[i]);
	}
}

static void
allocate(int n, char **operand)
{
	struct shares s = shares_of(n, operand);
	struct account_capital now;
	struct wrong w;

	if (s.n == 0)
		die("allocate to which strategies? give --weight=NAME=W for each, or their names");
	check_names(&s);
	ledger_options_begin(&st.l, &st.ledger, "allocate");
	account_capitals_last(&st.l, &now);
	bool done = s.weight ? allocation_by_weight(s.capital, s.weight, s.n, now.total, &w) :
	    allocation_equal(s.capital, s.n, now.total, &w);
	for (int i = 0; done && i < s.n; i++)
		account_capitals_put_strategy(&st.l, s.strategy[i], s.capital[i]);
	end_if(done, &w);
}

static void
strategy_list(int n, char **operand)
{
	(void)n, (void)operand;
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	struct statement *rows = st.strategy ? account_capitals_of_strategy(&st.l, st.strategy) : account_capitals_of_strategies(&st.l);
	ledger_list(&st.out, rows, st.csv);
}

/* Options by their place in opts. */
enum {
	BROKER = 1 << LEDGER_OPTION_COUNT, TOTAL = BROKER << 1, MAXIMUM = TOTAL << 1, PROFIT = MAXIMUM << 1, METHOD = PROFIT << 1,
	LIMIT = METHOD << 1, SINCE = LIMIT << 1, WHY = SINCE << 1, WEIGHT = WHY << 1, STRATEGY = WEIGHT << 1, LAST = STRATEGY << 1,
	CSV = LAST << 1
};

static const struct verb verbs[] = {
	{ "list", "the account's capital, as it was and is", list, 0, 0, 0, LEDGER_READS | LAST | CSV },
	{ "init", "begin, or begin anew", init, 0, 0, BROKER, LEDGER_ASKS | TOTAL | MAXIMUM | PROFIT | WHY },
	{ "update", "the broker's value of the account now, from which capital follows", update, 1, 1, 0,
	    LEDGER_CHANGES | METHOD | LIMIT | WHY },
	{ "transfer", "a deposit, or a withdrawal below zero, which is no profit", transfer, 1, 1, 0, LEDGER_ASKS | WHY },
	{ "set", "other figures from now on", set, 0, 0, 0, LEDGER_ASKS | BROKER | TOTAL | MAXIMUM | PROFIT | WHY },
	{ "trim", "take away what came at a time or later", trim, 0, 0, SINCE, LEDGER_ASKS },
	{ "erase everything", "take all of it away", erase, 0, 0, 0, LEDGER_ASKS },
	{ "allocate", "the capital to strategies: by weight, or the same to each that is named", allocate, 0, VERB_ANY, 0,
	    LEDGER_CHANGES | WEIGHT },
	{ "strategy list", "what strategies have now", strategy_list, 0, 0, 0, LEDGER_READS | STRATEGY | CSV },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
