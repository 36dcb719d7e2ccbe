/*
 * st-buffer - append what an account that trades only outside the band holds
 *
 *   $ printf 'time,instrument,position,lower,upper\n2021-01-04,GOLD,2,1.5,2.5\n2021-01-05,GOLD,2.4,1.9,2.9\n2021-01-06,GOLD,3.9,3.4,4.4\n' | st-buffer
 *   time,instrument,position,lower,upper,traded
 *   2021-01-04,GOLD,2,1.5,2.5,2
 *   2021-01-05,GOLD,2.4,1.9,2.9,2
 *   2021-01-06,GOLD,3.9,3.4,4.4,4
 */
#include "position/buffer_columns.h"

#define AT(x) offsetof(struct buffer_columns, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its buffer_trade_to_edge", O_STR, AT(config) },
	{ 0, "to-edge", NULL, "trade to the band's edge, not to the optimal position", O_FLAG, AT(to_edge) },
	{ 0, "fractions", NULL, "hold fractions of contracts: don't round", O_FLAG, AT(fractions) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_buffer(struct step *s)
{
	buffer_columns_open(s->state);
}

static void
head(struct step *s)
{
	buffer_columns_need(s->state, s);
	buffer_columns_add(s->state, s, "traded");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	(void)instrument;
	*(struct buffer *)state = buffer_columns_buffer(s->state);
}

static void
row(struct step *s, struct row *r)
{
	const struct buffer_columns *b = s->state;
	struct buffer *held = step_key(s, r);

	buffer_columns_hold(b, held, s, r, row_num(s, r, b->position), row_num(s, r, b->lower), row_num(s, r, b->upper));
	row_emit(s, r);
}

static const struct filter st_buffer = {
	.name = "st-buffer",
	.summary = "append what an account that trades only outside the band holds",
	.opts = opts,
	.size = sizeof(struct buffer_columns),
	.key_size = sizeof(struct buffer),
	.open = open_buffer,
	.head = head,
	.key = key,
	.row = row,
};

FILTER_MAIN(st_buffer)
