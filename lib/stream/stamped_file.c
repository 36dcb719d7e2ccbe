#include "stream/stamped_file.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "time/stamp.h"

/* A row's text is kept with the ends of its fields before it. */
static size_t
keep(struct stamped_file *s, const struct rec *r)
{
	size_t at = s->used, ends = (size_t)r->n * sizeof(uint32_t);

	while (s->room - s->used < ends + r->row.n + 1 + sizeof(uint32_t)) {
		s->room = s->room ? 2 * s->room : 65536;
		s->bytes = mem_grow(s->bytes, s->room, 1);
	}
	for (int i = 0; i < r->n; i++) {
		uint32_t end = (uint32_t)(r->f[i].p + r->f[i].n - r->row.p);
		memcpy(s->bytes + at + (size_t)i * sizeof end, &end, sizeof end);
	}
	memcpy(s->bytes + at + ends, r->row.p, r->row.n);
	s->used += ends + r->row.n;
	return at;
}

static void
read_header(struct stamped_file *s, struct rec *r, const char *time)
{
	s->time = time ? rec_need(r, time) : 0;
	for (int i = 0; i < r->n; i++) {
		struct slice v = rec_column(r, i);
		if (names_put(&s->column, v) < i)
			die("%s:%ld: column '%.*s' twice", r->name, r->line, SLICE(v));
	}
	s->crlf = r->row.p[r->row.n] == '\r';
	s->header = (struct slice){ mem_dup(r->row.p, r->row.n), r->row.n };
}

static void
bad_time(const struct stamped_file *s, long line, const char *what, struct slice v)
{
	die("%s:%ld: column '%s': %s: \"%.*s\"", s->name, line, s->column.name[s->time], what, SLICE(v));
}

struct stamped_file
stamped_file_read(struct rec *r, const char *time)
{
	struct stamped_file s = { .name = r->name };

	rec_header(r);
	read_header(&s, r, time);
	while (rec_next(r)) {
		if (s.n == s.cap) {
			s.cap = s.cap ? 2 * s.cap : 1024;
			s.row = mem_grow(s.row, s.cap, sizeof *s.row);
		}
		struct stamped_row *row = &s.row[s.n++];
		*row = (struct stamped_row){ .line = r->line, .at = keep(&s, r) };
		struct slice stamp = rec_bare(r->f[s.time]);
		if (!stamp_parse(stamp, &row->t))
			bad_time(&s, r->line, "not a time", stamp);
	}
	rec_close(r);
	return s;
}

struct stamped_file
stamped_file_like(const struct stamped_file *s, const char *name)
{
	return (struct stamped_file){ .name = name, .column = s->column, .time = s->time, .header = s->header, .crlf = s->crlf };
}

void
stamped_file_free(struct stamped_file *s)
{
	free(s->bytes);
	free(s->row);
	*s = stamped_file_like(s, s->name);
}

static int
by_time(const void *a, const void *b)
{
	const struct stamped_row *x = a, *y = b;

	return x->t != y->t ? (x->t > y->t) - (x->t < y->t) : (x->line > y->line) - (x->line < y->line);
}

size_t
stamped_file_sort(struct stamped_file *s)
{
	size_t kept = 0, n = s->n;

	if (n)
		qsort(s->row, n, sizeof *s->row, by_time);
	for (size_t i = 0; i < n; i++)
		if (kept == 0 || s->row[i].t > s->row[kept - 1].t)
			s->row[kept++] = s->row[i];
	s->n = kept;
	return n - kept;
}

void
stamped_file_check_order(const struct stamped_file *s)
{
	for (size_t i = 1; i < s->n; i++)
		if (s->row[i].t <= s->row[i - 1].t)
			bad_time(s, s->row[i].line, "not later than the row before", stamped_file_field(s, i, s->time));
}

static size_t
field_end(const struct stamped_file *s, size_t row, int column)
{
	uint32_t end;

	memcpy(&end, s->bytes + s->row[row].at + (size_t)column * sizeof end, sizeof end);
	return end;
}

struct slice
stamped_file_text(const struct stamped_file *s, size_t row)
{
	return (struct slice){ s->bytes + s->row[row].at + (size_t)s->column.n * sizeof(uint32_t), field_end(s, row, s->column.n - 1) };
}

struct slice
stamped_file_field(const struct stamped_file *s, size_t row, int column)
{
	size_t from = column ? field_end(s, row, column - 1) + 1 : 0;

	return (struct slice){ stamped_file_text(s, row).p + from, field_end(s, row, column) - from };
}

double
stamped_file_num(const struct stamped_file *s, size_t row, int column)
{
	struct slice v = rec_bare(stamped_file_field(s, row, column));
	double x;

	if (v.n == 0)
		return num_missing();
	if (!num_parse(v.p, v.n, &x))
		die("%s:%ld: column '%s': not a number: \"%.*s\"", s->name, s->row[row].line, s->column.name[column], SLICE(v));
	return x;
}
