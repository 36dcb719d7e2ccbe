/* survey - habits, weekly correlations and histories out of rows made by hand */
#include "backtest/row_counts.h"

#include <math.h>

#include "base/prog.h"
#include "folder.h"
#include "time/date.h"

#define HEADER \
	"time,instrument,adjusted,price,vol,raw.slow,forecast.slow,forecast.fast,forecast,fx,position,lower,upper,traded\n"

/* A week of GOLD from Monday 2021-01-04, its first row without a band, the Wednesday left out; two rows of DAX. */
#define ROWS \
	"2021-01-04,GOLD,100,1,,9,20,-20,20,,,,,0\n" \
	"2021-01-05,GOLD,101,1,2,9,20,,-20,,3.5,3,4,3\n" \
	"2021-01-07,GOLD,102,1,2,9,10,5,5,,3.6,3,4,3\n" \
	"2021-01-08,GOLD,103,1,2,9,-20,-4,,,-2,-3,-1,-1\n" \
	"2021-01-11,\"GOLD\",105,1,2,9,,,8,,,,,0\n" \
	"2021-01-05,DAX,50,1,1,9,0,0,0,,,,,0\n" \
	"2021-01-06,DAX,50,1,1,9,0,0,0,,,,,\n"

static struct row_counts
surveyed(const char *rows, const struct row_counts_options *o)
{
	folder_put("rows.csv", rows);
	struct backtest b = backtest_open(folder);
	return row_counts_read(&b, o);
}

static const struct row_counts_options plain = { .keeps = 0 };

static bool
near(double x, double y)
{
	return fabs(x - y) < 1e-12;
}

/* GOLD: bands on Tuesday, Thursday and Friday, trades on Tuesday (3), Friday (4) and Monday (1), which has no band. */
static void
instruments(void)
{
	struct row_counts s = surveyed(HEADER ROWS, &plain);
	const struct trading_activity_of_instrument *gold = &s.habits.instrument[0], *dax = &s.habits.instrument[1];

	CHECK(s.habits.instruments == 2 && strcmp(gold->name, "GOLD") == 0 && strcmp(dax->name, "DAX") == 0);
	CHECK(gold->forecast.days == 4 && near(gold->forecast.size, 53 / 4.0));
	CHECK(gold->forecast.at_cap == 25 && gold->forecast.at_floor == 25);
	CHECK(gold->days == 5 && gold->held_days == 3 && gold->band_days == 3 && gold->trades == 3);
	CHECK(near(gold->hit, 200 / 3.0) && near(gold->trades_a_year, 3 * 256 / 5.0) && near(gold->contracts_a_year, 8 * 256 / 5.0));
	CHECK(near(gold->held, 7 / 3.0));
	CHECK(dax->days == 0 && dax->trades == 0 && dax->held_days == 0 && isnan(dax->hit) && isnan(dax->trades_a_year));
	CHECK(isnan(dax->contracts_a_year) && isnan(dax->held) && dax->forecast.days == 2 && dax->forecast.at_cap == 0);
}

static void
rules(void)
{
	struct row_counts s = surveyed(HEADER ROWS, &plain);
	const struct trading_activity_of_rule *slow = &s.habits.rule[0], *fast = &s.habits.rule[1];

	CHECK(s.habits.rules == 2 && strcmp(slow->name, "slow") == 0 && strcmp(fast->name, "fast") == 0);
	CHECK(slow->forecast.days == 6 && near(slow->forecast.size, 70 / 6.0));
	CHECK(near(slow->forecast.at_cap, 200 / 6.0) && near(slow->forecast.at_floor, 100 / 6.0));
	CHECK(fast->forecast.days == 5 && near(fast->forecast.size, 29 / 5.0) && fast->forecast.at_floor == 20);
}

