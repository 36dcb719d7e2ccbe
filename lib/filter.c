#include "filter.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "date.h"
#include "err.h"
#include "num.h"
#include "out.h"
#include "rec.h"

struct step_key {
	char last[DATE_MAX]; /* its latest time */
	size_t n;
	_Alignas(16) char state[];
};

int
col_find(const struct step *s, const char *name)
{
	for (int i = 0; i < s->in.n; i++)
		if (strcmp(s->in.c[i].name, name) == 0)
			return i;
	return -1;
}

/* Die about the header; in a chain the filter has to be named. */
static _Noreturn void
bad_column(const struct step *s, const char *what, const char *name)
{
	bool alone = strcmp(prog, s->f->name) == 0;

	die("%s:1: %s%s%s '%s'", s->input, alone ? "" : s->f->name, alone ? "" : ": ", what, name);
}

int
col_need(struct step *s, const char *name)
{
	int i = col_find(s, name);

	if (i < 0)
		bad_column(s, "no column", name);
	return i;
}

static int
add(struct step *s, struct column c)
{
	for (int i = 0; i < s->out.n; i++)
		if (strcmp(s->out.c[i].name, c.name) == 0)
			bad_column(s, "there is already a column", c.name);
	s->out.c = mem_grow(s->out.c, (size_t)s->out.n + 1, sizeof *s->out.c);
	s->out.c[s->out.n] = c;
	return s->out.n++;
}

int
col_add(struct step *s, const char *name)
{
	return add(s, (struct column){ name, false });
}

int
col_add_int(struct step *s, const char *name)
{
	return add(s, (struct column){ name, true });
}

void
col_none(struct step *s)
{
	s->out.n = 0;
}

const char *
row_place(const struct row *r)
{
	static char place[512];

	snprintf(place, sizeof place, "%s:%ld", r->file, r->line);
	return place;
}

static struct slice
unquoted(struct slice s)
{
	if (s.n >= 2 && s.p[0] == '"') {
		s.p++;
		s.n -= 2;
	}
	return s;
}

double
row_parse(struct step *s, struct row *r, int col)
{
	struct cell *c = &r->c[col];
	struct slice t = unquoted(c->s);

	c->x = num_missing();
	if (t.n && !num_parse(t.p, t.n, &c->x))
		die("%s: column '%s': not a number: \"%.*s\"", row_place(r), s->in.c[col].name, SLICE(t));
	c->num = true;
	return c->x;
}

struct slice
row_text(struct step *s, struct row *r, int col)
{
	if (!r->c[col].text)
		die("%s: column '%s' is a number, not text", s->f->name, s->in.c[col].name);
	return unquoted(r->c[col].s);
}

int
row_day(struct step *s, struct row *r)
{
	if (r->has_day)
		return r->day;
	if (!date_parse(row_text(s, r, s->time), &r->day))
		die("%s: column 'time': not a date: \"%.*s\"", row_place(r), SLICE(r->c[s->time].s));
	r->has_day = r->nraw > s->time; /* a row that a filter made may change its time */
	return r->day;
}

void
row_infinite(const struct step *s, const struct row *r, int col)
{
	die("%s: column '%s' came out infinite", row_place(r), s->out.c[col].name);
}

void
row_emit(struct step *s, struct row *r)
{
	r->n = s->out.n;
	s->next->f->row(s->next, r);
}

struct row *
row_new(const struct step *s)
{
	struct row *r = mem_alloc(1, sizeof *r);
	int most = s->in.n; /* run() reads into it; the output may have fewer columns */

	/* The filters behind widen the row in place. */
	for (const struct step *p = s; p; p = p->next)
		most = p->out.n > most ? p->out.n : most;
	r->c = mem_alloc((size_t)most, sizeof *r->c);
	for (int i = 0; i < most; i++)
		r->c[i] = (struct cell){ .s = { "", 0 }, .x = num_missing(), .text = true, .num = true };
	r->raw = (struct slice){ "", 0 };
	r->file = s->f->name;
	return r;
}

