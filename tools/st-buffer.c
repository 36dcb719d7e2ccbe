/*
 * st-buffer - append what an account that trades only outside the band holds
 *
 *   $ printf 'time,instrument,position,lower,upper\n2021-01-04,GOLD,2,1.5,2.5\n2021-01-05,GOLD,2.4,1.9,2.9\n2021-01-06,GOLD,3.9,3.4,4.4\n' | st-buffer
 *   time,instrument,position,lower,upper,traded
 *   2021-01-04,GOLD,2,1.5,2.5,2
 *   2021-01-05,GOLD,2.4,1.9,2.9,2
 *   2021-01-06,GOLD,3.9,3.4,4.4,4
 */
#include "buffer.h"
#include "cfg.h"
#include "err.h"
#include "filter.h"

struct state {
	const char *config;
	bool to_edge, fractions;
	int position, lower, upper, traded;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config: its buffer_trade_to_edge", O_STR, AT(config) },
	{ 0, "to-edge", NULL, "trade to the band's edge, not to the optimal position", O_FLAG, AT(to_edge) },
	{ 0, "fractions", NULL, "hold fractions of contracts: don't round", O_FLAG, AT(fractions) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_buffer(struct step *s)
{
	struct state *st = s->state;

	if (st->config) {
		struct cfg c = cfg_load(st->config);
		st->to_edge |= cfg_bool_or(&c, "buffer_trade_to_edge", false);
	}
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->position = col_need(s, "position");
	st->lower = col_need(s, "lower");
	st->upper = col_need(s, "upper");
	st->traded = st->fractions ? col_add(s, "traded") : col_add_int(s, "traded");
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct state *st = s->state;

	(void)instrument;
	*(struct buffer *)state = buffer_new(st->to_edge, !st->fractions);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct buffer *b = row_key(s, r);

	double held = buffer_next(b, row_num(s, r, st->position), row_num(s, r, st->lower), row_num(s, r, st->upper));
	if (fabs(held) >= 1e15)
		die("%s: column 'position': too many contracts", row_place(r));
	row_set(s, r, st->traded, held);
	row_emit(s, r);
}

static const struct filter st_buffer = {
	.name = "st-buffer",
	.summary = "append what an account that trades only outside the band holds",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct buffer),
	.open = open_buffer,
	.head = head,
	.key = key,
	.row = row,
};

FILTER_MAIN(st_buffer)
