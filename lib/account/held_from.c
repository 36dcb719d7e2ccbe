#include "account/held_from.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "stream/rec.h"
#include "time/date.h"
#include "time/frequency.h"

/* Business days that a volatility may take to its first value, and that holidays may last after a start_date. */
enum { WARM_UP = 21, HOLIDAYS = 5 };

/* Instruments that a reason names before it counts them. */
enum { NAMED = 3 };

static const char *const column[HELD_NEEDS] = { "vol", "price", "fx" };

/* ---- reading ---- */

static struct held_from_instrument *
instrument_of(struct held_from *h, const struct instruments *t, struct slice code, int day)
{
	int known = h->codes.n, i = names_put(&h->codes, code);

	if (i < known)
		return &h->v[i];
	h->v = mem_grow(h->v, (size_t)known + 1, sizeof *h->v);
	h->v[i] = (struct held_from_instrument){ .first = day, .day = HELD_NEVER,
		.currency = instruments_get(t, h->codes.name[i])->currency };
	for (int k = 0; k < HELD_NEEDS; k++)
		h->v[i].since[k] = HELD_NEVER;
	return &h->v[i];
}

static void
take_row(struct held_from_instrument *one, int day, const double x[HELD_NEEDS])
{
	int last = day;

	for (int k = 0; k < HELD_NEEDS; k++) {
		if (!isnan(x[k]) && one->since[k] == HELD_NEVER)
			one->since[k] = day;
		if (one->since[k] == HELD_NEVER)
			last = HELD_NEVER;
	}
	if (one->day == HELD_NEVER)
		one->day = last;
}

static void
read_file(struct held_from *h, const struct instruments *t, const char *path)
{
	struct rec r;
	int at[HELD_NEEDS], day;

	rec_file(&r, path);
	rec_header(&r);
	int time = rec_need(&r, "time"), instrument = rec_need(&r, "instrument");
	for (int k = 0; k < HELD_NEEDS; k++)
		at[k] = rec_need(&r, column[k]);
	while (rec_next(&r)) {
		double x[HELD_NEEDS];
		if (!date_parse(rec_text(&r, time), &day))
			die("%s:%ld: column 'time': not a date: \"%.*s\"", r.name, r.line, SLICE(rec_text(&r, time)));
		for (int k = 0; k < HELD_NEEDS; k++)
			x[k] = rec_num(&r, at[k], column[k]);
		take_row(instrument_of(h, t, rec_text(&r, instrument), day), day, x);
	}
	rec_close(&r);
}

struct held_from
held_from_read(const struct config *c, const struct instruments *t, const char *const *file, int files)
{
	struct held_from h = { .base = config_str_or(c, "base_currency", "USD"), .start = config_str_or(c, "start_date", NULL) };

	for (int i = 0; i < files; i++)
		read_file(&h, t, file[i]);
	return h;
}

int
held_from_day(const struct held_from *h, const char *instrument)
{
	int day = HELD_NEVER, i = instrument ? names_get(&h->codes, slice_of(instrument)) : -1;

	if (instrument && i < 0)
		die("no row says from when '%s' could be held", instrument);
	if (instrument)
		return h->v[i].day;
	for (i = 0; i < h->codes.n; i++)
		day = h->v[i].day < day ? h->v[i].day : day;
	return day;
}

/* ---- saying what was missing ---- */

static int
business_days(int from, int to)
{
	return to == HELD_NEVER ? HELD_NEVER : frequency_period(DAILY, to) - frequency_period(DAILY, from);
}

/* What came last. */
static enum held_from_need
waited_for(const struct held_from_instrument *one)
{
	enum held_from_need last = 0;

	for (int k = 1; k < HELD_NEEDS; k++)
		if (one->since[k] > one->since[last])
			last = k;
	return last;
}

/* Was it kept waiting for more than a volatility's usual first values? */
static bool
is_late(const struct held_from_instrument *one)
{
	return one->day > one->first && (waited_for(one) != HELD_VOL || business_days(one->first, one->day) > WARM_UP);
}

