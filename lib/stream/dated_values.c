#include "stream/dated_values.h"

#include <limits.h>
#include <stdio.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "stream/rec.h"
#include "time/date.h"
#include "time/stamp.h"

/* The columns of a table being read, -1 for none. */
struct columns {
	int time, instrument, rule, value;
};

/* A stamp whose seconds may have a fraction of up to six digits. */
static bool
parse_time(struct slice s, int64_t *t)
{
	const char *dot = memchr(s.p, '.', s.n);
	int64_t seconds, micro = 0, unit = 100000;
	size_t n = dot ? (size_t)(dot - s.p) : s.n;

	for (size_t i = n + 1; i < s.n; i++, unit /= 10) {
		if (s.p[i] < '0' || s.p[i] > '9' || unit == 0)
			return false;
		micro += unit * (s.p[i] - '0');
	}
	if (!stamp_parse((struct slice){ s.p, n }, &seconds) || (dot && n != 19))
		return false;
	*t = seconds * 1000000 + micro;
	return true;
}

static void
add(struct dated_value_series *s, struct dated_value c)
{
	if (s->n == s->room) {
		s->room = s->room ? 2 * s->room : 16;
		s->v = mem_grow(s->v, (size_t)s->room, sizeof *s->v);
	}
	s->v[s->n++] = c;
}

static struct dated_value_series *
series_of(struct dated_values *c, struct slice name)
{
	int known = c->names.n, i = names_put(&c->names, name);

	if (i == known) {
		c->series = mem_grow(c->series, (size_t)known + 1, sizeof *c->series);
		c->series[i] = (struct dated_value_series){ .n = 0 };
	}
	return &c->series[i];
}

static void
read_row(struct dated_values *c, const struct rec *r, const struct columns *col)
{
	struct dated_value x;
	struct slice name = { "", 0 };
	char text[512];

	if (!parse_time(r->f[col->time], &x.t))
		die("%s:%ld: column 'time': not a time: \"%.*s\"", r->name, r->line, SLICE(r->f[col->time]));
	if (col->instrument >= 0 && col->rule >= 0) {
		int n = snprintf(text, sizeof text, "%.*s,%.*s", SLICE(r->f[col->instrument]), SLICE(r->f[col->rule]));
		name = (struct slice){ text, (size_t)n };
	} else if (col->instrument >= 0 || col->rule >= 0) {
		name = r->f[col->instrument >= 0 ? col->instrument : col->rule];
	}
	struct dated_value_series *s = series_of(c, name);
	x.value = rec_num(r, col->value, "value");
	if (s->n && s->v[s->n - 1].t >= x.t)
		die("%s:%ld: column 'time': time does not increase: \"%.*s\"", r->name, r->line, SLICE(r->f[col->time]));
	add(s, x);
}

struct dated_values
dated_values_read(const char *path)
{
	struct dated_values c = { .path = path };
	struct rec r;

	rec_file(&r, path);
	rec_header(&r);
	struct columns col = { rec_need(&r, "time"), rec_find(&r, "instrument"), rec_find(&r, "rule"), rec_need(&r, "value") };
	while (rec_next(&r))
		read_row(&c, &r, &col);
	rec_close(&r);
	return c;
}

const struct dated_value_series *
dated_values_of(const struct dated_values *c, const char *instrument, const char *rule)
{
	char text[512];
	int n = snprintf(text, sizeof text, "%.80s%s%.80s", instrument ? instrument : "", instrument && rule ? "," : "",
	    rule ? rule : "");
	int i = names_get(&c->names, (struct slice){ text, (size_t)n });

	return i < 0 ? NULL : &c->series[i];
}

double
dated_value_at(const struct dated_value_series *s, int64_t t, int *at)
{
	int i = *at;

	while (i < s->n && s->v[i].t <= t)
		i++;
	while (i > 0 && s->v[i - 1].t > t)
		i--;
	*at = i;
	return i ? s->v[i - 1].value : num_missing();
}

size_t
dated_value_print(char *buf, int64_t t)
{
	int64_t seconds = t / 1000000 - (t % 1000000 < 0), micro = t - seconds * 1000000;

	if (micro == 0 && seconds % DAY_SECONDS == 0)
		return date_print(buf, (int)(seconds / DAY_SECONDS));
	size_t n = stamp_print(buf, seconds);
	return micro ? n + (size_t)snprintf(buf + n, DATED_VALUE_MAX - n, ".%06d", (int)micro) : n;
}