static void
histories(void)
{
	const char *keep[] = { "DAX", "TIN", "GOLD", "DAX" };
	struct row_counts s = surveyed(HEADER ROWS, &(struct row_counts_options){ keep, 4, true });
	const struct instrument_history *h = &s.history[2];

	CHECK(s.histories == 4 && s.history[0].n == 2 && s.history[1].n == 0 && s.history[3].n == 2);
	CHECK(strcmp(s.history[1].instrument, "TIN") == 0 && strcmp(h->instrument, "GOLD") == 0);
	CHECK(h->n == 5 && h->day[0] == date_of(2021, 1, 4) && h->day[4] == date_of(2021, 1, 11));
	CHECK(h->adjusted[3] == 103 && h->forecast[1] == -20 && isnan(h->forecast[3]) && h->wanted[3] == -2 && isnan(h->wanted[4]));
	CHECK(h->lower[1] == 3 && h->upper[3] == -1 && h->held[3] == -1 && isnan(s.history[0].held[1]));
	CHECK(h->rules == 2 && strcmp(h->rule[1], "fast") == 0 && h->rule_forecast[0][2] == 10 && isnan(h->rule_forecast[1][1]));
	s = surveyed(HEADER ROWS, &(struct row_counts_options){ keep, 1, false });
	CHECK(s.history[0].n == 2 && s.history[0].rules == 0);
}

/*
 * Sixty weeks and one, DAX's a mirror of GOLD's at half the vol; GOLD lacks a week, so neither it nor the
 * next one has a move. TIN has too few weeks.
 */
static void
together(void)
{
	char *rows;
	size_t size;
	FILE *f = open_memstream(&rows, &size);
	int monday = date_of(2020, 1, 6);

	fputs(HEADER, f);
	for (int k = 0; k < 3; k++) {
		double price = 100;
		for (int week = 0; week <= (k == 2 ? 40 : 60); week++) {
			int move = week * 7919 % 13 - 6;
			price += k == 0 ? 2 * move : k == 1 ? -move : move;
			if (k == 0 && week == 30)
				continue;
			for (int day = 0; day < 5; day++) /* the last that there is counts */
				fprintf(f, "%s,%s,%g,1,%g,0,%d,%d,0,,,,,0\n", date_text(monday + 7 * week + day),
				    k == 0 ? "GOLD" : k == 1 ? "DAX" : "TIN", day == 4 ? price : -5, k == 0 ? 2.0 : 1.0, move, -2 * move);
		}
	}
	fclose(f);
	struct row_counts s = surveyed(rows, &plain);
	const struct backtest_correlations_grid *g = &s.comoves.instruments, *r = &s.comoves.rules;
	CHECK(g->n == 3 && strcmp(g->name[0], "DAX") == 0 && strcmp(g->name[1], "GOLD") == 0 && strcmp(g->name[2], "TIN") == 0);
	CHECK(g->cell[0] == 1 && near(g->cell[1], -1) && near(g->cell[3], -1));
	CHECK(isnan(g->cell[2]) && isnan(g->cell[7]) && g->cell[8] == 1);
	CHECK(r->n == 2 && near(r->cell[1], -1) && near(r->cell[2], -1) && strcmp(r->name[0], "slow") == 0);
	CHECK(s.comoves.moves[0].n == 60 && isnan(s.comoves.moves[0].x[29]) && isnan(s.comoves.moves[0].x[30]));
	CHECK(s.comoves.moves[0].x[0] == 7919 % 13 - 6 && s.comoves.moves[0].x[31] == 32 * 7919 % 13 - 6);
	free(rows);
}

static void
nothing(void)
{
	const char *keep[] = { "GOLD" };
	struct row_counts s = surveyed(HEADER, &(struct row_counts_options){ keep, 1, true });

	CHECK(s.habits.instruments == 0 && s.habits.rules == 2 && s.habits.rule[0].forecast.days == 0);
	CHECK(isnan(s.habits.rule[0].forecast.size) && isnan(s.habits.rule[1].forecast.at_cap));
	CHECK(s.comoves.instruments.n == 0 && s.comoves.rules.n == 2 && isnan(s.comoves.rules.cell[1]) && s.history[0].n == 0);
	s = surveyed(HEADER "2021-01-04,TIN,,,,,,,,,,,,\n", &(struct row_counts_options){ keep, 1, true });
	CHECK(s.habits.instruments == 1 && s.habits.instrument[0].forecast.days == 0 && isnan(s.habits.instrument[0].forecast.size));
	CHECK(s.comoves.instruments.n == 1 && s.comoves.instruments.cell[0] == 1);
	s = surveyed("time,instrument,adjusted,price,fx,vol,forecast,position,lower,upper,traded\n2021-01-04,TIN,1,1,1,1,1,1,1,1,1\n", &plain);
	CHECK(s.habits.rules == 0 && s.comoves.rules.n == 0 && s.habits.instrument[0].trades == 1 && s.habits.instrument[0].days == 1);
}

