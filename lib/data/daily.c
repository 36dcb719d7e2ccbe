#include "data/daily.h"

#include <math.h>

#include "time/date.h"
#include "time/stamp.h"

void
daily_bin_start(struct daily_bin *b, int day)
{
	b->day = day;
	b->adjusted_n = b->price_n = b->rows = 0;
	b->roll = (struct annualised_roll){ .n = 0 };
	b->beyond = true;
}

void
daily_bin_row(struct daily_bin *b, bool beyond)
{
	b->rows++;
	b->beyond = b->beyond && beyond;
}

static bool
last(char *to, int *n, size_t room, struct slice s)
{
	if (s.n == 0)
		return true;
	if (s.n > room)
		return false;
	memcpy(to, s.p, s.n);
	*n = (int)s.n;
	return true;
}

bool
daily_bin_adjusted(struct daily_bin *b, struct slice adjusted)
{
	return (adjusted.n == 0 || num_check(adjusted.p, adjusted.n)) &&
	    last(b->adjusted, &b->adjusted_n, sizeof b->adjusted, adjusted);
}

bool
daily_bin_number(const struct daily_bin *b, struct slice s, double *x)
{
	*x = num_missing();
	return s.n == 0 || (b->as_pandas ? num_parse_pandas : num_parse)(s.p, s.n, x) || num_check(s.p, s.n);
}

/* Its number is wanted of every row, for the roll, so that it needs no check besides. */
bool
daily_bin_price(struct daily_bin *b, struct slice price, double *x)
{
	return daily_bin_number(b, price, x) && last(b->price, &b->price_n, sizeof b->price, price);
}

static void
copy(char *to, int *to_n, const char *from, int n)
{
	memcpy(to, from, (size_t)n);
	*to_n = n;
}

void
daily_bin_dawn(struct daily_bin *b)
{
	copy(b->before, &b->before_n, b->latest, b->latest_n);
	copy(b->midnight, &b->midnight_n, b->latest, b->latest_n);
}

void
daily_bin_stamp(struct daily_bin *b, struct slice adjusted, int64_t t)
{
	copy(b->latest, &b->latest_n, adjusted.p, (int)adjusted.n);
	if (t <= stamp_of_day(b->day))
		copy(b->midnight, &b->midnight_n, b->latest, b->latest_n);
}

/* Where pandas would read another number than the text says, the text becomes that number's. */
static void
settle(const struct daily_bin *b, char *text, int *n)
{
	double exact = num_missing(), x;
	struct slice s = { text, (size_t)*n };

	if (!b->as_pandas || s.n <= 15)
		return;
	num_parse(s.p, s.n, &exact);
	daily_bin_number(b, s, &x);
	if (x != exact)
		*n = (int)num_print(text, x);
}

/* The days that wait lie just before the one under way. */
static void
give_waiting(struct daily_days *d, void (*emit)(void *, const struct daily_bin *), void *arg)
{
	struct daily_bin b = { .beyond = d->beyond || d->bin.beyond };

	copy(b.midnight, &b.midnight_n, d->bin.before, d->bin.before_n);
	settle(&d->bin, b.midnight, &b.midnight_n);
	for (b.day = d->bin.day; d->waiting; d->waiting--)
		b.day = date_previous_business(b.day);
	for (; b.day < d->bin.day; b.day = date_next_business(b.day))
		emit(arg, &b);
}

void
daily_close(struct daily_days *d, void (*emit)(void *, const struct daily_bin *), void *arg)
{
	if (d->bin.rows == 0) {
		d->waiting++;
	} else {
		give_waiting(d, emit, arg);
		d->beyond = d->bin.beyond;
		settle(&d->bin, d->bin.adjusted, &d->bin.adjusted_n);
		settle(&d->bin, d->bin.price, &d->bin.price_n);
		settle(&d->bin, d->bin.midnight, &d->bin.midnight_n);
		emit(arg, &d->bin);
	}
	daily_bin_start(&d->bin, date_next_business(d->bin.day));
}
