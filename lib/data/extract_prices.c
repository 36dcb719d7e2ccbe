/* The prices of instruments: multiple_prices_csv and adjusted_prices_csv. */
#include "data/extract.h"

#include <limits.h>
#include <math.h>

#include "base/die.h"
#include "data/csvconfig.h"
#include "data/multiple_and_adjusted.h"
#include "roll/annualised_roll.h"
#include "time/date.h"

/* Whether the adjusted price does for the one held: not for what is of an asset class alone, and not traded. */
static bool
held_is_adjusted(const struct extract *x, const struct multiple_and_adjusted *p)
{
	return !p->has_multiple && (!x->universe || !x->config_path || names_get(&x->traded, slice_of(p->code)) >= 0);
}

static void
open_pair(struct extract *x, struct multiple_and_adjusted *p, const char *code)
{
	multiple_and_adjusted_open(p, x->data, code, x->first, x->last, !x->adjusted, !x->no_adjusted);
	x->held_is_adjusted = held_is_adjusted(x, p);
	if (!p->on_multiple && !p->on_adjusted && !x->universe && (x->first > INT64_MIN || x->last < INT64_MAX))
		die("no prices of '%s' between the first and the last date wanted", code);
}

/* ---- at the stamps that the files have ---- */

/* A row at the earlier of the two stamps, or of both when they are equal. */
static void
natural_row(struct extract *x, struct multiple_and_adjusted *p)
{
	struct out *o = &x->out;
	bool m = p->on_multiple && (!p->on_adjusted || p->multiple.t <= p->adjusted.t);
	bool a = p->on_adjusted && (!p->on_multiple || p->adjusted.t <= p->multiple.t);

	for (int i = 0; m && i < MULTIPLE_AND_ADJUSTED_COLUMNS; i += 2) /* prices, each with its contract behind */
		price_file_check(&p->multiple, p->column[i]);
	if (a)
		price_file_check(&p->adjusted, p->value);
	extract_start(x, m ? &p->multiple : &p->adjusted, p->code);
	for (int i = 0; i < MULTIPLE_AND_ADJUSTED_COLUMNS; i++) {
		out_char(o, ',');
		if (m)
			extract_number(x, &p->multiple, p->column[i]);
		else if (i == MULTIPLE_PRICE && x->held_is_adjusted)
			extract_number(x, &p->adjusted, p->value);
	}
	if (!x->no_adjusted) {
		out_char(o, ',');
		if (a)
			extract_number(x, &p->adjusted, p->value);
		out_str(o, !a && multiple_and_adjusted_beyond(p) ? ",1" : ",");
	}
	out_char(o, '\n');
	if (a)
		multiple_and_adjusted_next_adjusted(p);
	if (m)
		multiple_and_adjusted_next_multiple(p);
}

static void
natural(struct extract *x, const char *code)
{
	struct multiple_and_adjusted p;

	open_pair(x, &p, code);
	while (p.on_adjusted || p.on_multiple)
		natural_row(x, &p);
}

static void
adjusted(struct extract *x, const char *code)
{
	struct multiple_and_adjusted p;

	open_pair(x, &p, code);
	for (; p.on_adjusted; multiple_and_adjusted_next_adjusted(&p)) {
		price_file_check(&p.adjusted, p.value);
		extract_start(x, &p.adjusted, code);
		out_char(&x->out, ',');
		extract_number(x, &p.adjusted, p.value);
		out_char(&x->out, '\n');
	}
}

/* ---- by business day ---- */

struct days {
	struct extract *x;
	struct multiple_and_adjusted pair;
	int adjusted, price; /* the last days that have one; INT_MIN for none */
};

static void
print_bin(void *arg, const struct daily_bin *b)
{
	struct days *d = arg;
	struct extract *x = d->x;
	struct out *o = &x->out;
	char date[DATE_MAX];

	if (x->days && x->days_left-- <= 0) {
		multiple_and_adjusted_close(&d->pair);
		return;
	}
	if (b->adjusted_n)
		d->adjusted = b->day;
	if (b->price_n)
		d->price = b->day;
	if (isinf(annualised_roll_mean(&b->roll)))
		die("%s: %s: %.*s: price and carry contract are the same, and their prices not", x->path, d->pair.code,
		    (int)date_print(date, b->day), date);
	out_bytes(o, date, date_print(date, b->day));
	out_char(o, ',');
	out_field(o, slice_of(d->pair.code));
	if (!x->no_adjusted) {
		out_char(o, ',');
		out_bytes(o, b->adjusted, (size_t)b->adjusted_n);
	}
	out_char(o, ',');
	if (d->pair.has_multiple)
		out_bytes(o, b->price, (size_t)b->price_n);
	else if (x->held_is_adjusted)
		out_bytes(o, b->adjusted, (size_t)b->adjusted_n);
	out_char(o, ',');
	out_num(o, annualised_roll_mean(&b->roll));
	if (!x->no_adjusted)
		out_str(o, b->beyond ? ",1" : ",");
	if (x->midnight) {
		out_char(o, ',');
		out_bytes(o, b->midnight, (size_t)b->midnight_n);
	}
	out_char(o, '\n');
}

static void
daily(struct extract *x, const char *code)
{
	struct days d = { .x = x, .adjusted = INT_MIN, .price = INT_MIN };

	open_pair(x, &d.pair, code);
	x->days_left = x->days;
	d.pair.midnight = x->midnight;
	multiple_and_adjusted_days(&d.pair, x->as_pandas, print_bin, &d);
	if (x->days)
		return;
	if (d.pair.has_adjusted)
		extract_ends_blank(x, "adjusted_prices_csv", code, d.adjusted);
	if (d.pair.has_multiple)
		extract_ends_blank(x, "multiple_prices_csv", code, d.price);
}

void
extract_prices(struct extract *x, const struct names *codes)
{
	struct out *o = &x->out;

	if (x->universe && x->config_path)
		x->traded = csvconfig_traded(&x->config, x->data);
	data_only(x->data, codes);
	out_str(o, "time,instrument");
	if (x->adjusted) {
		out_str(o, ",adjusted\n");
	} else if (x->daily) {
		out_str(o, x->no_adjusted ? ",price,roll" : ",adjusted,price,roll,beyond");
		out_str(o, x->midnight ? ",midnight\n" : "\n");
	} else {
		out_str(o, ",price,price_contract,carry,carry_contract,forward,forward_contract");
		out_str(o, x->no_adjusted ? "\n" : ",adjusted,beyond\n");
	}
	for (int i = 0; i < codes->n; i++)
		(x->adjusted ? adjusted : x->daily ? daily : natural)(x, codes->name[i]);
}
