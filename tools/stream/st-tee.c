/*
 * st-tee - write the stream to a file and pass it on
 *
 *   $ printf 'time,price\n2021-01-04,1.5\n' | st-tee --output=copy; cat copy
 *   time,price
 *   2021-01-04,1.5
 *   time,price
 *   2021-01-04,1.5
 *
 * In a pipe tee(1) does as well; in st-chain the filters behind it get numbers, not text.
 */
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/output.h"
#include "stream/filter.h"

struct state {
	const char *path;
	bool no_header;
	struct opt_list without;
	struct out *out;
	struct column_head head;        /* of the file */
	int *kept;                      /* which columns these are of the stream's */
};

static const struct opt opts[] = {
	{ 'o', "output", "FILE", "file to write (required)", O_STR, offsetof(struct state, path) },
	{ 0, "no-header-out", NULL, "leave the header out of the file", O_FLAG, offsetof(struct state, no_header) },
	{ 0, "without", "NAME", "leave this column out of the file, and all called NAME.RULE; repeatable", O_LIST,
	    offsetof(struct state, without) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_tee(struct step *s)
{
	struct state *st = s->state;

	if (!st->path)
		die("option --output is required; see st-tee --help");
	st->out = output_open(st->path);
}

static bool
is_left_out(const struct opt_list *without, const char *column)
{
	for (int i = 0; i < without->n; i++) {
		size_t n = strlen(without->v[i]);
		if (strncmp(column, without->v[i], n) == 0 && (column[n] == '\0' || column[n] == '.'))
			return true;
	}
	return false;
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	st->head.c = mem_alloc((size_t)s->in.n, sizeof *st->head.c);
	st->kept = mem_alloc((size_t)s->in.n, sizeof *st->kept);
	for (int i = 0; i < s->in.n; i++) {
		if (is_left_out(&st->without, s->in.c[i].name))
			continue;
		st->kept[st->head.n] = i;
		st->head.c[st->head.n++] = s->in.c[i];
	}
	if (!st->no_header)
		row_print_head(st->out, &st->head);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	if (st->head.n == s->in.n)
		row_print(st->out, &s->in, r);
	else
		row_print_some(st->out, &s->in, r, st->kept, st->head.n);
	row_emit(s, r);
}

static const struct filter st_tee = {
	.name = "st-tee",
	.summary = "write the stream to a file and pass it on",
	.opts = opts,
	.size = sizeof(struct state),
	.open = open_tee,
	.head = head,
	.row = row,
};

FILTER_MAIN(st_tee)
