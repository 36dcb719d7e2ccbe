#include "roll/contract_dates.h"

#include "time/date.h"
#include "time/stamp.h"

struct contract_dates
contract_dates_of(const struct roll_parameters *p, int id, int expiry)
{
	return (struct contract_dates){
		.id = id,
		.expiry = expiry,
		.desired = expiry + p->roll_offset,
		.next_held = cycle_next(p->hold, id),
		.previous_held = cycle_previous(p->hold, id),
		.next_priced = cycle_next(p->priced, id),
		.previous_priced = cycle_previous(p->priced, id),
		.carry = roll_carry(p, id),
	};
}

int64_t
contract_dates_until(int day, int64_t now)
{
	int64_t d = stamp_of_day(day) - now;

	return d / DAY_SECONDS - (d % DAY_SECONDS < 0);
}

void
contract_dates_head(struct out *o, const int64_t *now)
{
	out_str(o, "letter,expiry,desired_roll,next_held,previous_held,next_priced,previous_priced,carry");
	out_str(o, now ? ",days_to_roll,days_to_expiry\n" : "\n");
}

static void
put_date(struct out *o, int day)
{
	out_char(o, ',');
	out_room(o, DATE_MAX);
	o->n += date_print(o->buf + o->n, day);
}

void
contract_dates_print(struct out *o, const struct contract_dates *d, const int64_t *now)
{
	const int near[] = { d->next_held, d->previous_held, d->next_priced, d->previous_priced, d->carry };

	out_char(o, cycle_letter(d->id));
	put_date(o, d->expiry);
	put_date(o, d->desired);
	for (size_t i = 0; i < sizeof near / sizeof *near; i++) {
		out_char(o, ',');
		contract_put(o, near[i]);
	}
	if (now) {
		out_char(o, ',');
		out_int(o, (double)contract_dates_until(d->desired, *now));
		out_char(o, ',');
		out_int(o, (double)contract_dates_until(d->expiry, *now));
	}
	out_char(o, '\n');
}