/* The text of all cells lies in one block behind raw. */
struct row *
row_copy(const struct step *s, const struct row *r)
{
	struct row *to = row_new(s);
	size_t n = r->raw.n;

	for (int i = r->nraw; i < s->out.n; i++)
		n += r->c[i].text ? r->c[i].s.n : 0;
	char *p = mem_grow(NULL, n, 1), *at = p + r->raw.n;
	memcpy(p, r->raw.p, r->raw.n);
	memcpy(to->c, r->c, (size_t)s->out.n * sizeof *to->c);
	for (int i = 0; i < s->out.n; i++) {
		struct slice *t = &to->c[i].s;
		if (i < r->nraw) {
			t->p = p + (t->p - r->raw.p);
		} else if (to->c[i].text) {
			memcpy(at, t->p, t->n);
			t->p = at;
			at += t->n;
		}
	}
	to->raw = (struct slice){ p, r->raw.n };
	to->nraw = r->nraw;
	to->n = r->n;
	to->file = r->file;
	to->line = r->line;
	return to;
}

void
row_free(struct row *r)
{
	free((char *)r->raw.p);
	free(r->c);
	free(r);
}

/* ---- state by instrument ---- */

static struct step_key *
new_key(struct step *s, int i)
{
	struct step_key *k = mem_alloc(1, sizeof *k + s->f->key_size);

	s->key = mem_grow(s->key, (size_t)i + 1, sizeof *s->key);
	s->key[i] = k;
	if (s->f->key)
		s->f->key(s, k->state, s->keys.name[i]);
	return k;
}

static void
check_time(struct step *s, struct step_key *k, struct row *r)
{
	struct slice t = row_text(s, r, s->time);
	int c = slice_cmp(t, (struct slice){ k->last, k->n });

	if (t.n < 10 || t.n > sizeof k->last)
		die("%s: column 'time': not a time: \"%.*s\"", row_place(r), SLICE(t));
	if (c < 0 || (c == 0 && !s->f->repeats))
		die("%s: column 'time': \"%.*s\" after \"%.*s\" in %s", row_place(r), SLICE(t), (int)k->n, k->last,
		    s->keys.name[s->last]);
	memcpy(k->last, t.p, t.n);
	k->n = t.n;
}

void *
row_key(struct step *s, struct row *r)
{
	struct slice code = row_text(s, r, s->instrument);

	if (s->last < 0 || !slice_is(code, s->keys.name[s->last])) {
		int known = s->keys.n;
		if (code.n == 0)
			die("%s: column 'instrument' is empty", row_place(r));
		s->last = tab_put(&s->keys, code);
		if (s->last == known)
			new_key(s, known);
		else if (s->together)
			die("%s: the rows of '%.*s' do not stand together", row_place(r), SLICE(code));
	}
	check_time(s, s->key[s->last], r);
	return s->key[s->last]->state;
}

int
step_keys(const struct step *s)
{
	return s->keys.n;
}

void *
step_key(const struct step *s, int i, const char **instrument)
{
	if (instrument)
		*instrument = s->keys.name[i];
	return s->key[i]->state;
}

/* ---- the last step: print ---- */

void
head_print(struct out *o, const struct head *h)
{
	for (int i = 0; i < h->n; i++) {
		if (i)
			out_char(o, ',');
		out_field(o, slice_of(h->c[i].name));
	}
	if (h->n)
		out_char(o, '\n');
}

void
row_print(struct out *o, const struct head *h, const struct row *r)
{
	out_bytes(o, r->raw.p, r->raw.n);
	for (int i = r->nraw; i < h->n; i++) {
		const struct cell *c = &r->c[i];
		out_room(o, NUM_MAX + 1);
		if (i)
			o->buf[o->n++] = ',';
		if (c->text)
			out_bytes(o, c->s.p, c->s.n);
		else if (h->c[i].integer)
			out_int(o, c->x);
		else
			o->n += num_print(o->buf + o->n, c->x);
	}
	out_char(o, '\n');
}

