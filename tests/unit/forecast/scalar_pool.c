#include "forecast/scalar_pool.h"

#include <math.h>

#include "test.h"

static struct config cfg;

static struct scalar_pool_options
two(const char *config)
{
	cfg = config_load(test_file(config));
	return (struct scalar_pool_options){ .cfg = &cfg, .together = true, .window = 100, .min = 2, .target = 10 };
}

/* Days' medians are 2, of 1 and 3, then 3, of 2 and 4, then 3 again, as the last forecast stands where there is none. */
static void
of_several(void)
{
	struct scalar_pool_options o = two("{}");
	struct scalar_pool p = scalar_pool_new(&o, "slow", &(struct names){ 0 });

	CHECK(scalar_pool_add(&p, "A") == 0 && scalar_pool_add(&p, "B") == 1 && isnan(p.now));
	scalar_pool_forecast(&p, 0, 1);
	scalar_pool_forecast(&p, 1, -3);
	scalar_pool_day(&p);
	CHECK(isnan(p.now));
	scalar_pool_forecast(&p, 0, -2);
	scalar_pool_forecast(&p, 1, 4);
	scalar_pool_day(&p);
	CHECK(p.now == 4);
	scalar_pool_day(&p); /* no row of a member: as if there were no such day */
	CHECK(p.now == 4);
	scalar_pool_forecast(&p, 0, 0);
	scalar_pool_forecast(&p, 1, NAN);
	scalar_pool_day(&p);
	CHECK(p.now == 10 / (8 / 3.0));
}

/* The mean of the sizes 1 and 4; of one alone a gap is a gap. */
static double
with_gaps(struct scalar_pool *p)
{
	static const double forecast[] = { 1, NAN, 0, 4 };
	int member = scalar_pool_add(p, "A");

	for (int i = 0; i < 4; i++) {
		scalar_pool_forecast(p, member, forecast[i]);
		scalar_pool_day(p);
	}
	return p->now;
}

static void
of_one(void)
{
	struct scalar_pool_options o = two("{\"forecast_weights\":{\"A\":{\"slow\":1},\"B\":{\"fast\":1}}}");
	struct names known = { 0 };
	struct scalar_pool own = scalar_pool_own(&o), several = scalar_pool_new(&o, "slow", &known);

	names_put(&known, slice_of("A"));
	names_put(&known, slice_of("B"));
	struct scalar_pool alone = scalar_pool_new(&o, "slow", &known), none = scalar_pool_new(&o, "other", &known);
	CHECK(with_gaps(&own) == 4 && with_gaps(&alone) == 4);
	CHECK(with_gaps(&several) == 10 / ((1 + 1 + 1 + 4) / 4.0));
	CHECK(scalar_pool_add(&alone, "B") == -1 && scalar_pool_add(&none, "A") == 0 && scalar_pool_add(&none, "B") == 1);
}

static void
options(void)
{
	struct config c = config_load(test_file("{\"forecast_scalar_estimate\":{\"window\":7,\"min_periods\":3,\"backfill\":false}}"));
	struct config none = config_load(test_file("{}"));
	struct config wrong = config_load(test_file("{\"forecast_scalar_estimate\":{\"window\":0}}"));
	struct scalar_pool_options o = scalar_pool_options(&c), otherwise = scalar_pool_options(&none);

	CHECK(o.together && !o.backfill && o.window == 7 && o.min == 3 && o.target == 10);
	CHECK(otherwise.together && otherwise.backfill && otherwise.window == 250000 && otherwise.min == 500);
	wrong.path = "c";
	DIES("c: forecast_scalar_estimate.window is not a number of rows", scalar_pool_options(&wrong));
}

int
main(void)
{
	RUN(of_several);
	RUN(of_one);
	RUN(options);
	return test_end();
}
