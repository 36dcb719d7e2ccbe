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
	if (r->n < KEYS || !slice_is(rec_text(r, 0), "time") || !slice_is(rec_text(r, 1), "asset_class"))
		die("%s: not a table of st-class: it begins with time,asset_class", c->path);
	for (int i = KEYS; i < r->n; i++)
		if (names_put(&c->columns, rec_column(r, i)) < i - KEYS)
			die("%s: column '%.*s' twice", c->path, SLICE(rec_text(r, i)));
}

static struct class_table_rows *
rows_of(struct class_table *c, struct slice name)
{
	int known = c->names.n, i = names_put(&c->names, name);

	if (i == known) {
		c->v = mem_grow(c->v, (size_t)known + 1, sizeof *c->v);
		c->v[i] = (struct class_table_rows){ 0 };
	}
	return &c->v[i];
}

static void
read_row(struct class_table *c, const struct rec *r, struct class_table_rows *rows)
{
	struct slice time = rec_text(r, 0);

	if (rows->n == rows->cap) {
		rows->cap = rows->cap ? 2 * rows->cap : 1024;
		rows->day = mem_grow(rows->day, (size_t)rows->cap, sizeof *rows->day);
		rows->x = mem_grow(rows->x, (size_t)rows->cap * (size_t)c->columns.n, sizeof *rows->x);
	}
	int day;
	if (time.n != 10 || !date_parse(time, &day))
		die("%s:%ld: column 'time': not a date: \"%.*s\"", c->path, r->line, SLICE(time));
	if (rows->n && day <= rows->day[rows->n - 1])
		die("%s:%ld: column 'time': \"%.*s\" is not after the one before it in its class", c->path, r->line, SLICE(time));
	for (int i = 0; i < c->columns.n; i++)
		rows->x[rows->n * c->columns.n + i] = rec_num(r, KEYS + i, c->columns.name[i]);
	rows->day[rows->n++] = day;
}

struct class_table
class_table_read(const char *path)
{
	struct class_table c = { .path = path };
	struct rec r;

	rec_file(&r, path);
	read_header(&c, &r);
	while (rec_next(&r))
		read_row(&c, &r, rows_of(&c, rec_name(&r, 1, "asset_class")));
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
