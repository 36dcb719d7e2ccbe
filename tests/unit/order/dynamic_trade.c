#include "order/dynamic_trade.h"

#include <math.h>

#include "test.h"

enum { N = 4 };

static const struct dynamic_trade_options options = { .shadow_cost = 10, .tracking_error_buffer = .005 };

/* Four instruments, one nearly the other's double, of which this many contracts are wanted. */
static struct account {
	struct dynamic_trade x[N];
	double covariance[N * N];
} account;

static void
begin(void)
{
	static const char *const code[] = { "AEX", "BUND", "CORN", "DAX" };
	static const double optimal[] = { 3.2, -4.7, 2.4, .8 }, value[] = { .1, .05, .2, .15 };

	for (int i = 0; i < N; i++) {
		account.x[i] = (struct dynamic_trade){ .code = code[i], .optimal = optimal[i], .value = value[i], .cost = 1e-5, .most = NAN };
		for (int j = 0; j < N; j++)
			account.covariance[i * N + j] = i == j ? .04 : .002;
	}
}

static bool
solved(void)
{
	struct wrong w;

	return dynamic_trade(account.x, N, account.covariance, &options, &w);
}

static bool
refused(const char *text)
{
	struct wrong w;

	return !dynamic_trade(account.x, N, account.covariance, &options, &w) && strcmp(w.text, text) == 0;
}

static void
near_what_is_wanted(void)
{
	begin();
	CHECK(solved());
	for (int i = 0; i < N; i++) {
		CHECK(account.x[i].valid && fabs((double)account.x[i].position - account.x[i].optimal) <= 1);
		CHECK(account.x[i].trade == account.x[i].position);
	}
}

static void
within_limits(void)
{
	begin();
	account.x[0].most = 1;
	account.x[1].no_trade = true;
	account.x[1].held = 6;
	account.x[2].reduce_only = true;
	account.x[2].held = -2;
	CHECK(solved());
	CHECK(account.x[0].position >= 0 && account.x[0].position <= 1 && account.x[1].position == 6 && account.x[1].trade == 0);
	CHECK(account.x[2].position >= -2 && account.x[2].position <= 0);
	CHECK(account.x[1].limit.least == 6 && account.x[1].limit.most == 6);
	CHECK(account.x[2].limit.least == -2 && account.x[2].limit.most == 0);
}

static void
held_where_it_tracks_well_enough(void)
{
	begin();
	for (int i = 0; i < N; i++)
		account.x[i].held = (int64_t)rint(account.x[i].optimal);
	struct dynamic_trade_options wide = { 10, 1 };
	struct wrong w;
	CHECK(dynamic_trade(account.x, N, account.covariance, &wide, &w));
	for (int i = 0; i < N; i++)
		CHECK(account.x[i].trade == 0 && account.x[i].position == account.x[i].held);
}

static void
not_held_without_a_number(void)
{
	begin();
	account.x[1].optimal = NAN;
	account.x[1].held = 3;
	account.x[2].value = NAN;
	for (int i = 0; i < N; i++)
		account.covariance[i * N + 3] = account.covariance[3 * N + i] = NAN;
	CHECK(solved() && account.x[0].valid && account.x[0].position == 3);
	for (int i = 1; i < N; i++)
		CHECK(!account.x[i].valid && account.x[i].position == 0);
	CHECK(account.x[1].trade == -3);
}

/* Of three that are alike in all but their codes one contract is enough: the first code's, in whatever order they come. */
static void
ties_go_to_the_first_code(void)
{
	static const char *const orders[] = { "ABC", "ACB", "BAC", "BCA", "CAB", "CBA" };
	static const double covariance[] = { .04, .04, .04, .04, .04, .04, .04, .04, .04 };
	struct wrong w;

	for (size_t i = 0; i < sizeof orders / sizeof *orders; i++) {
		struct dynamic_trade x[3];
		char code[3][2] = { { orders[i][0] }, { orders[i][1] }, { orders[i][2] } };
		for (int j = 0; j < 3; j++)
			x[j] = (struct dynamic_trade){ .code = code[j], .optimal = .4, .value = .1, .most = NAN };
		CHECK(dynamic_trade(x, 3, covariance, &(struct dynamic_trade_options){ 10, 0 }, &w));
		for (int j = 0; j < 3; j++)
			CHECK(x[j].position == (orders[i][j] == 'A'));
	}
}

/* The same whatever the order that instruments come in. */
static void
shuffled(void)
{
	int64_t want[N];

	begin();
	CHECK(solved());
	for (int i = 0; i < N; i++)
		want[i] = account.x[i].position;
	for (int first = 1; first < N; first++) {
		begin();
		struct dynamic_trade was = account.x[0];
		account.x[0] = account.x[first];
		account.x[first] = was;
		CHECK(solved() && account.x[0].position == want[first] && account.x[first].position == want[0]);
	}
}

static void
no_answer(void)
{
	begin();
	account.x[2].cost = NAN;
	CHECK(refused("CORN: no cost"));
	begin();
	account.x[3].optimal = 2e6;
	CHECK(refused("DAX: over a million contracts"));
	begin();
	account.x[3].code = "AEX";
	CHECK(refused("AEX: twice"));
	begin();
	account.covariance[1] = NAN;
	CHECK(refused("AEX and BUND: no covariance"));
	begin();
	account.covariance[0] = -50;
	CHECK(refused("covariances make a variance below zero"));
}

static void
no_instrument(void)
{
	struct wrong w;

	CHECK(dynamic_trade(NULL, 0, NULL, &options, &w));
}

int
main(void)
{
	RUN(near_what_is_wanted);
	RUN(within_limits);
	RUN(held_where_it_tracks_well_enough);
	RUN(not_held_without_a_number);
	RUN(ties_go_to_the_first_code);
	RUN(shuffled);
	RUN(no_answer);
	RUN(no_instrument);
	return test_end();
}
