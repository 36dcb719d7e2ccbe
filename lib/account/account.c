#include "account/account.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "time/stamp.h"

/* The next file's first row; its columns may stand in another order. */
static bool
next_file(struct account_reader *r)
{
	if (r->files == 0)
		return false;
	rec_file(&r->rec, *r->file++);
	r->files--;
	rec_header(&r->rec);
	r->time = rec_need(&r->rec, "time");
	r->instrument = rec_need(&r->rec, "instrument");
	r->rule = rec_find(&r->rec, "rule");
	r->curve = rec_need(&r->rec, "curve");
	r->value = rec_need(&r->rec, "value");
	return true;
}

static bool
next_row(struct account_reader *r)
{
	while (!rec_next(&r->rec)) {
		rec_close(&r->rec);
		if (!next_file(r))
			return false;
	}
	return true;
}

void
account_open(struct account_reader *r, char **file, int files)
{
	static char dash[] = "-", *input[] = { dash };

	*r = (struct account_reader){ .file = files ? file : input, .files = files ? files : 1 };
	next_file(r);
	r->more = next_row(r);
}

static _Noreturn void
bad(const struct account_reader *r, int i, const char *column, const char *what)
{
	die("%s:%ld: column '%s': %s: \"%.*s\"", r->rec.name, r->rec.line, column, what, SLICE(rec_text(&r->rec, i)));
}

void
account_series_add(struct account_series *s, int64_t t, double x)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 1024;
		s->t = mem_grow(s->t, (size_t)s->cap, sizeof *s->t);
		s->x = mem_grow(s->x, (size_t)s->cap, sizeof *s->x);
	}
	s->t[s->n] = t;
	s->x[s->n++] = x;
}

static void
add_row(struct account_reader *r, struct account *a)
{
	int64_t t;

	if (!stamp_parse(rec_text(&r->rec, r->time), &t))
		bad(r, r->time, "time", "not a time");
	struct slice curve = rec_text(&r->rec, r->curve);
	struct account_series *s = slice_is(curve, "gross") ? &a->gross : &a->costs;
	if (s == &a->costs && !slice_is(curve, "costs"))
		bad(r, r->curve, "curve", "neither gross nor costs");
	if (s->n && t <= s->t[s->n - 1])
		bad(r, r->time, "time", "not after the row before it of this account and curve");
	account_series_add(s, t, rec_num(&r->rec, r->value, "value"));
}

/* Field i as a name that lasts. */
static const char *
name_of(struct account_reader *r, struct names *names, int i, const char *column)
{
	struct slice name = rec_text(&r->rec, i);

	if (name.n == 0 || (i == r->instrument ? !names_plain(name) : memchr(name.p, '\0', name.n) != NULL))
		bad(r, i, column, "not a name");
	int n = names_put(names, name);
	return names->name[n];
}

/* The account of the current row, which must be a new one. */
static void
begin(struct account_reader *r, struct account *a)
{
	char *name;
	int n = r->seen.n;

	a->gross.n = a->costs.n = 0;
	a->instrument = name_of(r, &r->instruments, r->instrument, "instrument");
	a->rule = r->rule < 0 ? NULL : name_of(r, &r->rules, r->rule, "rule");
	name = mem_format("%s%s%s", a->instrument, a->rule ? "/" : "", a->rule ? a->rule : "");
	if (names_put(&r->seen, slice_of(name)) < n)
		bad(r, r->instrument, "instrument", "its rows don't stand together");
	free(name);
	a->name = r->seen.name[n];
}

bool
account_next(struct account_reader *r, struct account *a)
{
	if (!r->more)
		return false;
	begin(r, a);
	do {
		add_row(r, a);
		r->more = next_row(r);
	} while (r->more && slice_is(rec_text(&r->rec, r->instrument), a->instrument) &&
	    (r->rule < 0 ? !a->rule : a->rule && slice_is(rec_text(&r->rec, r->rule), a->rule)));
	return true;
}

/* ---- sums ---- */

/* Both of a and b, a time that they share once. */
static void
merge(struct account_series *to, const struct account_series *a, const struct account_series *b)
{
	to->n = 0;
	for (int i = 0, j = 0; i < a->n || j < b->n;) {
		bool first = j == b->n || (i < a->n && a->t[i] <= b->t[j]), both = first && j < b->n && a->t[i] == b->t[j];
		double y = first && !both ? 0 : isnan(b->x[j]) ? 0 : b->x[j];
		account_series_add(to, first ? a->t[i] : b->t[j], first ? a->x[i] + y : y);
		i += first;
		j += !first || both;
	}
}

static void
add_series(struct account_series *sum, const struct account_series *a)
{
	struct account_series to = { .n = 0 };

	merge(&to, sum, a);
	free(sum->t);
	free(sum->x);
	*sum = to;
}

void
account_add(struct account *sum, const struct account *a)
{
	add_series(&sum->gross, &a->gross);
	add_series(&sum->costs, &a->costs);
}
