/*
 * st-daily - rows of prices of any frequency to one a business day
 *
 *   $ printf 'time,instrument,price,adjusted\n2021-01-01 23:00:00,GOLD,5,7.5\n2021-01-04 10:00:00,GOLD,6,8.5\n' | st-daily
 *   time,instrument,adjusted,price,roll
 *   2021-01-01,GOLD,7.5,5,
 *   2021-01-04,GOLD,8.5,6,
 *
 * The table begins anew here: a row that stands for many has nothing to pass on.
 */
#include <limits.h>

#include "base/die.h"
#include "base/mem.h"
#include "data/daily.h"
#include "roll/annualised_roll.h"
#include "stream/filter.h"
#include "time/date.h"

struct daily {
	int price, adjusted, beyond, carry, price_contract, carry_contract; /* columns, -1 for none */
	struct row *row;
	struct day **open;  /* the days begun and not yet passed on, in the order they began */
	int opened, room;
	int now;            /* the business day of the latest row */
};

struct day {
	struct step *step;
	struct slice code;
	bool known, open;
	struct daily_days days;
};

static const struct opt opts[] = { { 0, NULL, NULL, NULL, O_FLAG, 0 } };

static void
head(struct step *s)
{
	struct daily *d = s->state;

	d->price = column_need(s, "price");
	d->adjusted = column_find(s, "adjusted");
	d->beyond = column_find(s, "beyond");
	d->carry = column_find(s, "carry");
	if (d->carry >= 0) {
		d->price_contract = column_need(s, "price_contract");
		d->carry_contract = column_need(s, "carry_contract");
	}
	column_none(s);
	column_add(s, "time");
	column_add(s, "instrument");
	if (d->adjusted >= 0)
		column_add(s, "adjusted");
	column_add(s, "price");
	column_add(s, "roll");
	if (d->beyond >= 0)
		column_add_int(s, "beyond");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct day *k = state;

	k->step = s;
	k->code = slice_of(instrument);
}

static void
emit(void *arg, const struct daily_bin *b)
{
	struct day *k = arg;
	struct step *s = k->step;
	struct daily *d = s->state;
	char date[DATE_MAX];
	int c = 0;

	if (!d->row)
		d->row = row_new(s);
	struct row_cell *cell = d->row->c;
	cell[c++].s = (struct slice){ date, date_print(date, b->day) };
	cell[c++].s = k->code;
	if (d->adjusted >= 0)
		cell[c++] = (struct row_cell){ .s = { b->adjusted, (size_t)b->adjusted_n }, .text = true };
	cell[c++] = (struct row_cell){ .s = { b->price, (size_t)b->price_n }, .text = true };
	row_set(s, d->row, c++, annualised_roll_mean(&b->roll));
	if (d->beyond >= 0)
		row_set(s, d->row, c, b->beyond ? 1 : num_missing());
	row_emit(s, d->row);
}

static void
count_in(struct step *s, struct row *r, struct daily_bin *b)
{
	struct daily *d = s->state;
	double price, years;

	daily_bin_row(b, row_flag(s, r, d->beyond));
	if (!daily_bin_price(b, row_text(s, r, d->price), &price))
		row_num(s, r, d->price); /* which names the fault */
	if (d->adjusted >= 0 && !daily_bin_adjusted(b, row_text(s, r, d->adjusted)))
		row_num(s, r, d->adjusted);
	if (d->carry < 0)
		return;
	if (!annualised_roll_years(row_text(s, r, d->price_contract), row_text(s, r, d->carry_contract), &years))
		die("%s: not contracts: \"%.*s\", \"%.*s\"", row_place(r), SLICE(row_text(s, r, d->price_contract)),
		    SLICE(row_text(s, r, d->carry_contract)));
	annualised_roll_next(&b->roll, price, row_num(s, r, d->carry), years);
}

/*
 * Rows may come instrument by instrument or day by day: a day is over when a row
 * of a later day arrives, or when time goes back because the next instrument begins.
 */
static void
close_before(struct daily *d, int day)
{
	bool all = day < d->now;
	int kept = 0;

	for (int i = 0; i < d->opened; i++) {
		struct day *k = d->open[i];
		if (all || k->days.bin.day < day) {
			daily_close(&k->days, emit, k);
			k->open = false;
		} else {
			d->open[kept++] = k;
		}
	}
	d->opened = kept;
	d->now = day;
}

static void
open_day(struct daily *d, struct day *k)
{
	if (d->opened == d->room) {
		d->room = d->room ? 2 * d->room : 64;
		d->open = mem_grow(d->open, (size_t)d->room, sizeof(struct day *));
	}
	d->open[d->opened++] = k;
	k->open = true;
}

static void
row(struct step *s, struct row *r)
{
	struct daily *d = s->state;
	struct day *k = step_key(s, r);
	int day = date_business(row_day(s, r));

	if (day != d->now)
		close_before(d, day);
	if (!k->known)
		daily_bin_start(&k->days.bin, day);
	k->known = true;
	while (k->days.bin.day < day)
		daily_close(&k->days, emit, k);
	if (!k->open)
		open_day(d, k);
	count_in(s, r, &k->days.bin);
}

static void
end(struct step *s)
{
	close_before(s->state, INT_MIN);
}

static const struct filter st_daily = {
	.name = "st-daily",
	.summary = "rows of prices of any frequency to one a business day",
	.opts = opts,
	.size = sizeof(struct daily),
	.key_size = sizeof(struct day),
	.head = head,
	.key = key,
	.row = row,
	.end = end,
	.repeats = true,
};

FILTER_MAIN(st_daily)
