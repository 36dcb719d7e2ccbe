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
#include "base/die.h"
#include "base/out.h"
#include "stream/filter.h"

struct state {
	const char *path;
	bool no_header;
	struct out out;
};

static const struct opt opts[] = {
	{ 'o', "output", "FILE", "file to write (required)", O_STR, offsetof(struct state, path) },
	{ 0, "no-header-out", NULL, "leave the header out of the file", O_FLAG, offsetof(struct state, no_header) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static void
open_tee(struct step *s)
{
	struct state *st = s->state;

	if (!st->path)
		die("option --output is required; see st-tee --help");
	out_file(&st->out, st->path);
}

static void
head(struct step *s)
{
	struct state *st = s->state;

	if (!st->no_header)
		row_print_head(&st->out, &s->in);
}

static void
row(struct step *s, struct row *r)
{
	struct state *st = s->state;

	row_print(&st->out, &s->in, r);
	row_emit(s, r);
}

static void
end(struct step *s)
{
	struct state *st = s->state;

	out_close(&st->out);
}

static const struct filter st_tee = {
	.name = "st-tee",
	.summary = "write the stream to a file and pass it on",
	.opts = opts,
	.size = sizeof(struct state),
	.open = open_tee,
	.head = head,
	.row = row,
	.end = end,
};

FILTER_MAIN(st_tee)
