#include <math.h>

#include "market.h"

/* A number as a person would write it. */
static void
plain_write(struct out *o, double x)
{
	if (x == floor(x))
		out_int(o, x);
	else
		out_num(o, x);
	out_char(o, ',');
}

void
market_instrument_row(struct out *o, int i)
{
	const struct market *m = market_at(i);
	const struct currency *c = m->currency;

	out_str(o, market_code(i));
	out_char(o, ',');
	plain_write(o, m->point);
	plain_write(o, c->percentage);
	plain_write(o, c->per_block);
	plain_write(o, c->per_trade);
	out_str(o, m->class->name);
	out_char(o, ',');
	out_str(o, c->code);
	out_str(o, ",Invented ");
	out_str(o, m->class->name);
	out_str(o, " future,");
	out_num(o, m->tick / (2. * m->ticks));
	out_char(o, '\n');
}

static void
cycle_write(struct out *o, cycle c)
{
	char letters[13];

	cycle_print(letters, c);
	out_char(o, ',');
	out_str(o, letters);
}

static void
days_write(struct out *o, int days)
{
	out_char(o, ',');
	out_int(o, days);
}

void
market_roll_row(struct out *o, int i)
{
	const struct market *m = market_at(i);

	out_str(o, market_code(i));
	cycle_write(o, m->hold);
	days_write(o, m->roll);
	days_write(o, m->carry);
	cycle_write(o, m->priced);
	days_write(o, m->expiry);
	out_char(o, '\n');
}
