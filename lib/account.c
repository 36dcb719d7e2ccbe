#include "account.h"

#include <math.h>
#include <stdlib.h>

#include "date.h"
#include "err.h"

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

/* Field i without its quotes, valid until the next call or row. */
static struct slice
text(struct account_reader *r, int i)
{
	struct slice s = r->rec.f[i];

	if (s.n == 0 || *s.p != '"')
		return s;
	if (s.n > r->room) {
		r->room = s.n;
		r->text = mem_grow(r->text, r->room, 1);
	}
	return rec_unquote(s, r->text);
}

static _Noreturn void
bad(const struct account_reader *r, int i, const char *column, const char *what)
{
	die("%s:%ld: column '%s': %s: \"%.*s\"", r->rec.name, r->rec.line, column, what, SLICE(r->rec.f[i]));
}

static void
series_add(struct series *s, int day, double x)
{
	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 1024;
		s->day = mem_grow(s->day, (size_t)s->cap, sizeof *s->day);
		s->x = mem_grow(s->x, (size_t)s->cap, sizeof *s->x);
	}
	s->day[s->n] = day;
	s->x[s->n++] = x;
}

static void
add_row(struct account_reader *r, struct account *a)
{
	struct slice time = text(r, r->time);
	int day;

	if (time.n != 10 || !date_parse(time, &day))
		bad(r, r->time, "time", "not a date");
	struct slice curve = text(r, r->curve);
	struct series *s = slice_is(curve, "gross") ? &a->gross : &a->costs;
	if (s == &a->costs && !slice_is(curve, "costs"))
		bad(r, r->curve, "curve", "neither gross nor costs");
	if (s->n && day <= s->day[s->n - 1])
		bad(r, r->time, "time", "not after the row before it of this instrument and curve");
	series_add(s, day, rec_num(&r->rec, r->value, "value"));
}

bool
account_next(struct account_reader *r, struct account *a)
{
	if (!r->more)
		return false;
	int n = r->seen.n;
	struct slice name = text(r, r->instrument);
	if (name.n == 0 || memchr(name.p, '\0', name.n))
		bad(r, r->instrument, "instrument", "not a name");
	if (tab_put(&r->seen, name) < n)
		bad(r, r->instrument, "instrument", "its rows don't stand together");
	a->name = r->seen.name[n];
	a->gross.n = a->costs.n = 0;
	do {
		add_row(r, a);
		r->more = next_row(r);
	} while (r->more && slice_is(text(r, r->instrument), a->name));
	return true;
}

/* Make room for the days first..last. */
static void
widen(struct sum_days *s, int first, int last)
{
	if (s->n && first >= s->first && last < s->first + s->n)
		return;
	int begin = s->n && s->first < first ? s->first : first;
	int end = s->n && s->first + s->n > last + 1 ? s->first + s->n : last + 1;
	double *x = mem_alloc((size_t)(end - begin), sizeof *x);
	for (int i = 0; i < end - begin; i++)
		x[i] = NAN;
	if (s->n)
		memcpy(x + (s->first - begin), s->x, (size_t)s->n * sizeof *x);
	free(s->x);
	*s = (struct sum_days){ begin, end - begin, x };
}

static void
add_series(struct sum_days *s, const struct series *a)
{
	if (a->n == 0)
		return;
	widen(s, a->day[0], a->day[a->n - 1]);
	for (int i = 0; i < a->n; i++) {
		double *to = &s->x[a->day[i] - s->first], x = isnan(a->x[i]) ? 0 : a->x[i];
		*to = isnan(*to) ? x : *to + x;
	}
}

void
account_add(struct account_sum *s, const struct account *a)
{
	add_series(&s->gross, &a->gross);
	add_series(&s->costs, &a->costs);
}

static struct series
days_series(const struct sum_days *s)
{
	struct series a = { .n = 0 };

	for (int i = 0; i < s->n; i++)
		if (!isnan(s->x[i]))
			series_add(&a, s->first + i, s->x[i]);
	return a;
}

struct account
account_total(const struct account_sum *s, const char *name)
{
	return (struct account){ name, days_series(&s->gross), days_series(&s->costs) };
}
