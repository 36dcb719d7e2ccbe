#include "data/price_merge.h"

#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/replacement.h"
#include "time/date.h"
#include "time/stamp.h"

/* ---- columns ---- */

static void
match_columns(struct price_merge *m)
{
	const struct stamped_file *old = m->old, *fresh = m->fresh;

	for (int i = 0; i < fresh->column.n; i++)
		if (i != fresh->time && names_get(&old->column, slice_of(fresh->column.name[i])) < 0)
			die("%s:1: column '%s' is none of '%s'", fresh->name, fresh->column.name[i], old->name);
	m->from = mem_alloc((size_t)old->column.n, sizeof *m->from);
	for (int i = 0; i < old->column.n; i++) {
		m->from[i] = i == old->time ? fresh->time : names_get(&fresh->column, slice_of(old->column.name[i]));
		if (m->from[i] < 0 && m->how == MERGE_NEWER)
			die("%s:1: no column '%s'", fresh->name, old->column.name[i]);
	}
}

/* ---- fields ---- */

static struct slice
old_field(const struct price_merge *m, const struct price_merge_row *r, int column)
{
	return r->old < 0 ? (struct slice){ "", 0 } : stamped_file_field(m->old, (size_t)r->old, column);
}

static struct slice
fresh_field(const struct price_merge *m, const struct price_merge_row *r, int column)
{
	return r->fresh < 0 || m->from[column] < 0 ? (struct slice){ "", 0 }
	                                           : stamped_file_field(m->fresh, (size_t)r->fresh, m->from[column]);
}

/* Does the new row's field count? */
static bool
wins(const struct price_merge *m, const struct price_merge_row *r, int column)
{
	if (field_missing(fresh_field(m, r, column)))
		return false;
	return field_missing(old_field(m, r, column)) || (m->how == MERGE_OVERWRITE && column != m->old->time);
}

/* Is a field's text that of the new row? Not if that says the same in other words. */
static bool
is_fresh(const struct price_merge *m, const struct price_merge_row *r, int column)
{
	return wins(m, r, column) && (field_missing(old_field(m, r, column)) ||
	    stamped_file_num(m->old, (size_t)r->old, column) != stamped_file_num(m->fresh, (size_t)r->fresh, m->from[column]));
}

static double
field_num(const struct price_merge *m, const struct price_merge_row *r, int column)
{
	if (is_fresh(m, r, column))
		return stamped_file_num(m->fresh, (size_t)r->fresh, m->from[column]);
	return r->old < 0 ? NAN : stamped_file_num(m->old, (size_t)r->old, column);
}

/* ---- rows ---- */

static void
add(struct price_merge *m, long old, long fresh)
{
	struct price_merge_row *r = &m->row[m->n++];

	*r = (struct price_merge_row){ .old = old, .fresh = fresh };
	r->t = old >= 0 ? m->old->row[old].t : m->fresh->row[fresh].t;
	r->changed = old < 0;
	for (int c = 0; c < m->old->column.n && !r->changed && fresh >= 0; c++)
		r->changed = is_fresh(m, r, c);
	m->added += old < 0;
	m->changed += r->changed && old >= 0;
	m->left_out += !r->changed && fresh >= 0;
	r->x = r->original = field_num(m, r, m->checked);
}

/* A row that only fresh has. */
static void
add_fresh(struct price_merge *m, size_t i, bool no_add)
{
	size_t n = m->old->n;
	bool late = m->how == MERGE_NEWER && n && m->fresh->row[i].t <= m->old->row[n - 1].t;

	if (late || no_add)
		m->left_out++;
	else
		add(m, -1, (long)i);
}

struct price_merge
price_merge_rows(const struct stamped_file *old, const struct stamped_file *fresh, enum price_merge_how how, bool no_add,
    int checked)
{
	struct price_merge m = { .old = old, .fresh = fresh, .how = how, .checked = checked, .spike = spike_new() };
	size_t i = 0, j = 0;

	match_columns(&m);
	m.row = mem_alloc(old->n + fresh->n, sizeof *m.row);
	while (i < old->n || j < fresh->n) {
		int64_t o = i < old->n ? old->row[i].t : INT64_MAX, f = j < fresh->n ? fresh->row[j].t : INT64_MAX;
		if (f < o) {
			add_fresh(&m, j++, no_add);
		} else if (f > o) {
			add(&m, (long)i++, -1);
		} else {
			m.left_out += how == MERGE_NEWER;
			add(&m, (long)i++, how == MERGE_NEWER ? -1 : (long)j);
			j++;
		}
	}
	return m;
}

size_t
price_merge_changed(const struct price_merge *m, size_t i)
{
	while (i < m->n && !m->row[i].changed)
		i++;
	return i;
}

size_t
price_merge_spike(struct price_merge *m, size_t from, double most, double *ratio)
{
	while (m->tested < m->n) {
		const struct price_merge_row *r = &m->row[m->tested++];
		*ratio = spike_next(&m->spike, r->t, r->x);
		if (m->tested > from && *ratio > most)
			return m->tested - 1;
	}
	return m->n;
}

void
price_merge_choose(struct price_merge *m, size_t i, double x)
{
	m->spike = spike_new();
	m->tested = 0;
	m->changed += !m->row[i].changed; /* one of old's, as what is new is changed */
	m->row[i].x = x;
	m->row[i].chosen = true;
	m->row[i].changed = true;
}

/* ---- printing ---- */

void
price_merge_print_header(const struct price_merge *m, struct out *o)
{
	out_bytes(o, m->old->header.p, m->old->header.n);
	out_str(o, m->old->crlf ? "\r\n" : "\n");
}

static bool
moves_with_final(const char *column)
{
	return strcmp(column, "OPEN") == 0 || strcmp(column, "HIGH") == 0 || strcmp(column, "LOW") == 0;
}

static void
print_field(const struct price_merge *m, struct out *o, const struct price_merge_row *r, int c)
{
	char stamp[DATE_MAX];

	if (c == m->old->time && r->old < 0) {
		out_bytes(o, stamp, stamp_print(stamp, r->t));
	} else if (r->chosen && c == m->checked) {
		out_num(o, r->x);
	} else if (r->chosen && wins(m, r, c) && moves_with_final(m->old->column.name[c])) {
		out_num(o, field_num(m, r, c) + (r->x - r->original));
	} else {
		struct slice s = is_fresh(m, r, c) ? fresh_field(m, r, c) : old_field(m, r, c);
		out_bytes(o, s.p, s.n);
	}
}

void
price_merge_print_row(const struct price_merge *m, struct out *o, size_t i)
{
	const struct price_merge_row *r = &m->row[i];

	if (!r->changed) {
		struct slice s = stamped_file_text(m->old, (size_t)r->old);
		out_bytes(o, s.p, s.n);
	}
	for (int c = 0; r->changed && c < m->old->column.n; c++) {
		if (c)
			out_char(o, ',');
		print_field(m, o, r, c);
	}
	out_str(o, m->old->crlf ? "\r\n" : "\n");
}

void
price_merge_file(const struct price_merge *m, const char *path)
{
	struct replacement file;

	replacement_open_durable(&file, path);
	price_merge_print_header(m, &file.out);
	for (size_t i = 0; i < m->n; i++)
		price_merge_print_row(m, &file.out, i);
	replacement_close(&file);
}
