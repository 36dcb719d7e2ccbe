/* walk - what an invented price must have, measured on the prices: regimes, trends, jumps, company */
#include "synth/price_walk.h"

#include <math.h>

#include "test.h"
#include "time/date.h"

enum { WALKS = 100 / (TEST_SLOW > 1 ? 4 : 1), DAYS = 6000 };

static const struct price_walk_class calm = { "Calm", .2, 0, 0, 0, .01 };

/* The daily returns of the i-th walk, and the standard deviation that each was drawn with. */
static void
returns(const struct price_walk_class *class, int i, double *r, double *sd)
{
	char code[16];

	snprintf(code, sizeof code, "WALK%d", i);
	struct price_walk w = price_walk_of(1, code, class, 100, .02);
	for (int k = 0, day = date_of(2000, 1, 3); k < DAYS; k++, day = date_next_business(day)) {
		double before = w.price;
		price_walk_next(&w, day);
		r[k] = w.price / before - 1;
		sd[k] = w.vol / 16;
	}
}

static int
order(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

/*
 * The standard deviation of 60 returns, its 9th decile over its first. Were the volatility
 * the same throughout it would be 1.27 (an error of 1 / sqrt(120) each way at 1.28 of them).
 */
static void
volatility_has_regimes(void)
{
	static double r[DAYS], sd[DAYS], realised[DAYS / 60];
	double ratio = 0;

	for (int i = 0; i < WALKS; i++) {
		returns(&calm, i, r, sd);
		for (int b = 0; b < DAYS / 60; b++) {
			double squares = 0;
			for (int k = 0; k < 60; k++)
				squares += r[60 * b + k] * r[60 * b + k];
			realised[b] = sqrt(squares / 60);
		}
		qsort(realised, DAYS / 60, sizeof *realised, order);
		ratio += realised[DAYS / 60 * 9 / 10] / realised[DAYS / 60 / 10] / WALKS;
	}
	CHECK(ratio > 1.8 && ratio < 4);
}

/* Returns are as large as the volatility says, in calm and in storm. */
static void
volatility_is_realised(void)
{
	static double r[DAYS], sd[DAYS];
	double squares[2] = { 0, 0 }, n[2] = { 0, 0 };

	for (int i = 0; i < WALKS; i++) {
		returns(&calm, i, r, sd);
		for (int k = 0; k < DAYS; k++) {
			bool storm = sd[k] > 1.5 * .2 / 16;
			squares[storm] += (r[k] / sd[k]) * (r[k] / sd[k]);
			n[storm]++;
		}
	}
	for (int storm = 0; storm < 2; storm++)
		CHECK(n[storm] > 1000 && fabs(sqrt(squares[storm] / n[storm]) - 1.04) < .06);
}

/* What 40 days did the next 40 go on doing; without trends the correlation is 0, give or take 1 / sqrt(WALKS * 150). */
static void
trends_last(void)
{
	static double r[DAYS], sd[DAYS];
	double xy = 0, xx = 0;

	for (int i = 0; i < WALKS; i++) {
		double before = 0;
		returns(&calm, i, r, sd);
		for (int b = 0; b < DAYS / 40; b++) {
			double sum = 0;
			for (int k = 40 * b; k < 40 * (b + 1); k++)
				sum += r[k] / sd[k];
			xy += sum * before;
			xx += sum * sum;
			before = sum;
		}
	}
	CHECK(xy / xx > .05 && xy / xx < .25);
}

/* One day in 300 has a shock of 3 to 6 more deviations: days beyond 4 are as many as 1 in 16,000 without. */
static void
jumps_happen(void)
{
	static double r[DAYS], sd[DAYS];
	double up = 0, down = 0;

	for (int i = 0; i < WALKS; i++) {
		returns(&calm, i, r, sd);
		for (int k = 0; k < DAYS; k++) {
			up += r[k] / sd[k] > 4;
			down += r[k] / sd[k] < -4;
		}
	}
	double rate = (up + down) / WALKS / DAYS;
	CHECK(rate > 1 / 1000. && rate < 1 / 300.);
	CHECK(up / down > .7 && up / down < 1.4);
}

/* Markets of a class move together, its share being half (b = .5, so the correlation of shocks is a^2 + .25). */
static void
a_class_moves_together(void)
{
	static const struct price_walk_class class = { "Herd", .2, 0, 0, .6, .01 };
	static double r[2][DAYS], sd[2][DAYS];
	double xy = 0, xx = 0, yy = 0;

	for (int i = 0; i < 2; i++)
		returns(&class, i, r[i], sd[i]);
	for (int k = 0; k < DAYS; k++) {
		double x = r[0][k] / sd[0][k], y = r[1][k] / sd[1][k];
		xy += x * y;
		xx += x * x;
		yy += y * y;
	}
	CHECK(fabs(xy / sqrt(xx * yy) - .61) < .06);
}

int
main(void)
{
	RUN(volatility_has_regimes);
	RUN(volatility_is_realised);
	RUN(trends_last);
	RUN(jumps_happen);
	RUN(a_class_moves_together);
	return test_end();
}
