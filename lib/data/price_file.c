#include "data/price_file.h"

#include <endian.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/num.h"
#include "base/warn.h"
#include "data/data_folder.h"
#include "time/date.h"
#include "time/stamp.h"

bool
price_file_open(struct price_file *p, struct data *d, const char *folder, const char *code, int64_t first, int64_t last)
{
	*p = (struct price_file){ .t = INT64_MIN, .day = INT_MIN, .first = first, .last = last };
	if (!data_ends(d, folder, code).rows || !data_member(d, folder, code, &p->r))
		return false;
	rec_header(&p->r);
	return true;
}

int
price_file_column(struct price_file *p, const char *name)
{
	int i = rec_need(&p->r, name);

	if ((size_t)i < sizeof p->name / sizeof *p->name)
		p->name[i] = name;
	return i;
}

void
price_file_bad(const struct price_file *p, int column, const char *what)
{
	const char *name = column == 0 ? "time" : (size_t)column < sizeof p->name / sizeof *p->name ? p->name[column] : NULL;

	die("%s:%ld: column '%s': %s: \"%.*s\"", p->r.name, p->r.line, name ? name : "price", what, SLICE(p->r.f[column]));
}

void
price_file_check(const struct price_file *p, int column)
{
	struct slice s = p->r.f[column];

	if (s.n && !num_check(s.p, s.n))
		price_file_bad(p, column, "not a number");
}

/* HH:MM:SS as seconds of the day: the eight bytes side by side, each pair of digits in the first one's byte. */
static bool
parse_time(const char *s, int *seconds)
{
	const uint64_t zeros = 0x30303a30303a3030; /* 00:00:00, the first byte lowest */
	uint64_t w;

	memcpy(&w, s, sizeof w);
	w = le64toh(w) ^ zeros;
	if ((w & 0xf0f0fff0f0fff0f0) | ((w + 0x0606060606060606) & 0xf0f0f0f0f0f0f0f0))
		return false;
	w = w * 10 + (w >> 8);
	int h = w & 0xff, m = w >> 24 & 0xff, sec = w >> 48 & 0xff;
	*seconds = h * 3600 + m * 60 + sec;
	return h < 24 && m < 60 && sec < 60;
}

/* The time of a row on the same day as the one before: most rows are that. */
static bool
same_day(struct price_file *p, struct slice s, int64_t *t)
{
	int seconds;

	if (s.n != 19 || s.p[10] != ' ' || memcmp(s.p, p->date, 10) != 0 || !parse_time(s.p + 11, &seconds))
		return false;
	*t = stamp_of_day(p->day) + seconds;
	return true;
}

static void
set_stamp(struct price_file *p, struct slice s, int64_t t)
{
	bool plain = s.n == 10 || (s.n == 19 && s.p[10] == ' ' && s.p[16] == ':'); /* not 10:30+01 */

	int day = stamp_day(t);

	p->t = t;
	if (day != p->day) {
		p->day = day;
		p->business = date_business(day);
	}
	if (plain) {
		p->stamp = s;
		memcpy(p->date, s.p, 10);
	} else {
		p->stamp = (struct slice){ p->text, stamp_print(p->text, t) };
		memcpy(p->date, p->text, 10);
	}
}

static void
read_stamp(struct price_file *p)
{
	struct slice s = p->r.f[0];
	int64_t t;

	if (same_day(p, s, &t)) {
		if (t < p->t)
			price_file_bad(p, 0, "time goes back");
		p->t = t;
		p->stamp = s;
		return;
	}
	if (!stamp_parse(s, &t))
		price_file_bad(p, 0, "not a time");
	if (t < p->t)
		price_file_bad(p, 0, "time goes back");
	set_stamp(p, s, t);
}

/* Take quotes off where they were not needed: stamps, numbers and contracts need none. */
static void
take_quotes_off(struct rec *r)
{
	for (int i = 0; i < r->n; i++) {
		struct slice s = r->f[i];
		if (s.n < 2 || s.p[0] != '"')
			continue;
		s = (struct slice){ s.p + 1, s.n - 2 };
		if (!memchr(s.p, '"', s.n) && !memchr(s.p, ',', s.n) && !memchr(s.p, '\n', s.n) && !memchr(s.p, '\r', s.n))
			r->f[i] = s;
	}
}

/* ---- one stamp, two values ---- */

/* Field i of the row before, without its quotes. */
static struct slice
field_before(const struct price_file *p, int i)
{
	const char *s = p->before, *end = s + p->before_n;
	bool quoted = false;

	for (; i && s < end; s++) {
		quoted ^= *s == '"';
		i -= *s == ',' && !quoted;
	}
	size_t n = 0;
	for (; s + n < end && (quoted || s[n] != ','); n++)
		quoted ^= s[n] == '"';
	return rec_bare((struct slice){ s, n });
}

/* The first column asked for that says another thing than in the row before; -1 for none. A blank says nothing. */
static int
other_value(const struct price_file *p)
{
	int most = (int)(sizeof p->name / sizeof *p->name);

	for (int i = 1; i < p->r.n && i < most; i++) {
		struct slice a = field_before(p, i), b = rec_bare(p->r.f[i]);
		double x, y;
		if ((!p->name[i] && p->r.n > 2) || !a.n || !b.n || slice_eq(a, b))
			continue;
		if (!num_parse(a.p, a.n, &x) || !num_parse(b.p, b.n, &y) || x != y)
			return i;
	}
	return -1;
}

static void
look_twice(struct price_file *p)
{
	int i = other_value(p);

	if (i < 0)
		return;
	struct slice a = field_before(p, i), b = p->r.f[i];
	if (p->twice)
		p->more++;
	else if (asprintf(&p->twice, "%s:%ld: column '%s': %.*s twice, with %.*s and %.*s; the last is used", p->r.name, p->r.line,
	    p->name[i] ? p->name[i] : "price", SLICE(p->stamp), SLICE(a), SLICE(b)) < 0)
		die("out of memory");
}

static void
tell_twice(struct price_file *p)
{
	if (p->twice && p->more)
		warn("%s; and %d more", p->twice, p->more);
	else if (p->twice)
		warn("%s", p->twice);
	free(p->twice);
	p->twice = NULL;
}

bool
price_file_next(struct price_file *p)
{
	while (rec_next(&p->r)) {
		if (p->r.quoted)
			take_quotes_off(&p->r);
		int64_t before = p->t;
		read_stamp(p);
		if (p->t > p->last)
			break;
		if (p->t < p->first)
			continue;
		if (p->t == before)
			look_twice(p);
		p->before_n = p->r.row.n < sizeof p->before ? p->r.row.n : 0;
		memcpy(p->before, p->r.row.p, p->before_n);
		return true;
	}
	tell_twice(p);
	rec_close(&p->r);
	return false;
}
