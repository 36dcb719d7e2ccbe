#include "stream/chain.h"

#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/names.h"
#include "base/nearest.h"
#include "base/out.h"
#include "base/output.h"
#include "stream/rec.h"
#include "stream/row.h"

/* ---- the last step prints ---- */

static void
sink_head(struct step *s)
{
	row_print_head(s->state, &s->in);
}

static void
sink_row(struct step *s, struct row *r)
{
	row_print(s->state, &s->in, r);
}

static void
sink_end(struct step *s)
{
	out_flush(s->state);
}

static const struct filter sink = { .name = "stdout", .head = sink_head, .row = sink_row, .end = sink_end };

/* ---- running ---- */

struct step *
chain_step(const struct filter *f)
{
	struct step *s = mem_alloc(1, sizeof *s);

	s->f = f;
	s->state = mem_alloc(1, f->size);
	if (f->defaults)
		memcpy(s->state, f->defaults, f->size);
	s->last = -1;
	s->together = f->together;
	return s;
}

static struct step *
new_sink(void)
{
	struct step *s = mem_alloc(1, sizeof *s);
	struct out *o = mem_alloc(1, sizeof *o);

	out_open(o, 1, "stdout");
	s->f = &sink;
	s->state = o;
	return s;
}

static void
start(struct step *s, const char *input)
{
	for (; s; s = s->next) {
		s->input = input;
		s->out.n = s->in.n;
		s->room = s->in.n + 1;
		s->out.c = mem_grow(NULL, (size_t)s->room, sizeof *s->out.c);
		memcpy(s->out.c, s->in.c, (size_t)s->in.n * sizeof *s->out.c);
		s->time = column_find(s, "time");
		s->instrument = column_find(s, "instrument");
		if (s->f->key_size && !s->plain) {
			column_need(s, "time");
			column_need(s, "instrument");
		}
		s->f->head(s);
		if (s->next)
			s->next->in = s->out;
	}
}

/* The names live on in their table. */
static void
read_head(struct rec *in, struct column_head *h)
{
	struct names names = { .n = 0 };

	rec_header(in);
	h->n = in->n;
	h->c = mem_alloc((size_t)in->n, sizeof *h->c);
	for (int i = 0; i < in->n; i++) {
		int at = names_put(&names, rec_column(in, i));
		if (at < i)
			die("%s:%ld: column '%s' twice", in->name, in->line, names.name[at]);
		h->c[i].name = names.name[at];
	}
}

/* From the first row read to the last step's end, when the steps' files are whole. */
static void
run(struct step *first, struct rec *in)
{
	struct row *r;

	read_head(in, &first->in);
	first->first = true;
	start(first, in->name);
	r = row_new(first);
	r->file = in->name;
	r->nraw = in->n;
	while (rec_next(in)) {
		row_read(r, in);
		first->f->row(first, r);
	}
	for (struct step *s = first; s; s = s->next)
		if (s->f->end)
			s->f->end(s);
	output_close_all();
}

void
chain_run(struct step *first, const char *path)
{
	struct step *last = first;
	struct rec in;

	while (last->next)
		last = last->next;
	last->next = new_sink();
	for (struct step *s = first; s; s = s->next)
		if (s->f->open)
			s->f->open(s);
	rec_file(&in, path);
	run(first, &in);
}

static const struct filter *
find_filter(const struct filter *const *all, int n, const char *name)
{
	struct nearest near = nearest_to(slice_of(name));

	for (int i = 0; i < n; i++) {
		if (strcmp(all[i]->name, name) == 0)
			return all[i];
		nearest_try(&near, all[i]->name);
	}
	die("no filter '%s' to chain%s; see st-chain --help", name, nearest_said(&near));
}

int
chain_main(const struct filter *const *all, int n, int argc, char **argv)
{
	struct step *first = NULL, **at = &first;

	for (int i = 0; i < argc;) {
		int end = i;
		while (end < argc && strcmp(argv[end], "then") != 0)
			end++;
		if (end == i || end + 1 == argc)
			die("a filter is missing at 'then'; see st-chain --help");
		const struct filter *f = find_filter(all, n, argv[i]);
		struct opt_usage u = filter_usage(f);
		struct step *s = chain_step(f);
		int used = opt_read(&u, s->state, end - i, argv + i);
		if (used < end - i)
			opt_bad(&u, "no operand in a chain", argv[i + used]);
		*at = s;
		at = &s->next;
		i = end + 1;
	}
	chain_run(first, "-");
	return 0;
}
