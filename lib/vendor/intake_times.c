#include "vendor/intake_times.h"

#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "time/date_format.h"
#include "time/stamp.h"

/* The years 1 to 9999. */
static const int64_t first = -62135596800, last = 253402300799;

static bool
read_time(const struct intake *k, const char *format, struct slice s, int64_t *seconds)
{
	if (!date_format_parse(format, s, seconds))
		return false;
	if (k->days && date_format_has_hour(format))
		*seconds = stamp_of_day(stamp_day(*seconds + k->east)) + DATE_FORMAT_CLOSE;
	return *seconds >= first && *seconds <= last;
}

bool
intake_times_is(const struct intake *k, struct slice s)
{
	int64_t t;

	for (int i = 0; i < k->date_format.n; i++)
		if (read_time(k, k->date_format.v[i], s, &t))
			return true;
	return false;
}

static _Noreturn void
refuse(const struct intake_times *t, const struct bars *b, long at, struct slice s)
{
	const struct intake_names *all = &t->k->date_format;
	struct intake_names left = { .n = 0 };

	for (int i = 0; i < all->n; i++)
		if (!t->not[i])
			left.v[left.n++] = all->v[i];
	die("%s: column '%s': not a time as %s%s: \"%.*s\"", bars_place(b, at), t->column, intake_names_text(&left, '"'),
	    left.n < all->n ? ", as those before it" : "", SLICE(s));
}

void
intake_times_add(struct intake_times *t, const struct bars *b, long at, struct slice s)
{
	const struct intake_names *formats = &t->k->date_format;
	int64_t seconds[INTAKE_NAMES];
	bool fits[INTAKE_NAMES], some = false;

	for (int i = 0; i < formats->n; i++) {
		fits[i] = !t->not[i] && read_time(t->k, formats->v[i], s, &seconds[i]);
		some |= fits[i];
	}
	if (!some)
		refuse(t, b, at, s);
	bool full = t->n == t->room;
	t->room = full ? (t->room ? 2 * t->room : 256) : t->room;
	for (int i = 0; i < formats->n; i++) {
		t->not[i] |= !fits[i];
		if (full && fits[i])
			t->stamp[i] = mem_grow(t->stamp[i], t->room, sizeof *t->stamp[i]);
		if (fits[i])
			t->stamp[i][t->n] = seconds[i];
	}
	t->n++;
}

void
intake_times_end(struct intake_times *t, struct bars *b)
{
	const struct intake_names *formats = &t->k->date_format;
	int one = 0;

	while (one < formats->n - 1 && t->not[one])
		one++;
	for (int i = one + 1; i < formats->n; i++)
		if (!t->not[i] && t->n && memcmp(t->stamp[i], t->stamp[one], t->n * sizeof *t->stamp[i]) != 0)
			die("%s: column '%s': every time is one as \"%s\" and another as \"%s\"", b->name, t->column, formats->v[one],
			    formats->v[i]);
	for (size_t i = 0; i < t->n; i++)
		b->v[i].time = t->stamp[one][i];
	for (int i = 0; i < formats->n; i++)
		free(t->stamp[i]);
}
