/*
 * st-first - pass each instrument's first row, and rows with a column's first value
 *
 *   $ printf 'time,instrument,vol\n2021-01-04,GOLD,\n2021-01-05,GOLD,\n2021-01-06,GOLD,2\n2021-01-07,GOLD,3\n' | st-first --column=vol
 *   time,instrument,vol
 *   2021-01-04,GOLD,
 *   2021-01-06,GOLD,2
 *
 * All that st-weights need see of a long stream.
 */
#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/out.h"
#include "stream/filter.h"

struct state {
	struct opt_list columns;
	bool complete;
	int *column;
	unsigned all; /* bits of the columns */
};

struct key {
	bool known;
	unsigned seen; /* a bit a column */
};

static const struct opt opts[] = {
	{ 'c', "column", "NAME", "a column to watch (required); repeatable", O_LIST, offsetof(struct state, columns) },
	{ 0, "complete", NULL, "end with status 1 unless every instrument had a value in each", O_FLAG, offsetof(struct state, complete) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_first(struct step *s)
{
	struct state *st = s->state;

	if (st->columns.n < 1 || st->columns.n > 31)
		die("option --column is required, up to 31 times; see st-first --help");
	st->all = (1u << st->columns.n) - 1;
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->column = column_need_each(s, &st->columns);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	unsigned before = k->seen;

	if (before == st->all)
		return;
	for (int i = 0; i < st->columns.n; i++)
		if (!isnan(row_num(s, r, st->column[i])))
			k->seen |= 1u << i;
	if (!k->known || k->seen != before)
		row_emit(s, r);
	k->known = true;
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	for (int i = 0; st->complete && i < step_keys(s); i++) {
		const struct key *k = step_state(s, i, NULL);
		if (k->seen != st->all) {
			out_flush_all();
			exit(1);
		}
	}
}

static const struct filter st_first = {
	.name = "st-first",
	.summary = "pass each instrument's first row, and rows with a column's first value",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.open = open_first,
	.head = head,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_first)
