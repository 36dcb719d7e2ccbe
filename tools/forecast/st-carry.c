/*
 * st-carry - append raw carry: the annualised roll over annualised volatility
 *
 *   $ printf 'time,instrument,roll,vol\n2021-01-04,GOLD,8,0.5\n' | st-carry
 *   time,instrument,roll,vol,raw_carry
 *   2021-01-04,GOLD,8,0.5,1.0
 */
#include "stream/filter.h"

#include "time/year.h"

struct state {
	int roll, vol, raw_carry;
};

static const struct opt opts[] = { { 0, NULL, NULL, NULL, O_FLAG, 0 } };

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->roll = column_need(s, "roll");
	st->vol = column_need(s, "vol");
	st->raw_carry = column_add(s, "raw_carry");
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	row_set(s, r, st->raw_carry, row_num(s, r, st->roll) / (row_num(s, r, st->vol) * ROOT_BUSINESS_DAYS_IN_YEAR));
	row_emit(s, r);
}

static const struct filter st_carry = {
	.name = "st-carry",
	.summary = "append raw carry: the annualised roll over annualised volatility",
	.opts = opts,
	.size = sizeof(struct state),
	.head = head,
	.row = row,
};

FILTER_MAIN(st_carry)
