#include "stream/row.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/out.h"
#include "stream/filter.h"
#include "time/date.h"
#include "time/stamp.h"

const char *
row_place(const struct row *r)
{
	static char place[512];

	snprintf(place, sizeof place, "%s:%ld", r->file, r->line);
	return place;
}

/* What was read has quotes around it, text that a filter made is as it is; a copy has the place that the cell has in r->raw. */
struct slice
row_unquoted(struct step *s, struct row *r, int col)
{
	const struct row_cell *c = &r->c[col];

	if (!c->text)
		die("%s: column '%s' is a number, not text", s->f->name, s->in.c[col].name);
	if (col >= r->nraw)
		return c->s;
	if (r->unquoted_room < r->raw.n) {
		r->unquoted_room = r->raw.n;
		r->unquoted = mem_grow(r->unquoted, r->unquoted_room, 1);
	}
	return rec_unquote(c->s, r->unquoted + (c->s.p - r->raw.p));
}

double
row_parse(struct step *s, struct row *r, int col)
{
	struct row_cell *c = &r->c[col];
	struct slice t = row_text(s, r, col);

	c->x = num_missing();
	if (t.n && !num_parse(t.p, t.n, &c->x))
		die("%s: column '%s': not a number: \"%.*s\"", row_place(r), s->in.c[col].name, SLICE(t));
	c->num = true;
	return c->x;
}

int
row_day(struct step *s, struct row *r)
{
	if (r->has_day)
		return r->day;
	struct slice time = row_text(s, r, s->time);
	if (!date_parse(time, &r->day))
		die("%s: column 'time': not a date: \"%.*s\"", row_place(r), SLICE(time));
	if (!stamp_is_plain(time))
		die("%s: column 'time': not a time: \"%.*s\"", row_place(r), SLICE(time));
	r->has_day = r->nraw > s->time; /* a row that a filter made may change its time */
	return r->day;
}

int64_t
row_stamp(struct step *s, struct row *r)
{
	struct slice time = row_text(s, r, s->time);
	int64_t t;

	if (time.n == 10)
		return stamp_of_day(row_day(s, r));
	if (!stamp_parse(time, &t) || !stamp_is_plain(time))
		die("%s: column 'time': not a time: \"%.*s\"", row_place(r), SLICE(time));
	return t;
}

/* The cell of a name among those before a column, or NULL. */
static const struct row_cell *
cell_before(const struct step *s, const struct row *r, int col, const char *name)
{
	for (int i = 0; i < col; i++)
		if (strcmp(s->out.c[i].name, name) == 0)
			return &r->c[i];
	return NULL;
}

static bool
is_zero(const struct row_cell *c)
{
	struct slice t = rec_bare(c->s);
	double x;

	return c->num ? c->x == 0 : num_parse(t.p, t.n, &x) && x == 0;
}

static void
append(char *text, size_t size, const char *between, struct slice more)
{
	size_t n = strlen(text);

	snprintf(text + n, size - n, "%s%.*s", n ? between : "", SLICE(more));
}

/* Of what it is, and what was divided by that is 0. A row that a filter made has no place. */
void
row_infinite(const struct step *s, const struct row *r, int col)
{
	static const char *const names[] = { "instrument", "time", "rule", "item" }, *const divisors[] = { "vol", "fx", "price" };
	char of[256] = "", zero[64] = "";
	const struct row_cell *c;

	for (int i = 0; i < 4; i++)
		if ((c = cell_before(s, r, col, names[i])) && c->text && c->s.n)
			append(of, sizeof of, ", ", rec_bare(c->s));
	for (int i = 0; i < 3; i++)
		if ((c = cell_before(s, r, col, divisors[i])) && is_zero(c)) {
			append(zero, sizeof zero, " and ", slice_of(divisors[i]));
			append(zero, sizeof zero, " ", slice_of("is 0"));
		}
	die("%s%scolumn '%s' came out infinite%s%s%s%s", r->line ? row_place(r) : "", r->line ? ": " : "", s->out.c[col].name,
	    *of ? ", of " : "", of, *zero ? ", as " : "", zero);
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
		r->c[i] = (struct row_cell){ .s = { "", 0 }, .x = num_missing(), .text = true, .num = true };
	r->raw = (struct slice){ "", 0 };
	r->file = s->f->name;
	return r;
}

/* ---- as CSV ---- */

void
row_print_head(struct out *o, const struct column_head *h)
{
	for (int i = 0; i < h->n; i++) {
		if (i)
			out_char(o, ',');
		out_field(o, slice_of(h->c[i].name));
	}
	if (h->n)
		out_char(o, '\n');
}

/* One that a filter made, behind a comma where it isn't the first. */
static inline void
print_cell(struct out *o, const struct row_cell *c, bool integer, bool first)
{
	out_room(o, NUM_MAX + 1);
	if (!first)
		o->buf[o->n++] = ',';
	if (c->text)
		out_field(o, c->s);
	else if (integer)
		out_int(o, c->x);
	else
		o->n += num_print(o->buf + o->n, c->x);
}

void
row_print(struct out *o, const struct column_head *h, const struct row *r)
{
	out_bytes(o, r->raw.p, r->raw.n);
	for (int i = r->nraw; i < h->n; i++)
		print_cell(o, &r->c[i], h->c[i].integer, i == 0);
	out_char(o, '\n');
}

void
row_print_some(struct out *o, const struct column_head *h, const struct row *r, const int *col, int n)
{
	for (int i = 0; i < n; i++) {
		const struct row_cell *c = &r->c[col[i]];
		if (col[i] >= r->nraw) {
			print_cell(o, c, h->c[col[i]].integer, i == 0);
			continue;
		}
		if (i)
			out_char(o, ',');
		out_bytes(o, c->s.p, c->s.n);
	}
	out_char(o, '\n');
}
