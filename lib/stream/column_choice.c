#include "stream/column_choice.h"

#include <stdlib.h>

#include "base/comma.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/wildcard.h"

/* Columns of the input that stand beside one another in the output too. */
struct column_choice_run {
	int first, last;
};

static _Noreturn void
no_column(const struct column_choice *c, struct slice name)
{
	die("%s:%ld: no column '%.*s'%s", c->in->name, c->in->line, SLICE(name), nearest_of(name, c->header.name, c->header.n));
}

void
column_choice_open(struct column_choice *c, struct rec *in)
{
	*c = (struct column_choice){ .in = in };
	rec_header(in);
	for (int i = 0; i < in->n; i++)
		if (names_put(&c->header, rec_column(in, i)) < i)
			die("%s:%ld: column '%.*s' twice", in->name, in->line, SLICE(rec_text(in, i)));
	c->name = mem_alloc((size_t)in->n, sizeof *c->name);
}

int
column_choice_need(const struct column_choice *c, struct slice name)
{
	int i = names_get(&c->header, name);

	if (i < 0)
		no_column(c, name);
	return i;
}

/* ---- which ---- */

struct named {
	int *column, n; /* in the order in which they are named */
	bool *has;      /* is a column among them? */
};

/* What a pattern means stays where it is when it was named before; a name that was is a slip. */
static void
name_columns(const struct column_choice *c, struct named *x, struct slice name)
{
	bool any = false;

	for (int i = 0; i < c->header.n; i++) {
		if (!wildcard_matches(name, slice_of(c->header.name[i])))
			continue;
		if (x->has[i] && !wildcard_is(name))
			die("column '%.*s' is named twice", SLICE(name));
		if (!x->has[i])
			x->column[x->n++] = i;
		x->has[i] = any = true;
	}
	if (!any)
		no_column(c, name);
}

static struct named
named(const struct column_choice *c, const struct opt_list *lists)
{
	size_t columns = (size_t)c->header.n;
	struct named x = { mem_alloc(columns, sizeof *x.column), 0, mem_alloc(columns, sizeof *x.has) };

	for (int i = 0; i < lists->n; i++) {
		struct slice word;
		for (const char *rest = lists->v[i]; comma_next(&rest, &word); )
			name_columns(c, &x, word);
	}
	return x;
}

static void
rename_columns(struct column_choice *c, const struct opt_list *renames)
{
	for (int i = 0; i < renames->n; i++) {
		const char *text = renames->v[i], *eq = strchr(text, '=');
		if (!eq || eq == text || !eq[1])
			die("--rename wants OLD=NEW: \"%.80s\"", text);
		c->name[column_choice_need(c, (struct slice){ text, (size_t)(eq - text) })] = eq + 1;
	}
}

static const char *
name_of(const struct column_choice *c, int column)
{
	return c->name[column] ? c->name[column] : c->header.name[column];
}

static void
check_names(const struct column_choice *c)
{
	struct names taken = { 0 };

	if (c->n == 0)
		die("no column is left");
	for (int i = 0; i < c->n; i++)
		if (names_put(&taken, slice_of(name_of(c, c->column[i]))) < i)
			die("two columns would be called '%.80s'", name_of(c, c->column[i]));
}

static void
make_runs(struct column_choice *c)
{
	c->run = mem_alloc((size_t)c->n, sizeof *c->run);
	for (int i = 0; i < c->n; i++) {
		if (i && c->column[i] == c->column[i - 1] + 1)
			c->run[c->runs - 1].last++;
		else
			c->run[c->runs++] = (struct column_choice_run){ c->column[i], c->column[i] };
	}
}

void
column_choice_make(struct column_choice *c, const struct opt_list *only, const struct opt_list *except,
    const struct opt_list *renames)
{
	static const char *all[] = { "*" };
	struct named in = named(c, only->n ? only : &(struct opt_list){ all, 1 }), out = named(c, except);

	c->column = in.column;
	for (int i = 0; i < in.n; i++)
		if (!out.has[in.column[i]])
			c->column[c->n++] = in.column[i];
	free(in.has);
	free(out.column);
	free(out.has);
	rename_columns(c, renames);
	check_names(c);
	make_runs(c);
}

/* ---- out ---- */

void
column_choice_print_header(const struct column_choice *c, struct out *o)
{
	for (int i = 0; i < c->n; i++) {
		if (i)
			out_char(o, ',');
		out_field(o, slice_of(name_of(c, c->column[i])));
	}
	out_char(o, '\n');
}

void
column_choice_print(const struct column_choice *c, struct out *o)
{
	for (int i = 0; i < c->runs; i++) {
		const struct slice *first = &c->in->f[c->run[i].first], *last = &c->in->f[c->run[i].last];
		if (i)
			out_char(o, ',');
		out_bytes(o, first->p, (size_t)(last->p + last->n - first->p));
	}
	out_char(o, '\n');
}
