#include <math.h>

#include "roll/contract_prices.h"
#include "roll/cycle.h"
#include "test.h"

#define HEAD "time,instrument,contract,open,price\n"

static cycle
months(const char *letters)
{
	cycle c = 0;

	if (!cycle_parse(slice_of(letters), &c))
		abort();
	return c;
}

static void
series_by_id_whatever_their_order(void)
{
	struct contract_prices c;

	contract_prices_open(&c, test_file(HEAD
	    "2020-01-02,A,20200600,x,2\n2020-01-02,A,202003,x,1\n2020-01-03 23:00:00,A,20200600,x,3\n2020-01-01,B,20200300,,7"));
	CHECK(contract_prices_next(&c));
	CHECK(strcmp(c.code, "A") == 0 && c.n == 2);
	CHECK(c.v[0].id == 20200300 && c.v[0].n == 1 && c.v[0].v[0].x == 1);
	CHECK(c.v[1].id == 20200600 && c.v[1].n == 2 && c.v[1].v[1].t == 18264 * 86400 + 23 * 3600);
	CHECK(contract_prices_of(&c, 20200600) == &c.v[1] && !contract_prices_of(&c, 20200601));
	CHECK(contract_prices_next(&c));
	CHECK(strcmp(c.code, "B") == 0 && c.n == 1 && c.v[0].n == 1 && c.v[0].v[0].x == 7);
	CHECK(!contract_prices_next(&c));
}

/* Reference: pandas groupby(level=0).last(), spec data.md 0.3. */
static void
a_stamp_twice_keeps_the_last_that_is_there(void)
{
	struct contract_prices c;

	contract_prices_open(&c, test_file(HEAD
	    "2020-01-01,A,20200600,,1\n2020-01-01,A,20200600,,2\n2020-01-01,A,20200600,,\n2020-01-02,A,20200600,,\n2020-01-02,A,20200600,,4\n"));
	CHECK(contract_prices_next(&c));
	CHECK(c.v[0].n == 2 && c.v[0].v[0].x == 2 && c.v[0].v[1].x == 4);
}

static void
volumes_when_asked_for(void)
{
	struct contract_prices c;
	const char *text = "time,instrument,contract,price,volume\n2020-01-01,A,202006,1,5\n2020-01-01,A,202006,,\n2020-01-01,A,202006,2,6\n"
			   "2020-01-02,A,202006,,\n2020-01-01,A,202003,3,7\n";

	contract_prices_open_volumes(&c, test_file(text));
	CHECK(contract_prices_next(&c) && c.n == 2 && c.v[1].n == 2);
	CHECK(c.v[1].v[0].x == 2 && c.v[1].volume[0] == 6 && isnan(c.v[1].volume[1]) && c.v[0].volume[0] == 7);
	contract_prices_open(&c, test_file(text));
	CHECK(contract_prices_next(&c) && !c.v[1].volume);
}

static void
prices_are_found_by_their_time(void)
{
	struct contract_prices c;
	const int64_t day = 18262 * 86400; /* 2020-01-01 */

	contract_prices_open(&c, test_file(HEAD "2020-01-01,A,20200600,,1\n2020-01-03,A,20200600,,\n2020-01-05,A,20200600,,5\n"));
	CHECK(contract_prices_next(&c));
	const struct contract_price_series *s = &c.v[0];
	CHECK(contract_prices_from(s, 0) == 0 && contract_prices_from(s, day) == 0 && contract_prices_from(s, day + 1) == 1);
	CHECK(contract_prices_from(s, day + 4 * 86400) == 2 && contract_prices_from(s, day + 4 * 86400 + 1) == 3);
	CHECK(contract_prices_at(s, day + 4 * 86400) == 5 && isnan(contract_prices_at(s, day + 86400)) && isnan(contract_prices_at(s, day + 2 * 86400)));
}

/* Reference: spec data.md 2.5. */
static void
contracts_without_a_series_are_passed_over(void)
{
	struct contract_prices c;

	contract_prices_open(&c, test_file(HEAD "2020-01-01,A,20200300,,\n2020-01-01,A,20200900,,\n2020-01-01,A,20201100,,\n"));
	CHECK(contract_prices_next(&c));
	CHECK(contract_prices_after(&c, months("HMUZ"), 20200300) == 20200900);
	CHECK(contract_prices_after(&c, months("HMUZ"), 20200900) == 0);
	CHECK(contract_prices_after(&c, months("HMUZX"), 20200900) == 20201100);
	CHECK(contract_prices_after(&c, months("M"), 20190300) == 0);
	CHECK(contract_prices_before(&c, months("HMUZ"), 20211200) == 20200900);
	CHECK(contract_prices_before(&c, months("HMUZ"), 20200900) == 20200300);
	CHECK(contract_prices_before(&c, months("HMUZ"), 20200300) == 0);
}

static void
read_all(const char *text)
{
	struct contract_prices c;

	contract_prices_open(&c, test_file(text));
	c.r.name = "in";
	while (contract_prices_next(&c))
		;
}

static void
what_is_wrong_is_named(void)
{
	DIES("in:2: column 'contract': not a contract: \"202013\"", read_all(HEAD "2020-01-01,A,202013,,1\n"));
	DIES("in:3: column 'time': time goes back within the contract: \"2020-01-01\"",
	    read_all(HEAD "2020-01-02,A,202003,,1\n2020-01-01,A,202003,,1\n"));
	DIES("in:2: column 'time': not a time: \"20200101\"", read_all(HEAD "20200101,A,202003,,1\n"));
	DIES("in:2: column 'price': not a number: \"nan\"", read_all(HEAD "2020-01-01,A,202003,,nan\n"));
	DIES("in:4: the rows of 'A' do not stand together",
	    read_all(HEAD "2020-01-01,A,202003,,1\n2020-01-01,B,202003,,1\n2020-01-02,A,202003,,1\n"));
}

static void
quotes_are_taken_off(void)
{
	struct contract_prices c;

	contract_prices_open(&c, test_file("time,instrument,contract,price\r\n\"2020-01-01\",\"A\",\"202003\",\"1\"\r\n2020-01-02,A,20200300,2\r\n"));
	CHECK(contract_prices_next(&c));
	CHECK(strcmp(c.code, "A") == 0 && c.n == 1 && c.v[0].n == 2);
	CHECK(!contract_prices_next(&c));
}

static void
header_only_has_no_instrument(void)
{
	struct contract_prices c;

	contract_prices_open(&c, test_file(HEAD));
	CHECK(!contract_prices_next(&c));
}

int
main(void)
{
	RUN(series_by_id_whatever_their_order);
	RUN(a_stamp_twice_keeps_the_last_that_is_there);
	RUN(volumes_when_asked_for);
	RUN(prices_are_found_by_their_time);
	RUN(contracts_without_a_series_are_passed_over);
	RUN(what_is_wrong_is_named);
	RUN(quotes_are_taken_off);
	RUN(header_only_has_no_instrument);
	return test_end();
}
