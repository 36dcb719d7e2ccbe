#include "filter.h"

#include "date.h"
#include "err.h"

/* ---- columns ---- */

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

int *
col_need_each(struct step *s, const struct opt_list *names)
{
	int *column = mem_alloc((size_t)names->n, sizeof *column);

	for (int i = 0; i < names->n; i++)
		column[i] = col_need(s, names->v[i]);
	return column;
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

/* ---- state by instrument ---- */

struct step_key {
	char last[DATE_MAX]; /* its latest time */
	size_t n;
	_Alignas(16) char state[];
};

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

	if (s->first)
		row_day(s, r);
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
