/*
 * st-merge - rows of many instruments in order of time
 *
 *   $ printf 'time,instrument,x\n2021-01-04,GOLD,1\n2021-01-05,GOLD,2\n2021-01-04,DAX,3\n2021-01-06,DAX,4\n' | st-merge
 *   time,instrument,x
 *   2021-01-04,DAX,3
 *   2021-01-04,GOLD,1
 *   2021-01-05,GOLD,2
 *   2021-01-06,DAX,4
 *
 * At one time instruments come in order of their codes, whatever order they came in.
 */
#include <stdint.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "stream/filter.h"
#include "stream/held_rows.h"
#include "time/stamp.h"

struct state {
	bool by_instrument;
	struct held_rows held;
};

/* An instrument's rows among those held, in order of time. */
struct key {
	const char *code;
	struct at {
		int64_t t;
		size_t row;
	} *v;
	size_t n, cap, next;
};

static const struct opt opts[] = {
	{ 0, "by-instrument", NULL, "the way back: one instrument after another, in order of codes", O_FLAG,
	    offsetof(struct state, by_instrument) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
head(struct step *s)
{
	(void)s;
}

static void
key(struct step *s, void *state, const char *instrument)
{
	struct key *k = state;

	(void)s;
	k->code = instrument;
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;
	struct key *k = step_key(s, r);
	int64_t t;

	if (!stamp_parse(row_text(s, r, s->time), &t))
		die("%s: column 'time': not a time: \"%.*s\"", row_place(r), SLICE(row_text(s, r, s->time)));
	if (k->n == k->cap) {
		k->cap = 2 * k->cap + 64;
		k->v = mem_grow(k->v, k->cap, sizeof *k->v);
	}
	k->v[k->n++] = (struct at){ t, st->held.n };
	held_rows_add(&st->held, s, r);
}

/* ---- the end: a heap of the instruments, the one whose next row is first on top ---- */

static bool
before(const struct key *a, const struct key *b)
{
	int64_t ta = a->v[a->next].t, tb = b->v[b->next].t;

	return ta != tb ? ta < tb : strcmp(a->code, b->code) < 0;
}

/* Let the key at i sink to its place among n. */
static void
sink(struct key **heap, int n, int i)
{
	struct key *k = heap[i];

	for (int child; (child = 2 * i + 1) < n; i = child) {
		if (child + 1 < n && before(heap[child + 1], heap[child]))
			child++;
		if (!before(heap[child], k))
			break;
		heap[i] = heap[child];
	}
	heap[i] = k;
}

static void
emit_by_time(struct step *s, struct key **heap, int n)
{
	struct state *st = s->state;

	for (int i = n / 2 - 1; i >= 0; i--)
		sink(heap, n, i);
	while (n) {
		struct key *k = heap[0];
		row_emit(s, held_rows_row(&st->held, s, k->v[k->next++].row));
		if (k->next == k->n)
			heap[0] = heap[--n];
		if (n)
			sink(heap, n, 0);
	}
}

/* ---- or one instrument after another ---- */

static void
emit_by_instrument(struct step *s, struct key **k, int n)
{
	struct state *st = s->state;

	for (int i = 0; i < n; i++)
		for (size_t j = 0; j < k[i]->n; j++)
			row_emit(s, held_rows_row(&st->held, s, k[i]->v[j].row));
}

static void
end(struct step *s)
{
	struct state *st = s->state;
	int n = step_keys(s);
	struct key **k = mem_alloc((size_t)n, sizeof *k);

	if (st->by_instrument)
		step_sort(s);
	for (int i = 0; i < n; i++)
		k[i] = step_state(s, i, NULL);
	(st->by_instrument ? emit_by_instrument : emit_by_time)(s, k, n);
	free(k);
}

static const struct filter st_merge = {
	.name = "st-merge",
	.summary = "rows of many instruments in order of time",
	.opts = opts,
	.size = sizeof(struct state),
	.key_size = sizeof(struct key),
	.head = head,
	.key = key,
	.row = row,
	.end = end,
	.repeats = true,
};

FILTER_MAIN(st_merge)
