/* resize - the reference's worked examples, and every trade of three legs to 12 lots against fractions searched for */
#include "order/resize.h"

#include "test.h"

enum { MOST = 12 };

static struct quantity
of(int n, const int64_t *lots)
{
	struct quantity q = { 0 };
	struct wrong w;

	quantity_of(&q, lots, n, &w);
	return q;
}

#define Q(...) of(sizeof((int64_t[]){ __VA_ARGS__ }) / sizeof(int64_t), (int64_t[]){ __VA_ARGS__ })

static bool
is(struct quantity got, struct quantity want)
{
	return quantity_equal(&got, &want);
}

static bool
per_leg(struct quantity trade, struct quantity most, struct quantity want)
{
	return is(resize_per_leg(&trade, most.lots), want);
}

static bool
total(struct quantity trade, int64_t most, struct quantity want)
{
	return is(resize_total(&trade, most), want);
}

static bool
smallest_leg(struct quantity trade, int64_t most, struct quantity want)
{
	return is(resize_smallest_leg(&trade, most), want);
}

static void
examples_per_leg(void)
{
	CHECK(per_leg(Q(2, -2), Q(1, 2), Q(1, -1)));
	CHECK(per_leg(Q(1, -2, 1), Q(1, 1, 1), Q(0, 0, 0)));
	CHECK(per_leg(Q(-2, 4, -2), Q(2, 2, 1), Q(-1, 2, -1)));
	CHECK(per_leg(Q(3, -3), Q(3, 2), Q(2, -2)));
	CHECK(per_leg(Q(0, 5), Q(9, 9), Q(0, 0)));
	CHECK(per_leg(Q(4), Q(-1), Q(0)));
}

static void
examples_total(void)
{
	CHECK(total(Q(3, -3), 5, Q(2, -2)));
	CHECK(total(Q(2, -1), 2, Q(0, 0)));
	CHECK(total(Q(2, -4, 2), 4, Q(1, -2, 1)));
	CHECK(total(Q(1, -1), 1, Q(0, 0)));
	CHECK(total(Q(-7), 3, Q(-3)) && total(Q(7), 3, Q(3)) && total(Q(7), 8, Q(7)));
	CHECK(total(Q(5), -2, Q(0)) && total(Q(5), INT64_MIN, Q(0)) && total(Q(5), INT64_MAX, Q(5)));
	CHECK(total(Q(0, 0), 1, Q(0, 0)));
	CHECK(total(Q(-1, -4), 4, Q(-1, -4)) && total(Q(1, 4), 4, Q(0, 0)));
}

static void
examples_smallest_leg(void)
{
	CHECK(smallest_leg(Q(-3, 4, -3), 1, Q(-3, 4, -3)));
	CHECK(smallest_leg(Q(-2, 4, -2), 1, Q(-1, 2, -1)));
	CHECK(smallest_leg(Q(-2, 4, -2), 2, Q(-2, 4, -2)) && smallest_leg(Q(-2, 4, -2), 0, Q(0, 0, 0)));
	CHECK(smallest_leg(Q(0, 5), 1, Q(0, 5)) && smallest_leg(Q(0, 5), 0, Q(0, 0)));
	CHECK(smallest_leg(Q(5, -5), -3, Q(0, 0)));
}

static void
lowest(void)
{
	CHECK(resize_lowest(-5, (int64_t[]){ 3, 4 }, 2) == -3 && resize_lowest(5, (int64_t[]){ 3, -2 }, 2) == 2);
	CHECK(resize_lowest(0, (int64_t[]){ 3 }, 1) == 3);
	for (int64_t trade = -MOST; trade <= MOST; trade++)
		for (int64_t other = -MOST; other <= MOST; other++) {
			int64_t got = resize_lowest(trade, (int64_t[]){ trade, other }, 2);
			CHECK(got * trade >= 0 && quantity_abs(got) <= quantity_abs(trade));
		}
}

/* Doubles lose a lot of these. */
static void
one_of_many(void)
{
	for (int64_t n = 1; n <= 5000; n++) {
		CHECK(total(Q(n), 1, Q(1)) && total(Q(n, -n), 2, Q(1, -1)));
		CHECK(per_leg(Q(n), Q(1), Q(1)) && smallest_leg(Q(n), 1, Q(1)) && smallest_leg(Q(n, -2 * n), 1, Q(1, -2)));
	}
}

