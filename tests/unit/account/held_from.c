/* held_from - from when instruments could be held, and what is said to have been missing, by hand */
#include "account/held_from.h"

#include "base/prog.h"
#include "folder.h"
#include "time/date.h"

#define FIRST "time,instrument,price,fx,vol\n"

static struct held_from
held(const char *config, const char *first)
{
	folder_put("config.json", config);
	folder_put("first.csv", first);
	struct config c = config_load(folder_path("config.json"));
	char table[256];
	strcpy(table, folder_path("work/instruments.csv"));
	struct instruments t = instruments_read(table);
	const char *file[] = { folder_path("first.csv") };

	return held_from_read(&c, &t, file, 1);
}

/* What is said of an instrument, or of all; no text for nothing. */
static bool
says(const struct held_from *h, const char *instrument, const char *want)
{
	char *text = held_from_missing(h, instrument);
	bool right = strcmp(text ? text : "", want) == 0;

	if (!right)
		printf("# got: %s\n", text ? text : "");
	free(text);
	return right;
}

/* Ten days of price changes are what any volatility waits for. */
static void
warm_up(void)
{
	struct held_from h = held("{}", FIRST "2021-01-04,GOLD,1,1,\n2021-01-18,GOLD,1,1,2\n");

	CHECK(held_from_day(&h, "GOLD") == date_of(2021, 1, 18) && held_from_day(&h, NULL) == date_of(2021, 1, 18));
	CHECK(says(&h, "GOLD", "") && says(&h, NULL, ""));
}

/* Of a market in euros there is a rate three years later; a later market in dollars comes before that. */
static void
rate(void)
{
	struct held_from h = held("{\"base_currency\": \"USD\"}", FIRST "2021-01-04,DAX,1,,\n2021-01-18,DAX,1,,2\n"
	    "2024-01-01,DAX,1,1.1,2\n2022-03-01,GOLD,1,1,\n2022-03-15,GOLD,1,1,2\n");

	CHECK(held_from_day(&h, "DAX") == date_of(2024, 1, 1) && held_from_day(&h, NULL) == date_of(2022, 3, 15));
	CHECK(says(&h, "DAX", "no rate of EUR in USD before 2024-01-01") && says(&h, "GOLD", ""));
	CHECK(says(&h, NULL, "no rate of EUR in USD before 2024-01-01 (DAX)"));
}

/* When something else could be held all along, nothing was missing of the whole. */
static void
another(void)
{
	struct held_from h = held("{}", FIRST "2021-01-04,DAX,1,,\n2021-01-18,DAX,1,,2\n2024-01-01,DAX,1,1.1,2\n"
	    "2021-01-05,GOLD,1,1,\n2021-01-19,GOLD,1,1,2\n");

	CHECK(says(&h, "DAX", "no rate of EUR in USD before 2024-01-01") && says(&h, NULL, ""));
}

/* Two of one currency are one reason, of which the earlier day counts; prices and volatilities have theirs; never is no day. */
static void
reasons(void)
{
	struct held_from h = held("{\"base_currency\": \"EUR\"}", FIRST "2021-01-04,TIN,1,,2\n2022-01-04,TIN,1,1,2\n"
	    "2021-01-04,GOLD,1,,2\n2022-01-03,GOLD,1,1,2\n2021-01-04,DAX,,1,2\n");

	CHECK(says(&h, NULL, "no rate of USD in EUR before 2022-01-03 (TIN, GOLD); no price of a contract (DAX)"));
	CHECK(held_from_day(&h, "DAX") == HELD_NEVER && held_from_day(&h, NULL) == date_of(2022, 1, 3));
	h = held("{}", FIRST "2021-01-04,GOLD,1,1,\n2021-02-08,GOLD,1,1,2\n");
	CHECK(says(&h, "GOLD", "too few price changes for a volatility before 2021-02-08"));
	h = held("{}", FIRST "2021-01-04,GOLD,1,1,\n");
	CHECK(says(&h, NULL, "too few price changes for a volatility (GOLD)") && held_from_day(&h, NULL) == HELD_NEVER);
}

static void
start(void)
{
	static const char rows[] = FIRST "2021-01-04,GOLD,1,1,\n2021-01-18,GOLD,1,1,2\n";
	struct held_from h = held("{\"start_date\": \"2011-01-01\"}", rows);

	CHECK(says(&h, NULL, "no prices before 2021-01-04, though start_date is 2011-01-01") && says(&h, "GOLD", ""));
	h = held("{\"start_date\": \"2020-12-31\"}", rows);
	CHECK(says(&h, NULL, ""));
}

static void
wrong(void)
{
	DIES("no row says from when 'TIN' could be held", held_from_day(&(struct held_from){ .codes.n = 0 }, "TIN"));
}

int
main(void)
{
	prog = "held_from";
	folder_make_new();
	RUN(warm_up);
	RUN(rate);
	RUN(another);
	RUN(reasons);
	RUN(start);
	RUN(wrong);
	folder_remove();
	return test_end();
}
