#include "ledger/trade_limits.h"

#include "ledger/transaction.h"
#include "test.h"

#define DAY INT64_C(86400000000)

static struct ledger l;

static void
begin(int64_t now)
{
	struct ledger_author author = { "st-test do", true, now };

	transaction_begin(&l, &author);
}

static void
set_up(void)
{
	ledger_memory(&l);
	begin(0);
	trade_limits_set(&l, "", "CORN", 1, 10);
	trade_limits_set(&l, "", "CORN", 30, 25);
	trade_limits_set(&l, "fast", "CORN", 1, 4);
	trade_limits_set(&l, "slow", "CORN", 1, 0);
	trade_limits_set(&l, "", "GOLD", 1, 1);
	CHECK(transaction_commit(&l) == 5);
}

/* What is used of a limit, -1 when there is none. */
static int64_t
used(const char *strategy, int days)
{
	struct statement *s = statement_of(&l,
	    "SELECT used FROM trade_limit WHERE instrument = 'CORN' AND strategy = ? AND days = ?");

	statement_text(s, strategy);
	statement_int(s, days);
	int64_t n = statement_row(s) ? statement_get_int(s, 0) : -1;
	statement_end(s);
	return n;
}

static void
the_smallest_of_all_that_apply(void)
{
	set_up();
	begin(1);
	CHECK(trade_limits_possible(&l, "fast", "CORN", 3) == 3);
	CHECK(trade_limits_possible(&l, "fast", "CORN", 7) == 4);
	CHECK(trade_limits_possible(&l, "slow", "CORN", 7) == 0);
	CHECK(trade_limits_possible(&l, "other", "CORN", 70) == 10);
	CHECK(trade_limits_possible(&l, "other", "OIL", 70) == 70);
	CHECK(transaction_commit(&l) == 0);
	ledger_close(&l);
}

/* Of a spread all legs count; what is given back is never more than was used. */
static void
counted_and_released(void)
{
	struct quantity spread = { .n = 2, .lots = { -3, 3 } }, one = quantity_single(-2);

	set_up();
	begin(1);
	trade_limits_count(&l, "fast", "CORN", &spread);
	CHECK(used("", 1) == 6 && used("", 30) == 6 && used("fast", 1) == 6 && used("slow", 1) == 0);
	CHECK(trade_limits_possible(&l, "fast", "CORN", 3) == 0);
	CHECK(trade_limits_possible(&l, "other", "CORN", 9) == 4);
	trade_limits_release(&l, "fast", "CORN", &one);
	CHECK(used("", 1) == 4 && used("fast", 1) == 4);
	trade_limits_release(&l, "other", "CORN", &spread);
	CHECK(used("", 1) == 0 && used("", 30) == 0 && used("fast", 1) == 4);
	transaction_commit(&l);
	ledger_close(&l);
}

/* A period that is over is over for whoever looks, and stored; what is counted then is of the new one. */
static void
a_new_period_is_stored_when_it_is_looked_at(void)
{
	struct quantity two = quantity_single(2);

	set_up();
	begin(1);
	trade_limits_count(&l, "fast", "CORN", &two);
	transaction_commit(&l);
	begin(DAY);
	CHECK(trade_limits_possible(&l, "fast", "CORN", 9) == 2);
	CHECK(transaction_commit(&l) == 0);
	begin(DAY + 1);
	CHECK(trade_limits_possible(&l, "fast", "CORN", 9) == 4);
	CHECK(used("fast", 1) == 0 && used("", 1) == 0 && used("", 30) == 2);
	CHECK(transaction_commit(&l) == 2);
	begin(3 * DAY);
	trade_limits_count(&l, "fast", "CORN", &two);
	CHECK(used("fast", 1) == 2 && used("", 1) == 2 && used("", 30) == 4);
	transaction_commit(&l);
	ledger_close(&l);
}

static void
another_number_keeps_what_is_used(void)
{
	struct quantity two = quantity_single(2);

	set_up();
	begin(1);
	trade_limits_count(&l, "fast", "CORN", &two);
	trade_limits_set(&l, "fast", "CORN", 1, 1);
	CHECK(used("fast", 1) == 2);
	CHECK(trade_limits_possible(&l, "fast", "CORN", 3) == 0);
	trade_limits_reset(&l, "fast", "CORN", TRADE_LIMITS_ANY_DAYS);
	CHECK(used("fast", 1) == 0 && used("", 1) == 2);
	trade_limits_reset_all(&l);
	CHECK(used("", 1) == 0 && used("", 30) == 0);
	trade_limits_remove(&l, "", "CORN", 30);
	CHECK(used("", 30) == -1 && used("", 1) == 0 && used("fast", 1) == 0);
	trade_limits_remove(&l, "", "CORN", TRADE_LIMITS_ANY_DAYS);
	CHECK(used("", 1) == -1 && used("fast", 1) == 0);
	transaction_commit(&l);
	ledger_close(&l);
}

int
main(void)
{
	RUN(the_smallest_of_all_that_apply);
	RUN(counted_and_released);
	RUN(a_new_period_is_stored_when_it_is_looked_at);
	RUN(another_number_keeps_what_is_used);
	return test_end();
}
