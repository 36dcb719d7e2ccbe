/*
 * st-fill - what was traded, into orders and positions
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 14:00:00'
 *   $ st-fill by-hand contract 7 --quantity=3 --price=101.25 -y
 *   st-fill: no contract order 7
 */
#include "base/num.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "ledger/hand_fills.h"
#include "ledger/options.h"

static struct options {
	struct ledger_options ledger;
	double quantity, price, commission;
	const char *time, *currency, *contract;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 0, "quantity", "LOTS", "of the order's sign", O_NUM, AT(quantity) },
	{ 0, "price", "PRICE", "of a contract", O_NUM, AT(price) },
	{ 0, "time", "TIME", "when it was traded (now)", O_STR, AT(time) },
	{ 0, "contract", "CONTRACT", "which leg of a spread", O_STR, AT(contract) },
	{ 0, "commission", "MONEY", "that it cost", O_NUM, AT(commission) },
	{ 0, "currency", "CODE", "of the commission", O_STR, AT(currency) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-fill", "LEVEL ID", "what was traded, into orders and positions", opts };

static struct hand_fill
fill_given(int64_t now)
{
	return (struct hand_fill){
		.quantity = ledger_options_lots(st.quantity, "--quantity"), .price = st.price,
		.time = ledger_options_past(st.time, "--time", now),
		.commission = opt_given(&st.commission) ? st.commission : num_missing(), .currency = st.currency, .contract = st.contract
	};
}

static void
by_hand(int n, char **operand)
{
	enum stack_level level = stack_level_of(operand[0]);
	int64_t id = stack_id(operand[1]);
	struct hand_fill f = fill_given(ledger_options_now(&st.ledger));
	struct wrong w;

	(void)n;
	if (!ledger_options_confirm(&st.ledger, "change positions by hand")) {
		st.status = 1;
		return;
	}
	ledger_options_begin(&st.l, &st.ledger, "by-hand");
	if (!hand_fills_put(&st.l, level, id, &f, &w)) {
		warn("%s", w.text);
		st.status = 1;
		return;
	}
	ledger_options_end(&st.l, &st.ledger, &st.out);
}

/* Options by their place in opts. */
enum {
	QUANTITY = 1 << LEDGER_OPTION_COUNT, PRICE = QUANTITY << 1, TIME = PRICE << 1, CONTRACT = TIME << 1, COMMISSION = CONTRACT << 1,
	CURRENCY = COMMISSION << 1
};

static const struct verb verbs[] = {
	{ "by-hand", "fill the order LEVEL ID: contract or broker", by_hand, 2, 2, QUANTITY | PRICE,
	    LEDGER_ASKS | TIME | CONTRACT | COMMISSION | CURRENCY },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
