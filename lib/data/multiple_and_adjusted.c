#include "data/multiple_and_adjusted.h"

#include "base/num.h"
#include "roll/annualised_roll.h"

/* pysystemtrade takes `price`, and FINAL where a file has more columns. */
static int
adjusted_column(struct price_file *p)
{
	if (rec_find(&p->r, "price") >= 0)
		return price_file_column(p, "price");
	return p->r.n == 2 ? 1 : price_file_column(p, "FINAL");
}

void
multiple_and_adjusted_open(struct multiple_and_adjusted *p, struct data *d, const char *code, int64_t first, int64_t last,
    bool multiple, bool adjusted)
{
	static const char *const names[MULTIPLE_AND_ADJUSTED_COLUMNS] = { "PRICE", "PRICE_CONTRACT", "CARRY", "CARRY_CONTRACT",
	    "FORWARD",
		"FORWARD_CONTRACT" };

	*p = (struct multiple_and_adjusted){ .code = code };
	p->has_multiple = multiple && price_file_open(&p->multiple, d, "multiple_prices_csv", code, first, last);
	p->has_adjusted = adjusted && price_file_open(&p->adjusted, d, "adjusted_prices_csv", code, first, last);
	for (int i = 0; p->has_multiple && i < MULTIPLE_AND_ADJUSTED_COLUMNS; i++)
		p->column[i] = price_file_column(&p->multiple, names[i]);
	if (p->has_adjusted)
		p->value = adjusted_column(&p->adjusted);
	p->on_multiple = p->has_multiple && price_file_next(&p->multiple);
	p->on_adjusted = p->has_adjusted && price_file_next(&p->adjusted);
	if (p->on_adjusted)
		p->first_day = p->last_day = p->adjusted.business;
}

void
multiple_and_adjusted_next_multiple(struct multiple_and_adjusted *p)
{
	p->on_multiple = price_file_next(&p->multiple);
}

void
multiple_and_adjusted_next_adjusted(struct multiple_and_adjusted *p)
{
	if ((p->on_adjusted = price_file_next(&p->adjusted)))
		p->last_day = p->adjusted.business;
}

void
multiple_and_adjusted_close(struct multiple_and_adjusted *p)
{
	if (p->on_multiple)
		rec_close(&p->multiple.r);
	if (p->on_adjusted)
		rec_close(&p->adjusted.r);
	p->on_multiple = p->on_adjusted = false;
}

/* A field of the current row of multiple prices. */
static struct slice
field(const struct multiple_and_adjusted *p, enum multiple_and_adjusted_column c)
{
	return p->multiple.r.f[p->column[c]];
}

bool
multiple_and_adjusted_beyond(const struct multiple_and_adjusted *p)
{
	int day = p->multiple.business;

	return p->has_adjusted && (day < p->first_day || (!p->on_adjusted && day > p->last_day));
}

/* ---- by business day ---- */

/* All rows of the adjusted file on the bin's day. */
static void
adjusted_day(struct multiple_and_adjusted *p, struct daily_bin *b)
{
	if (p->midnight)
		daily_bin_dawn(b);
	while (p->on_adjusted && p->adjusted.business <= b->day) {
		daily_bin_row(b, false);
		if (!daily_bin_adjusted(b, p->adjusted.r.f[p->value]))
			price_file_bad(&p->adjusted, p->value, "not a number");
		if (p->midnight)
			daily_bin_stamp(b, p->adjusted.r.f[p->value], p->adjusted.t);
		multiple_and_adjusted_next_adjusted(p);
	}
}

/* The contracts change at rolls only, so their distance is kept from row to row. */
struct distance {
	char price[40], carry[40];
	size_t price_n, carry_n;
	double years;
};

/* A contract has eight digits but where something is wrong. */
static bool
is_same(const char *known, size_t n, struct slice contract)
{
	return contract.n == n && (n == 8 ? memcmp(known, contract.p, 8) : memcmp(known, contract.p, n)) == 0;
}

static double
distance_of(struct distance *d, const struct multiple_and_adjusted *p)
{
	struct slice a = field(p, MULTIPLE_PRICE_CONTRACT), b = field(p, MULTIPLE_CARRY_CONTRACT);

	if (is_same(d->price, d->price_n, a) && is_same(d->carry, d->carry_n, b))
		return d->years;
	if (a.n > sizeof d->price || !annualised_roll_years(a, (struct slice){ "", 0 }, &d->years))
		price_file_bad(&p->multiple, p->column[MULTIPLE_PRICE_CONTRACT], "not a contract");
	if (b.n > sizeof d->carry || !annualised_roll_years(a, b, &d->years))
		price_file_bad(&p->multiple, p->column[MULTIPLE_CARRY_CONTRACT], "not a contract");
	memcpy(d->price, a.p, d->price_n = a.n);
	memcpy(d->carry, b.p, d->carry_n = b.n);
	return d->years;
}

/* All rows of the multiple prices on the bin's day. */
static void
multiple_day(struct multiple_and_adjusted *p, struct daily_bin *b, struct distance *d)
{
	bool beyond = p->on_multiple && multiple_and_adjusted_beyond(p);

	while (p->on_multiple && p->multiple.business <= b->day) {
		double price, carry;
		daily_bin_row(b, beyond);
		if (!daily_bin_price(b, field(p, MULTIPLE_PRICE), &price))
			price_file_bad(&p->multiple, p->column[MULTIPLE_PRICE], "not a number");
		if (!daily_bin_number(b, field(p, MULTIPLE_CARRY), &carry))
			price_file_bad(&p->multiple, p->column[MULTIPLE_CARRY], "not a number");
		annualised_roll_next(&b->roll, price, carry, distance_of(d, p));
		multiple_and_adjusted_next_multiple(p);
	}
}

void
multiple_and_adjusted_days(struct multiple_and_adjusted *p, bool as_pandas, void (*emit)(void *, const struct daily_bin *),
    void *arg)
{
	struct daily_days d = { .bin.as_pandas = as_pandas };
	struct distance years = { .years = num_missing() };
	bool multiple_first = p->on_multiple && !(p->on_adjusted && p->adjusted.day < p->multiple.day);

	daily_bin_start(&d.bin, multiple_first ? p->multiple.business : p->adjusted.business);
	while (p->on_multiple || p->on_adjusted) {
		multiple_day(p, &d.bin, &years);
		adjusted_day(p, &d.bin);
		daily_close(&d, emit, arg);
	}
}
