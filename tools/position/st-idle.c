/*
 * st-idle - the instruments of which no contract is held on any day, and why
 *
 *   $ echo '{}' >c
 *   $ printf 'time,instrument,vol,position,traded\n2021-01-04,GOLD,1,0.25,0\n2021-01-05,GOLD,1,-0.375,0\n2021-01-05,CORN,,,0\n' >rows
 *   $ st-idle --config=c rows
 *   instrument,days,why,largest
 *   GOLD,2,the optimal position is never large enough at this capital,0.375
 *   CORN,1,no volatility,0.0
 *
 * With --output the table goes to a file and the rows are passed on, as tee(1) does; --tell reads tables and warns of
 * what they say, a line each reason.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/output.h"
#include "base/warn.h"
#include "config/config.h"
#include "position/idle.h"
#include "position/traded_column.h"
#include "stream/filter.h"
#include "stream/value_row.h"

enum { NAMED = 10 }; /* instruments in a warning */

/* With --tell: those of one reason. */
struct reason {
	char *list;
	int n;
};

struct state {
	const char *config, *output;
	bool tell;
	struct config cfg;
	struct idle_columns columns;
	struct out *out;
	struct row *row;      /* of the table */
	int instrument, why;  /* with --tell: columns of the table read */
	struct names reasons;
	struct reason *reason;
};

#define AT(x) offsetof(struct state, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "config of st-config, which says what is held (required)", O_STR, AT(config) },
	{ 'o', "output", "FILE", "write the table there and pass the rows on", O_STR, AT(output) },
	{ 0, "tell", NULL, "read such a table instead, pass it on and warn of what it says", O_FLAG, AT(tell) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_idle(struct step *s)
{
	struct state *st = s->state;

	if (!st->config)
		die("option --config is required; see st-idle --help");
	st->cfg = config_shared(st->config);
	s->plain = st->tell;
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	if (st->tell) {
		st->instrument = column_need(s, "instrument");
		st->why = column_need(s, "why");
		return;
	}
	st->columns = idle_columns_need(s, traded_column(&st->cfg));
	if (st->output) {
		st->out = output_open(st->output);
		out_str(st->out, "instrument,days,why,largest\n");
		return;
	}
	value_row_head(s, (const char *[]){ "instrument", "days", "why", "largest", NULL });
}

static void
key(struct step *s, void *state, const char *instrument)
{
	(void)s;
	(void)instrument;
	*(struct idle *)state = (struct idle){ .days = 0 };
}

/* A row of a table: the instrument joins those of its reason. */
static void
join(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct slice code = row_text(s, r, st->instrument);
	int known = st->reasons.n, i = names_put(&st->reasons, row_text(s, r, st->why));

	if (i == known) {
		st->reason = mem_grow(st->reason, (size_t)known + 1, sizeof *st->reason);
		st->reason[i] = (struct reason){ .list = mem_dup("", 0) };
	}
	struct reason *to = &st->reason[i];
	char *list = to->list;
	if (to->n++ < NAMED) {
		to->list = mem_format("%s%s%.*s", list, to->n > 1 ? ", " : "", SLICE(code));
		free(list);
	}
	row_emit(s, r);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	if (st->tell) {
		join(s, r);
		return;
	}
	idle_row(step_key(s, r), &st->columns, s, r);
	if (st->output)
		row_emit(s, r);
}

static void
print(struct step *s, const char *instrument, const struct idle *w, const char *why)
{
	struct state *st = s->state;
	char days[32];

	snprintf(days, sizeof days, "%ld", w->days);
	if (!st->output) {
		value_row_emit(s, &st->row, (struct slice[]){ slice_of(instrument), slice_of(days), slice_of(why) }, w->largest);
		return;
	}
	out_field(st->out, slice_of(instrument));
	out_char(st->out, ',');
	out_str(st->out, days);
	out_char(st->out, ',');
	out_field(st->out, slice_of(why));
	out_char(st->out, ',');
	out_num(st->out, w->largest);
	out_char(st->out, '\n');
}

static void
end(struct step *s)
{
	struct state *st = s->state;
	const char *instrument;

	for (int i = 0; i < step_keys(s); i++) {
		const struct idle *w = step_state(s, i, &instrument);
		const char *why = idle_why(w, &st->columns);
		if (why)
			print(s, instrument, w, why);
	}
	for (int i = 0; i < st->reasons.n; i++) {
		int more = st->reason[i].n - NAMED;
		if (more > 0)
			warn("no contract is held on any day of %s and %d more: %s", st->reason[i].list, more, st->reasons.name[i]);
		else
			warn("no contract is held on any day of %s: %s", st->reason[i].list, st->reasons.name[i]);
	}
}

static const struct filter st_idle = {
	.name = "st-idle",
	.summary = "the instruments of which no contract is held on any day, and why",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct idle),
	.open = open_idle,
	.head = head,
	.key = key,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_idle)
