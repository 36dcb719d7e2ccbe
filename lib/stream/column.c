#include "stream/column.h"

#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/prog.h"
#include "stream/filter.h"

int
column_find(const struct step *s, const char *name)
{
	for (int i = 0; i < s->in.n; i++)
		if (strcmp(s->in.c[i].name, name) == 0)
			return i;
	return -1;
}

/* Die about the header; in a chain the filter has to be named. */
static _Noreturn void
bad_column(const struct step *s, const char *what, const char *name, const char *hint)
{
	bool alone = strcmp(prog, s->f->name) == 0;

	die("%s:1: %s%s%s '%s'%s", s->input, alone ? "" : s->f->name, alone ? "" : ": ", what, name, hint);
}

static const char *
nearest(const struct step *s, const char *name)
{
	struct nearest near = nearest_to(slice_of(name));

	for (int i = 0; i < s->in.n; i++)
		nearest_try(&near, s->in.c[i].name);
	return nearest_said(&near);
}

int
column_need(struct step *s, const char *name)
{
	int i = column_find(s, name);

	if (i < 0)
		bad_column(s, "no column", name, "");
	return i;
}

int *
column_need_each(struct step *s, const struct opt_list *names)
{
	int *column = mem_alloc((size_t)names->n, sizeof *column);

	for (int i = 0; i < names->n; i++)
		if ((column[i] = column_find(s, names->v[i])) < 0)
			bad_column(s, "no column", names->v[i], nearest(s, names->v[i]));
	return column;
}

static int
add(struct step *s, struct column c)
{
	while (s->taken.n < s->out.n)
		names_put(&s->taken, slice_of(s->out.c[s->taken.n].name));
	if (names_put(&s->taken, slice_of(c.name)) < s->out.n)
		bad_column(s, "there is already a column", c.name, "");
	if (s->out.n >= s->room) {
		s->room = 2 * s->out.n + 16;
		s->out.c = mem_grow(s->out.c, (size_t)s->room, sizeof *s->out.c);
	}
	s->out.c[s->out.n] = c;
	return s->out.n++;
}

int
column_add(struct step *s, const char *name)
{
	return add(s, (struct column){ name, false });
}

int
column_add_int(struct step *s, const char *name)
{
	return add(s, (struct column){ name, true });
}

void
column_none(struct step *s)
{
	s->out.n = 0;
	s->taken = (struct names){ .n = 0 };
}
