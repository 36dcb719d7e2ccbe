/*
 * st-balance - trades made elsewhere taken into the books, and positions moved between strategies
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 14:00:00'
 *   $ st-balance trade trend CORN 20200300 --quantity=-2 --price=386.5 -y
 *   $ st-balance transfer trend carry CORN --price=388 -y
 *   $ st-position list --csv --by=strategy | cut -d, -f1,2,4
 *   strategy,instrument,position
 *   carry,CORN,-2
 */
#include "base/die.h"
#include "base/num.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "ledger/options.h"
#include "order/order_name.h"
#include "trade/balance_trades.h"

static struct options {
	struct ledger_options ledger;
	double quantity, price, commission;
	const char *time, *currency, *account;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 0, "quantity", "LOTS", "trade, strategy: bought, or sold when below zero", O_NUM, AT(quantity) },
	{ 0, "price", "PRICE", "of a contract", O_NUM, AT(price) },
	{ 0, "time", "TIME", "trade, strategy: when it was (now)", O_STR, AT(time) },
	{ 0, "commission", "MONEY", "trade: that it cost", O_NUM, AT(commission) },
	{ 0, "currency", "CODE", "trade: of the commission", O_STR, AT(currency) },
	{ 0, "account", "NAME", "trade: at the broker", O_STR, AT(account) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-balance", "STRATEGY INSTRUMENT [CONTRACT]",
	"trades made elsewhere taken into the books, and positions moved between strategies", opts };

static struct balance_trade
trade_given(const char *strategy, const char *instrument, const char *contract, int64_t now)
{
	return (struct balance_trade){
		.strategy = strategy, .instrument = instrument, .contract = contract,
		.quantity = ledger_options_lots(st.quantity, "--quantity"), .price = st.price,
		.time = ledger_options_past(st.time, "--time", now),
		.commission = opt_given(&st.commission) ? st.commission : num_missing(), .currency = st.currency, .account = st.account
	};
}

/* Is it to be done? Then the transaction is begun. */
static bool
begin(const char *verb, const char *what)
{
	if (!ledger_options_confirm(&st.ledger, what)) {
		st.status = 1;
		return false;
	}
	ledger_options_begin(&st.l, &st.ledger, verb);
	return true;
}

static void
put(const char *verb, const struct balance_trade *t)
{
	struct wrong w;

	if (!begin(verb, "change positions without an order"))
		return;
	if (!balance_trades_put(&st.l, t, &w))
		die("%s", w.text);
	ledger_options_end(&st.l, &st.ledger, &st.out);
}

static void
trade(int n, char **operand)
{
	struct balance_trade t = trade_given(operand[0], operand[1], operand[2], ledger_options_now(&st.ledger));

	(void)n;
	put("trade", &t);
}

static void
strategy(int n, char **operand)
{
	struct balance_trade t = trade_given(operand[0], operand[1], NULL, ledger_options_now(&st.ledger));

	(void)n;
	put("strategy", &t);
}

static void
transfer(int n, char **operand)
{
	const char *from = operand[0], *to = operand[1], *instrument = operand[2];
	struct wrong w;

	(void)n;
	if (!order_name_check(slice_of(from), "strategy", &w) || !order_name_check(slice_of(to), "strategy", &w))
		die("%s", w.text);
	if (!begin("transfer", "move a position from one strategy to another"))
		return;
	if (!balance_trades_transfer(&st.l, from, to, instrument, st.price)) {
		warn("%s holds nothing of %s", from, instrument);
		st.status = 1;
		return;
	}
	ledger_options_end(&st.l, &st.ledger, &st.out);
}

/* Options by their place in opts. */
enum {
	QUANTITY = 1 << LEDGER_OPTION_COUNT, PRICE = QUANTITY << 1, TIME = PRICE << 1, COMMISSION = TIME << 1,
	CURRENCY = COMMISSION << 1, ACCOUNT = CURRENCY << 1
};

static const struct verb verbs[] = {
	{ "trade", "STRATEGY INSTRUMENT CONTRACT: what was traded at the broker", trade, 3, 3, QUANTITY | PRICE,
	    LEDGER_ASKS | TIME | COMMISSION | CURRENCY | ACCOUNT },
	{ "strategy", "STRATEGY INSTRUMENT: its position alone, to agree with contracts", strategy, 2, 2, QUANTITY | PRICE,
	    LEDGER_ASKS | TIME },
	{ "transfer", "FROM TO INSTRUMENT: all that a strategy holds, to another", transfer, 3, 3, PRICE, LEDGER_ASKS },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
