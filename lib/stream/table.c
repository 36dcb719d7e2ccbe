#include "stream/table.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "stream/rec.h"

static void
keep(struct table *t, const struct rec *r)
{
	int w = t->column.n;

	t->cell = mem_grow(t->cell, (size_t)(t->n + 1) * (size_t)w, sizeof *t->cell);
	t->line = mem_grow(t->line, (size_t)t->n + 1, sizeof *t->line);
	t->line[t->n] = r->line;
	for (int i = 0; i < w; i++) {
		struct slice s = rec_name(r, i, t->column.name[i]);
		t->cell[t->n * w + i] = mem_dup(s.p, s.n);
	}
	t->n++;
}

struct table
table_from(struct rec *r)
{
	struct table t = { .path = r->name };

	rec_header(r);
	for (int i = 0; i < r->n; i++) {
		struct slice name = rec_column(r, i);
		if (names_put(&t.column, name) < i)
			die("%s:%ld: column '%.*s' twice", r->name, r->line, SLICE(name));
	}
	while (rec_next(r))
		keep(&t, r);
	rec_close(r);
	return t;
}

struct table
table_read(const char *path)
{
	struct rec r;

	rec_file(&r, path);
	return table_from(&r);
}

void
table_free(struct table *t)
{
	for (int i = 0; i < t->n * t->column.n; i++)
		free(t->cell[i]);
	free(t->cell);
	free(t->line);
}

int
table_column(const struct table *t, const char *name)
{
	int i = names_get(&t->column, slice_of(name));

	if (i < 0)
		die("%s:1: no column '%s'", t->path, name);
	return i;
}

const char *
table_text(const struct table *t, int row, int column)
{
	return t->cell[row * t->column.n + column];
}

double
table_num(const struct table *t, int row, int column)
{
	const char *s = table_text(t, row, column);
	double x = num_missing();

	if (*s && !num_parse(s, strlen(s), &x))
		die("%s: column '%s': not a number: \"%.80s\"", table_place(t, row), t->column.name[column], s);
	return x;
}

int
table_find(const struct table *t, int column, const char *s)
{
	for (int i = 0; i < t->n; i++)
		if (strcmp(table_text(t, i, column), s) == 0)
			return i;
	return -1;
}

const char *
table_place(const struct table *t, int row)
{
	static char place[512];

	snprintf(place, sizeof place, "%s:%ld", t->path, t->line[row]);
	return place;
}