static void
of_the_largest(void)
{
	int64_t lots[QUANTITY_LEGS], half[QUANTITY_LEGS];

	for (int i = 0; i < QUANTITY_LEGS; i++) {
		lots[i] = i % 2 ? QUANTITY_MOST : -QUANTITY_MOST;
		half[i] = lots[i] / 2;
	}
	struct quantity all = of(QUANTITY_LEGS, lots);
	CHECK(total(all, (int64_t)QUANTITY_MOST * QUANTITY_LEGS / 2, of(QUANTITY_LEGS, half)));
	CHECK(smallest_leg(all, QUANTITY_MOST / 2, of(QUANTITY_LEGS, half)));
	CHECK(total(all, (int64_t)QUANTITY_MOST * QUANTITY_LEGS - 1, Q(-999999999, 999999999, -999999999, 999999999,
	    -999999999, 999999999, -999999999, 999999999)));
}

/* ---- every trade, against fractions k/m of it that are tried one after another ---- */

static int64_t
smallest(const struct quantity *q)
{
	int64_t m = MOST;

	for (int i = 0; i < q->n; i++)
		m = quantity_abs(q->lots[i]) < m ? quantity_abs(q->lots[i]) : m;
	return m;
}

/* k/m of a trade; false when that isn't whole in each leg. */
static bool
fraction(const struct quantity *q, int64_t k, int64_t m, struct quantity *part)
{
	*part = *q;
	for (int i = 0; i < q->n; i++) {
		int64_t lots = 0;
		while (quantity_abs(lots) * m < quantity_abs(q->lots[i]) * k)
			lots += quantity_sign(q->lots[i]);
		if (lots * m != q->lots[i] * k)
			return false;
		part->lots[i] = lots;
	}
	return true;
}

static struct quantity
wanted_per_leg(const struct quantity *q, const int64_t *most)
{
	int64_t m = smallest(q), k = m;
	struct quantity part;

	if (m == 0)
		return quantity_zero(q->n);
	for (int i = 0; i < q->n; i++)
		while (k * quantity_abs(q->lots[i]) > m * most[i])
			k--;
	return fraction(q, k, m, &part) ? part : quantity_zero(q->n);
}

static struct quantity
wanted_total(const struct quantity *q, int64_t most)
{
	int64_t all = quantity_total(q), share[QUANTITY_LEGS];

	if (all <= most)
		return *q;
	for (int i = 0; i < q->n; i++) {
		int64_t floor = -MOST;
		while ((floor + 1) * all <= most * q->lots[i])
			floor++;
		share[i] = quantity_abs(floor);
	}
	return wanted_per_leg(q, share);
}

static struct quantity
wanted_smallest_leg(const struct quantity *q, int64_t most)
{
	int64_t m = smallest(q);
	struct quantity part;

	if (most == 0)
		return quantity_zero(q->n);
	return most < m && fraction(q, most, m, &part) ? part : *q;
}

/* A leg that is sold is rounded up, so that all of them together may come to a lot more for each but one. */
static bool
total_within(const struct quantity *made, int64_t most)
{
	int sold = 0;

	for (int i = 0; i < made->n; i++)
		sold += made->lots[i] < 0;
	return quantity_total(made) <= most + (sold > 1 ? sold - 1 : 0);
}

static bool
no_leg_grows(const struct quantity *trade, struct quantity made)
{
	return quantity_fits(trade, &made);
}

static bool
trade_agrees(const struct quantity *q)
{
	for (int64_t most = 0; most <= quantity_total(q); most++) {
		struct quantity by_total = resize_total(q, most), by_leg = resize_smallest_leg(q, most);
		if (!is(by_total, wanted_total(q, most)) || !is(by_leg, wanted_smallest_leg(q, most)))
			return false;
		if (!no_leg_grows(q, by_total) || !no_leg_grows(q, by_leg) || !total_within(&by_total, most))
			return false;
	}
	for (int most = 0; most < 13 * 13 * 13; most++) {
		int64_t each[] = { most % 13, most / 13 % 13, most / 169 };
		struct quantity made = resize_per_leg(q, each);
		if (!is(made, wanted_per_leg(q, each)) || !no_leg_grows(q, made))
			return false;
	}
	return true;
}

static void
every_trade(void)
{
	int step = TEST_SLOW > 1 ? 5 : 1;

	for (int n = 1; n <= 3; n++)
		for (int64_t a = -MOST; a <= MOST; a += step)
			for (int64_t b = n > 1 ? -MOST : 0; b <= (n > 1 ? MOST : 0); b++)
				for (int64_t c = n > 2 ? -MOST : 0; c <= (n > 2 ? MOST : 0); c++) {
					struct quantity q = of(n, (int64_t[]){ a, b, c });
					CHECK(trade_agrees(&q));
				}
}

int
main(void)
{
	RUN(examples_per_leg);
	RUN(examples_total);
	RUN(examples_smallest_leg);
	RUN(lowest);
	RUN(one_of_many);
	RUN(of_the_largest);
	RUN(every_trade);
	return test_end();
}
