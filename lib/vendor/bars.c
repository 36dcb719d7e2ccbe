#include "vendor/bars.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/warn.h"
#include "time/date.h"
#include "time/stamp.h"

const char *const bar_names[BAR_VALUES] = { "OPEN", "HIGH", "LOW", "FINAL", "VOLUME" };

void
bars_add(struct bars *b, struct bar bar)
{
	if (b->n == b->room) {
		b->room = b->room ? 2 * b->room : 256;
		b->v = mem_grow(b->v, b->room, sizeof *b->v);
	}
	b->v[b->n++] = bar;
}

void
bars_free(struct bars *b)
{
	free(b->v);
	*b = (struct bars){ 0 };
}

const char *
bars_place(const struct bars *b, long at)
{
	static char s[1024];

	if (b->row)
		snprintf(s, sizeof s, "%s: %s[%ld]", b->name, b->row, at);
	else
		snprintf(s, sizeof s, "%s:%ld", b->name, at);
	return s;
}

static bool
has_value(const struct bar *r)
{
	for (int i = 0; i < BAR_VALUES; i++)
		if (!isnan(r->v[i]))
			return true;
	return false;
}

static void
drop_empty(struct bars *b)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		if (has_value(&b->v[i]))
			b->v[n++] = b->v[i];
	if (n == 0)
		die("%s: %s", b->name, b->n ? "no row has a value" : "no rows");
	if (n < b->n)
		warn("%s: %zu of %zu rows left out: they have no value", b->name, b->n - n, b->n);
	b->n = n;
}

static void
reverse(struct bars *b)
{
	for (size_t i = 0; i < b->n / 2; i++) {
		struct bar r = b->v[i];
		b->v[i] = b->v[b->n - 1 - i];
		b->v[b->n - 1 - i] = r;
	}
}

static void
check_times(const struct bars *b, bool newest_first)
{
	char date[DATE_MAX];

	for (size_t i = 1; i < b->n; i++) {
		int64_t was = b->v[i - 1].time, is = b->v[i].time;
		if (newest_first ? is < was : is > was)
			continue;
		int n = (int)stamp_print(date, is);
		if (is == was)
			die("%s: a time stands twice: %.*s", bars_place(b, b->v[i].at), n, date);
		die("%s: times go %s: %.*s", bars_place(b, b->v[i].at), newest_first ? "forwards" : "backwards", n, date);
	}
}

/* a may not be below b; missing values are no contradiction. */
static void
at_least(const struct bars *b, const struct bar *r, int a, int c)
{
	char x[NUM_MAX], y[NUM_MAX];

	if (r->v[a] < r->v[c])
		die("%s: %s below %s: %.*s, %.*s", bars_place(b, r->at), bar_names[a], bar_names[c], (int)num_print(x, r->v[a]), x,
		    (int)num_print(y, r->v[c]), y);
}

static void
check_range(const struct bars *b, const struct bar *r, bool settlement)
{
	at_least(b, r, BAR_HIGH, BAR_LOW);
	at_least(b, r, BAR_HIGH, BAR_OPEN);
	at_least(b, r, BAR_OPEN, BAR_LOW);
	if (!settlement) {
		at_least(b, r, BAR_HIGH, BAR_FINAL);
		at_least(b, r, BAR_FINAL, BAR_LOW);
	}
	if (r->v[BAR_VOLUME] < 0)
		die("%s: VOLUME below 0", bars_place(b, r->at));
}

void
bars_check(struct bars *b, enum bar_order order, bool settlement)
{
	drop_empty(b);
	bool newest_first = order == NEWEST_FIRST || (order == EITHER_FIRST && b->n > 1 && b->v[1].time < b->v[0].time);
	check_times(b, newest_first);
	for (size_t i = 0; i < b->n; i++)
		check_range(b, &b->v[i], settlement);
	if (newest_first)
		reverse(b);
}

void
bars_scale(struct bars *b, double by)
{
	for (size_t i = 0; i < b->n; i++)
		for (int k = BAR_OPEN; k <= BAR_FINAL; k++)
			b->v[i].v[k] *= by;
}

void
bars_invert(struct bars *b)
{
	for (size_t i = 0; i < b->n; i++) {
		struct bar *r = &b->v[i];
		if (!(r->v[BAR_FINAL] > 0))
			die("%s: a rate to be inverted that isn't above 0", bars_place(b, r->at));
		r->v[BAR_FINAL] = 1 / r->v[BAR_FINAL];
	}
}

void
bars_between(struct bars *b, int64_t first, int64_t last)
{
	size_t n = 0;

	for (size_t i = 0; i < b->n; i++)
		if (b->v[i].time >= first && b->v[i].time <= last)
			b->v[n++] = b->v[i];
	b->n = n;
}

/* A volume is a number of contracts: a whole one, unless the vendor has fractions. */
static void
print_volume(struct out *o, double v)
{
	if (v == floor(v) && v < 1e15)
		out_int(o, v);
	else
		out_num(o, v);
}

void
bars_print(const struct bars *b, struct out *o)
{
	char stamp[DATE_MAX];

	out_str(o, b->series ? "DATETIME,PRICE\n" : "DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\n");
	for (size_t i = 0; i < b->n; i++) {
		const struct bar *r = &b->v[i];
		out_bytes(o, stamp, stamp_print(stamp, r->time));
		for (int k = b->series ? BAR_FINAL : BAR_OPEN; k <= BAR_FINAL; k++) {
			out_char(o, ',');
			out_num(o, r->v[k]);
		}
		if (!b->series) {
			out_char(o, ',');
			print_volume(o, r->v[BAR_VOLUME]);
		}
		out_char(o, '\n');
	}
}
