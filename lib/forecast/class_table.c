#include "forecast/class_table.h"

#include "base/die.h"
#include "base/mem.h"
#include "stream/rec.h"
#include "time/date.h"

enum { KEYS = 2 }; /* time and asset_class come first */

static void
read_header(struct class_table *c, struct rec *r)
{
	rec_header(r);
	if (r->n < KEYS || !slice_is(r->f[0], "time") || !slice_is(r->f[1], "asset_class"))
		die("%s: not a table of st-class: it begins with time,asset_class", c->path);
	for (int i = KEYS; i < r->n; i++)
		if (names_put(&c->columns, r->f[i]) < i - KEYS)
			die("%s: column '%.*s' twice", c->path, SLICE(r->f[i]));
}

static struct classes_rows *
rows_of(struct class_table *c, struct slice name)
{
	int known = c->names.n, i = names_put(&c->names, name);

	if (i == known) {
		c->v = mem_grow(c->v, (size_t)known + 1, sizeof *c->v);
		c->v[i] = (struct classes_rows){ 0 };
	}
	return &c->v[i];
}

static void
read_row(struct class_table *c, struct rec *r, struct classes_rows *rows)
{
	if (rows->n == rows->cap) {
		rows->cap = rows->cap ? 2 * rows->cap : 1024;
		rows->day = mem_grow(rows->day, (size_t)rows->cap, sizeof *rows->day);
		rows->x = mem_grow(rows->x, (size_t)rows->cap * (size_t)c->columns.n, sizeof *rows->x);
	}
	int day;
	if (!date_parse(r->f[0], &day))
		die("%s:%ld: column 'time': not a date: \"%.*s\"", c->path, r->line, SLICE(r->f[0]));
	if (rows->n && day <= rows->day[rows->n - 1])
		die("%s:%ld: column 'time': \"%.*s\" is not after the one before it in its class", c->path, r->line, SLICE(r->f[0]));
	for (int i = 0; i < c->columns.n; i++)
		rows->x[rows->n * c->columns.n + i] = rec_num(r, KEYS + i, c->columns.name[i]);
	rows->day[rows->n++] = day;
}

struct class_table
class_table_read(const char *path)
{
	struct class_table c = { .path = path };
	char *buf = NULL;
	struct rec r;

	rec_file(&r, path);
	read_header(&c, &r);
	while (rec_next(&r)) {
		buf = mem_grow(buf, r.f[1].n + 1, 1);
		read_row(&c, &r, rows_of(&c, rec_unquote(r.f[1], buf)));
	}
	rec_close(&r);
	return c;
}

int
class_table_column(const struct class_table *c, const char *name)
{
	int i = names_get(&c->columns, slice_of(name));

	if (i < 0)
		die("%s: no column '%s'", c->path, name);
	return i;
}

struct class_table_at
class_table_of(const struct class_table *c, const char *name)
{
	int i = names_get(&c->names, slice_of(name));

	return (struct class_table_at){ i < 0 ? NULL : &c->v[i], c->columns.n, 0 };
}

const double *
class_table_day(struct class_table_at *a, int day)
{
	if (!a->rows)
		return NULL;
	while (a->at < a->rows->n && a->rows->day[a->at] < day)
		a->at++;
	if (a->at == a->rows->n || a->rows->day[a->at] > day)
		return NULL;
	return a->rows->x + (size_t)a->at * (size_t)a->columns;
}
