#include "stream/dated_values.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

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

/*
 * What no other pair of names has, p being NULL for none: which of them there are, the
 * length of the first, and both. The caller frees it.
 */
static struct slice
new_key(struct slice instrument, struct slice rule)
{
	char *key = mem_alloc(instrument.n + rule.n + 32, 1);
	size_t n = (size_t)sprintf(key, "%d%d%zu:", instrument.p != NULL, rule.p != NULL, instrument.n);

	if (instrument.p)
		memcpy(key + n, instrument.p, instrument.n);
	if (rule.p)
		memcpy(key + n + instrument.n, rule.p, rule.n);
	return (struct slice){ key, n + instrument.n + rule.n };
}

static struct dated_value_series *
series_of(struct dated_values *c, struct slice instrument, struct slice rule)
{
	struct slice key = new_key(instrument, rule);
	int i = names_put(&c->keys, key);

	free((char *)key.p);
	if (i == c->n) {
		c->series = mem_grow(c->series, (size_t)++c->n, sizeof *c->series);
		c->series[i] = (struct dated_value_series){
			.instrument = instrument.p ? mem_dup(instrument.p, instrument.n) : NULL,
			.rule = rule.p ? mem_dup(rule.p, rule.n) : NULL,
		};
	}
	return &c->series[i];
}

static struct slice
name_in(const struct rec *r, int i, const char *column)
{
	return i < 0 ? (struct slice){ NULL, 0 } : rec_name(r, i, column);
}

static void
read_row(struct dated_values *c, const struct rec *r, const struct columns *col)
{
	struct slice time = rec_text(r, col->time);
	struct dated_value x;

	if (!parse_time(time, &x.t))
		die("%s:%ld: column 'time': not a time: \"%.*s\"", r->name, r->line, SLICE(time));
	struct dated_value_series *s = series_of(c, name_in(r, col->instrument, "instrument"), name_in(r, col->rule, "rule"));
	x.value = rec_num(r, col->value, "value");
	if (s->n && s->v[s->n - 1].t >= x.t)
		die("%s:%ld: column 'time': time does not increase: \"%.*s\"", r->name, r->line, SLICE(time));
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

static struct slice
name_of(const char *name)
{
	return name ? slice_of(name) : (struct slice){ NULL, 0 };
}

const struct dated_value_series *
dated_values_of(const struct dated_values *c, const char *instrument, const char *rule)
{
	struct slice key = new_key(name_of(instrument), name_of(rule));
	int i = names_get(&c->keys, key);

	free((char *)key.p);
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