/* Of a capital of 1000, DAX's point being 25 EUR at 1.2 and GOLD's 100; GOLD has rows from the day before on, and no price on the 6th. */
static void
exposed(void)
{
	struct row_counts s = surveyed("time,instrument,adjusted,price,fx,vol,forecast,position,lower,upper,traded\n"
	    "2021-01-05,DAX,50,10,1.2,1,,,,,2\n2021-01-06,DAX,50,20,,1,,,,,-2\n"
	    "2021-01-04,GOLD,50,3,1,1,,,,,\n2021-01-05,GOLD,50,4,1,1,,,,,1\n2021-01-06,GOLD,50,,1,1,,,,,1\n2021-01-08,GOLD,50,5,1,1,,,,,0\n",
	    &plain);
	const struct exposures *e = &s.exposures;
	static const double gross[] = { 0, 1, 1.6, 0, 0 }, net[] = { 0, 1, -0.8, 0, 0 }, longs[] = { 0, 2, 1, 0, 0 },
			    shorts[] = { 0, 0, 1, 0, 0 };
	int first;

	date_parse(slice_of("2021-01-04"), &first);
	CHECK(e->n == 5);
	for (int i = 0; i < 5; i++) {
		CHECK(e->day[i] == first + i && near(e->gross[i], gross[i]) && near(e->net[i], net[i]));
		CHECK(e->longs[i] == longs[i] && e->shorts[i] == shorts[i]);
	}
}

static void
optimised_together(void)
{
	folder_put("config.json", "{\"notional_trading_capital\": 1000, \"percentage_vol_target\": 16, \"optimal\": \"dynamic\","
	    "\"forecast_floor\": 0}");
	struct row_counts s = surveyed("time,instrument,adjusted,price,fx,vol,forecast,position,lower,upper,traded,optimised\n"
	    "2021-01-04,TIN,1,1,1,1,0,1,1,1,1,7\n", &plain);
	struct backtest b = backtest_open(folder);

	CHECK(b.together && strcmp(b.held, "optimised") == 0 && b.cap == 20 && b.floor == 0 && !b.whole && b.vol_target == 16);
	CHECK(s.habits.instrument[0].held == 7 && s.habits.instrument[0].forecast.at_floor == 100);
	folder_put("config.json", "{\"notional_trading_capital\": 1000, \"percentage_vol_target\": 16, \"forecast_cap\": 20}");
}

static void
refuses(const char *rows, const char *message)
{
	char want[512];
	int fd;

	if (test_child(2, &fd)) {
		surveyed(rows, &plain);
		_exit(0);
	}
	snprintf(want, sizeof want, "survey: %s/rows.csv:%s\n", folder, message);
	CHECK(test_ended(fd, 2, want));
}

static void
what_is_wrong_is_named(void)
{
	refuses(HEADER "2021-01-04,GOLD\n", "2: 2 fields where the header has 14");
	refuses("time,instrument,adjusted,price,fx,vol,forecast,position,lower,upper\n", "1: no column 'traded'");
	refuses(HEADER "2021-01-04,GOLD,1,1,1,x,1,1,1,1,1,1,1,1\n2021-01-04,GOLD,1,1,1,1,1,y,1,1,1,1,1,1\n",
	    "3: column 'time': not a date after the one before: \"2021-01-04\"");
	refuses(HEADER "2021-01-04,GOLD,1,1,1,x,1,y,1,1,1,1,1,1\n", "2: column 'forecast.fast': not a number: \"y\"");
	refuses(HEADER "2021-01-04,GOLD,1,1,1,x,1,1,1,1,1,1,1,nan\n", "2: column 'traded': not a number: \"nan\"");
	refuses(HEADER "2021-01-04,OIL,,,,,,,,,,,,\n", "2: column 'instrument': not one of work/instruments.csv: \"OIL\"");
	refuses(HEADER "2021-01-04,TIN,,,,,,,,,,,,\n2021-01-04,DAX,,,,,,,,,,,,\n2021-01-05,TIN,,,,,,,,,,,,\n",
	    "4: column 'instrument': its rows don't stand together: \"TIN\"");
	refuses("", " empty: not even a header");
}

int
main(void)
{
	prog = "survey";
	folder_make_new();
	RUN(instruments);
	RUN(rules);
	RUN(histories);
	RUN(together);
	RUN(nothing);
	RUN(exposed);
	RUN(optimised_together);
	RUN(what_is_wrong_is_named);
	folder_remove();
	return test_end();
}
