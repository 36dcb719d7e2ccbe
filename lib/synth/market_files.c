#include "synth/market_files.h"

#include <math.h>

#include "roll/cycle.h"
#include "time/date.h"
#include "time/stamp.h"

/* ---- tables ---- */

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
market_files_instrument(struct out *o, int i)
{
	const struct market *m = market_at(i);
	const struct market_currency *c = m->currency;

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
market_files_rollconfig(struct out *o, int i)
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

/* ---- prices ---- */

static void
stamp_write(struct out *o, int64_t stamp)
{
	char buf[DATE_MAX];

	out_bytes(o, buf, stamp_print(buf, stamp));
}

static void
price_write(struct out *o, double price)
{
	out_char(o, ',');
	out_num(o, price);
}

static void
contract_write(struct out *o, int contract)
{
	char id[CONTRACT_MAX];

	out_char(o, ',');
	out_bytes(o, id, contract_print(id, contract));
}

static void
leg_write(struct out *o, const struct quote_leg *l)
{
	price_write(o, l->price);
	contract_write(o, l->contract);
}

void
market_files_price(struct out *o, int64_t stamp, double price)
{
	stamp_write(o, stamp);
	price_write(o, price);
	out_char(o, '\n');
}

void
market_files_multiple(struct out *o, const struct quote *q)
{
	stamp_write(o, q->stamp);
	leg_write(o, &q->carry);
	leg_write(o, &q->held);
	leg_write(o, &q->forward);
	out_char(o, '\n');
}

void
market_files_stream(struct out *o, const char *code, const struct quote *q)
{
	stamp_write(o, q->stamp);
	out_char(o, ',');
	out_str(o, code);
	leg_write(o, &q->held);
	leg_write(o, &q->carry);
	leg_write(o, &q->forward);
	out_char(o, '\n');
}

void
market_files_calendar(struct out *o, const struct quote *q)
{
	stamp_write(o, q->stamp);
	contract_write(o, q->held.contract);
	contract_write(o, q->forward.contract);
	contract_write(o, q->carry.contract);
	out_char(o, '\n');
}

void
market_files_bar(struct out *o, const char *between, const struct quoted_contract_bar *b)
{
	stamp_write(o, b->stamp);
	out_str(o, between);
	price_write(o, b->open);
	price_write(o, b->high);
	price_write(o, b->low);
	price_write(o, b->final);
	out_char(o, ',');
	out_int(o, b->volume);
	out_char(o, '\n');
}
