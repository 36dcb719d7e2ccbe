#include "position/instrument_weights.h"

#include <math.h>

#include "test.h"
#include "time/date.h"

static struct config
unsmoothed(void)
{
	return config_load(test_file("{\"instrument_weight_ewma_span\":0}"));
}

/* B's coming halves A's share without a row of A's; a missing weight stays missing. */
static void
shares_of_the_sum(void)
{
	struct config c = unsmoothed();
	struct instrument_weights w = instrument_weights_read(&c, test_file("time,instrument,weight,sum\n"
		"2021-01-04,A,0.5,0.5\n2021-01-04,B,0.0,0.5\n2021-01-06,B,0.5,1.0\n2021-01-07,B,,0.5\n"));
	struct instrument_weight a = instrument_weight_new(&w, "A"), b = instrument_weight_new(&w, "B");
	int day = date_of(2021, 1, 4);

	CHECK(w.first == day);
	CHECK(isnan(instrument_weight_at(&a, day - 1)));
	CHECK(instrument_weight_at(&a, day) == 1 && instrument_weight_at(&b, day) == 0);
	CHECK(instrument_weight_at(&a, day + 1) == 1);
	CHECK(instrument_weight_at(&a, day + 2) == 0.5 && instrument_weight_at(&b, day + 2) == 0.5);
	CHECK(instrument_weight_at(&a, day + 3) == 1);
}

/* Over business days from the first day of all: Monday's 1 and Tuesday's 0, with alpha a half. */
static void
smoothed(void)
{
	struct config c = config_load(test_file("{\"instrument_weight_ewma_span\":1}"));
	struct instrument_weights w = instrument_weights_read(&c,
		test_file("time,instrument,weight,sum\n2021-01-02,A,2,2\n2021-01-05,A,0,0\n"));
	struct instrument_weight a = instrument_weight_new(&w, "A");

	CHECK(instrument_weight_at(&a, date_of(2021, 1, 4)) == 1);
	CHECK(fabs(instrument_weight_at(&a, date_of(2021, 1, 5)) - 1.0 / 3) < 1e-15);
}

static void
without_a_sum_as_they_are(void)
{
	struct config c = unsmoothed();
	struct instrument_weights w = instrument_weights_read(&c, test_file("time,instrument,weight\n2021-01-04,A,0.3\n"));
	struct instrument_weight a = instrument_weight_new(&w, "A");

	CHECK(instrument_weight_at(&a, date_of(2021, 1, 4)) == 0.3);
	w.path = "w";
	DIES("w: no weight of 'B'", instrument_weight_new(&w, "B"));
}

/* What reading a table says whose second row is this one. */
static void
read_row(const char *row)
{
	struct config c = unsmoothed();
	char text[100];

	snprintf(text, sizeof text, "time,instrument,weight,sum\n2021-01-04,A,1,1\n%s\n", row);
	if (!freopen(test_file(text), "r", stdin))
		abort();
	instrument_weights_read(&c, "/dev/stdin");
}

static void
refused(void)
{
	DIES("/dev/stdin:3: column 'time': not a date: \"x\"", read_row("x,B,1,1"));
	DIES("/dev/stdin:3: column 'time': time goes back", read_row("2021-01-03,B,1,1"));
	DIES("/dev/stdin:3: column 'sum': missing, or below zero", read_row("2021-01-05,B,1,"));
	DIES("/dev/stdin:3: column 'sum': not that of the day's other rows", read_row("2021-01-04,B,1,2"));
}

int
main(void)
{
	RUN(shares_of_the_sum);
	RUN(smoothed);
	RUN(without_a_sum_as_they_are);
	RUN(refused);
	return test_end();
}