static void
sink_head(struct step *s)
{
	head_print(s->state, &s->in);
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

/* ---- running a chain ---- */

static struct step *
new_step(const struct filter *f)
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
		s->out.c = mem_grow(NULL, (size_t)s->in.n + 1, sizeof *s->out.c);
		memcpy(s->out.c, s->in.c, (size_t)s->in.n * sizeof *s->out.c);
		s->time = col_find(s, "time");
		s->instrument = col_find(s, "instrument");
		if (s->f->key_size && !s->plain) {
			col_need(s, "time");
			col_need(s, "instrument");
		}
		s->f->head(s);
		if (s->next)
			s->next->in = s->out;
	}
}

static void
read_head(struct rec *in, struct head *h)
{
	if (!rec_next(in))
		die("%s: empty: not even a header", in->name);
	h->n = in->n;
	h->c = mem_alloc((size_t)in->n, sizeof *h->c);
	for (int i = 0; i < in->n; i++) {
		char *buf = mem_alloc(in->f[i].n + 1, 1);
		struct slice name = rec_unquote(in->f[i], buf);
		h->c[i].name = mem_dup(name.p, name.n);
		free(buf);
		for (int j = 0; j < i; j++)
			if (strcmp(h->c[i].name, h->c[j].name) == 0)
				die("%s:%ld: column '%s' twice", in->name, in->line, h->c[i].name);
	}
}

static void
run(struct step *first, struct rec *in)
{
	struct row *r;

	read_head(in, &first->in);
	start(first, in->name);
	r = row_new(first);
	r->file = in->name;
	r->nraw = in->n;
	while (rec_next(in)) {
		for (int i = 0; i < in->n; i++)
			r->c[i] = (struct cell){ .s = in->f[i], .text = true };
		r->raw = in->row;
		r->line = in->line;
		r->n = in->n;
		r->has_day = false;
		first->f->row(first, r);
	}
	for (struct step *s = first; s; s = s->next)
		if (s->f->end)
			s->f->end(s);
}

static struct opt_usage
usage_of(const struct filter *f)
{
	return (struct opt_usage){ f->name, "[FILE]", f->summary, f->opts };
}

int
filter_main(const struct filter *f, int argc, char **argv)
{
	struct opt_usage u = usage_of(f);
	struct step *s = new_step(f);
	struct rec in;

	signal(SIGPIPE, SIG_DFL); /* cron and some runtimes hand it on ignored */
	prog = f->name;
	int i = opt_parse(&u, s->state, argc, argv);
	if (argc - i > 1)
		opt_bad(&u, "one file at most", argv[i + 1]);
	s->next = new_sink();
	if (f->open)
		f->open(s);
	rec_file(&in, i < argc ? argv[i] : "-");
	run(s, &in);
	return 0;
}

static const struct filter *
find_filter(const struct filter *const *all, int n, const char *name)
{
	for (int i = 0; i < n; i++)
		if (strcmp(all[i]->name, name) == 0)
			return all[i];
	die("no filter '%s' to chain; see st-chain --help", name);
}

int
chain_main(const struct filter *const *all, int n, int argc, char **argv)
{
	struct step *first = NULL, **at = &first;
	struct rec in;

	for (int i = 0; i < argc;) {
		int end = i;
		while (end < argc && strcmp(argv[end], "then") != 0)
			end++;
		if (end == i || end + 1 == argc)
			die("a filter is missing at 'then'; see st-chain --help");
		const struct filter *f = find_filter(all, n, argv[i]);
		struct opt_usage u = usage_of(f);
		struct step *s = new_step(f);
		int used = opt_parse(&u, s->state, end - i, argv + i);
		if (used < end - i)
			opt_bad(&u, "no operand in a chain", argv[i + used]);
		*at = s;
		at = &s->next;
		i = end + 1;
	}
	*at = new_sink();
	for (struct step *s = first; s; s = s->next)
		if (s->f->open)
			s->f->open(s);
	rec_file(&in, "-");
	run(first, &in);
	return 0;
}
