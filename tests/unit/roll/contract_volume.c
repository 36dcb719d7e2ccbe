#include <math.h>

#include "roll/contract_volume.h"
#include "test.h"
#include "time/date.h"
#include "time/stamp.h"

static int64_t
at(const char *s)
{
	int64_t t = 0;

	if (!stamp_parse(slice_of(s), &t))
		abort();
	return t;
}

static struct contract_volume
example(void)
{
	struct contract_volume v = { 0 };

	contract_volume_add(&v, at("2021-01-04 09:00"), 10);
	contract_volume_add(&v, at("2021-01-04 10:00"), 20);
	contract_volume_add(&v, at("2021-01-05 10:00"), 5);
	contract_volume_add(&v, at("2021-01-05 23:00"), 100);
	contract_volume_add(&v, at("2021-01-06 10:00"), 7);
	contract_volume_add(&v, at("2021-01-06 23:00"), 0);
	contract_volume_add(&v, at("2021-01-08 10:00"), 3);
	contract_volume_add(&v, at("2021-01-09 10:00"), 8);
	return v;
}

/* pysystemtrade on these rows (spec data.md 5.6). */
static void
no_volume_is_counted_twice(void)
{
	static const double want[] = { 30, 100, 7, NAN, 11 };
	struct contract_volume v = example();

	CHECK(v.n == 5 && v.first == date_of(2021, 1, 4));
	for (int i = 0; i < 5; i++)
		CHECK(same(contract_volume_day(&v, i), want[i]));
}

/* The same days through get_smoothed_volume_ignoring_old_data, pandas 1.5.3. */
static void
of_two_weeks(void)
{
	struct contract_volume v = example(), none = { 0 };

	CHECK(contract_volume_recent(&v, at("2021-01-09 12:00:00")) == 18.869565217391305);
	CHECK(contract_volume_recent(&v, at("2021-01-20 00:00:00")) == 10.2);
	CHECK(contract_volume_recent(&v, at("2021-01-20 00:00:01")) == 11);
	CHECK(contract_volume_recent(&v, at("2021-01-22 00:00:00")) == 11);
	CHECK(contract_volume_recent(&v, at("2021-01-22 00:00:01")) == 0);
	CHECK(contract_volume_recent(&none, at("2021-01-22 00:00:01")) == 0);
}

/* Days by counting one at a time, over weekends, gaps and a start on a Sunday. */
static void
every_day_has_its_place(void)
{
	for (int start = 18626; start < 18640; start++) {
		struct contract_volume v = { 0 };
		int n = 1, business = date_business(start);
		for (int day = start; day < start + 40; day += 1 + day % 3) {
			contract_volume_add(&v, stamp_of_day(day), day);
			for (; business < date_business(day); business = date_next_business(business))
				n++;
			CHECK(v.n == n && contract_volume_day(&v, n - 1) >= day);
		}
	}
}

static void
missing_volumes(void)
{
	struct contract_volume v = { 0 };

	contract_volume_add(&v, at("2021-01-04 23:00"), NAN);
	contract_volume_add(&v, at("2021-01-05 23:00"), 0);
	CHECK(v.n == 2 && isnan(contract_volume_day(&v, 0)) && isnan(contract_volume_day(&v, 1)));
	CHECK(isnan(contract_volume_recent(&v, at("2021-01-06"))));
}

static void
relative_to_the_greatest(void)
{
	double a[] = { 50, 200 }, b[] = { 0, 0 }, c[] = { 10, NAN };

	contract_volume_relative(a, 2);
	CHECK(a[0] == 0.25 && a[1] == 1);
	contract_volume_relative(b, 2);
	CHECK(b[0] == 0 && b[1] == 0);
	contract_volume_relative(c, 2);
	CHECK(c[0] == 1 && isnan(c[1]));
}

int
main(void)
{
	RUN(no_volume_is_counted_twice);
	RUN(of_two_weeks);
	RUN(every_day_has_its_place);
	RUN(missing_volumes);
	RUN(relative_to_the_greatest);
	return test_end();
}