/* Do two wait for the same thing? */
static bool
alike(const struct held_from_instrument *a, const struct held_from_instrument *b)
{
	enum held_from_need need = waited_for(a);

	return need == waited_for(b) && (need != HELD_FX || strcmp(a->currency, b->currency) == 0);
}

static void
say_since(FILE *f, const struct held_from *h, const struct held_from_instrument *one, int since)
{
	static const char *const what[HELD_NEEDS] = { "too few price changes for a volatility", "no price of a contract", "no rate of" };
	enum held_from_need need = waited_for(one);

	fputs(what[need], f);
	if (need == HELD_FX)
		fprintf(f, " %s in %s", one->currency, h->base);
	if (since != HELD_NEVER)
		fprintf(f, " before %s", date_text(since));
}

/* The reason of one that waited, and of all that are marked as its like, by their names; their marks go. */
static void
say_reason(FILE *f, const struct held_from *h, bool *waited, int at)
{
	const struct held_from_instrument *one = &h->v[at];
	int since = one->since[waited_for(one)], n = 0;

	for (int i = at; i < h->codes.n; i++)
		if (waited[i] && alike(&h->v[i], one) && h->v[i].since[waited_for(one)] < since)
			since = h->v[i].since[waited_for(one)];
	say_since(f, h, one, since);
	for (int i = at; i < h->codes.n; i++) {
		if (!waited[i] || !alike(&h->v[i], one))
			continue;
		if (n++ < NAMED)
			fprintf(f, "%s%s", n == 1 ? " (" : ", ", h->codes.name[i]);
		waited[i] = false;
	}
	if (n > NAMED)
		fprintf(f, " and %d more", n - NAMED);
	fputc(')', f);
}

/* Those of all that had prices before anything could be held, and waited; false when nothing was waited for. */
static bool
all_that_waited(const struct held_from *h, bool *waited)
{
	int day = held_from_day(h, NULL), first = HELD_NEVER;
	bool some = false, late = false;

	for (int i = 0; i < h->codes.n; i++) {
		const struct held_from_instrument *one = &h->v[i];
		first = one->first < first ? one->first : first;
		late |= one->day == day && is_late(one);
		waited[i] = one->first < day && is_late(one);
		some |= waited[i];
	}
	return some && (late || business_days(first, day) > WARM_UP);
}

static void
say_all_that_waited(FILE *f, const struct held_from *h)
{
	bool *waited = mem_alloc((size_t)h->codes.n + 1, sizeof *waited);

	if (all_that_waited(h, waited))
		for (int i = 0, said = 0; i < h->codes.n; i++)
			if (waited[i]) {
				fputs(said++ ? "; " : "", f);
				say_reason(f, h, waited, i);
			}
	free(waited);
}

/* That all prices begin long after the config's start. */
static void
say_start(FILE *f, const struct held_from *h)
{
	int start, first = HELD_NEVER;

	if (!h->start || !date_parse(slice_of(h->start), &start))
		return;
	for (int i = 0; i < h->codes.n; i++)
		first = h->v[i].first < first ? h->v[i].first : first;
	if (first != HELD_NEVER && business_days(start, first) > HOLIDAYS)
		fprintf(f, "%sno prices before %s, though start_date is %s", ftell(f) > 0 ? "; " : "", date_text(first),
		    date_text(start));
}

static void
say_instrument(FILE *f, const struct held_from *h, int i)
{
	if (is_late(&h->v[i]))
		say_since(f, h, &h->v[i], h->v[i].since[waited_for(&h->v[i])]);
}

char *
held_from_missing(const struct held_from *h, const char *instrument)
{
	int i = instrument ? names_get(&h->codes, slice_of(instrument)) : -1;
	char *text;
	size_t n;
	FILE *f = open_memstream(&text, &n);

	if (!f)
		die("out of memory");
	if (i >= 0) {
		say_instrument(f, h, i);
	} else {
		say_all_that_waited(f, h);
		say_start(f, h);
	}
	fclose(f);
	if (n > 0)
		return text;
	free(text);
	return NULL;
}
