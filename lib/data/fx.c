#include "data/fx.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "stream/rec.h"
#include "time/stamp.h"

static void
append(struct fx_series *s, int64_t t, double rate)
{
	if (s->n == s->room) {
		s->room = s->room ? 2 * s->room : 1024;
		s->t = mem_grow(s->t, (size_t)s->room, sizeof *s->t);
		s->rate = mem_grow(s->rate, (size_t)s->room, sizeof *s->rate);
	}
	s->t[s->n] = t;
	s->rate[s->n++] = rate;
}

static int
add_pair(struct fx *f, struct slice name)
{
	int known = f->pairs.n, i = names_put(&f->pairs, name);

	if (i == known) {
		f->v = mem_grow(f->v, (size_t)known + 1, sizeof *f->v);
		f->v[i] = (struct fx_series){ 0 };
	}
	return i;
}

static struct fx
read_rates(const char *path)
{
	struct fx f = { 0 };
	struct rec r;
	int64_t t;
	int i = -1;

	rec_file(&r, path);
	rec_header(&r);
	int time = rec_need(&r, "time"), currency = rec_need(&r, "currency"), rate = rec_need(&r, "rate");
	while (rec_next(&r)) {
		struct slice pair = rec_name(&r, currency, "currency"), stamp = rec_text(&r, time);
		if (i < 0 || !slice_is(pair, f.pairs.name[i]))
			i = add_pair(&f, pair);
		if (!stamp_parse(stamp, &t))
			die("%s:%ld: column 'time': not a time: \"%.*s\"", r.name, r.line, SLICE(stamp));
		if (f.v[i].n && t < f.v[i].t[f.v[i].n - 1])
			die("%s:%ld: column 'time': time goes back: \"%.*s\"", r.name, r.line, SLICE(stamp));
		double x = rec_num(&r, rate, "rate");
		if (x <= 0)
			die("%s:%ld: column 'rate': not above zero: \"%.*s\"", r.name, r.line, SLICE(rec_text(&r, rate)));
		append(&f.v[i], t, x);
	}
	rec_close(&r);
	return f;
}

/* Filters of one chain ask for the same file, of which they change nothing. */
struct fx
fx_read(const char *path)
{
	static struct fx last;
	static char *last_path;

	if (!last_path || strcmp(path, last_path) != 0) {
		last = read_rates(path);
		free(last_path);
		last_path = mem_text(path);
	}
	return last;
}

void
fx_invert(struct fx *f)
{
	struct names inverse = { 0 };
	char name[7] = "";

	for (int i = 0; i < f->pairs.n; i++) {
		const char *pair = f->pairs.name[i];
		if (strlen(pair) != 6)
			die("not a pair of currencies: \"%.80s\"", pair);
		memcpy(name, pair + 3, 3);
		memcpy(name + 3, pair, 3);
		names_put(&inverse, slice_of(name));
		for (int k = 0; k < f->v[i].n; k++)
			f->v[i].rate[k] = 1 / f->v[i].rate[k];
	}
	f->pairs = inverse;
}

static const struct fx_series *
pair(const struct fx *f, const char *currency, const char *base)
{
	char name[32];

	snprintf(name, sizeof name, "%.15s%.15s", currency, base);
	int i = names_get(&f->pairs, slice_of(name));
	if (i < 0)
		die("no FX rates of %s", name);
	return &f->v[i];
}

/* Rates of currency over rates of base, both in dollars, each filled forwards. */
static struct fx_series
cross(const struct fx_series *c, const struct fx_series *b)
{
	struct fx_series s = { 0 };
	double x = num_missing(), y = num_missing();

	for (int i = 0, j = 0; i < c->n || j < b->n;) {
		int64_t t = i < c->n && (j == b->n || c->t[i] <= b->t[j]) ? c->t[i] : b->t[j];
		for (; i < c->n && c->t[i] == t; i++)
			x = isnan(c->rate[i]) ? x : c->rate[i];
		for (; j < b->n && b->t[j] == t; j++)
			y = isnan(b->rate[j]) ? y : b->rate[j];
		append(&s, t, x / y);
	}
	return s;
}

static struct fx_series
make_rates(const struct fx *f, const char *currency, const char *base)
{
	struct fx_series s = { 0 };

	if (strcmp(currency, base) == 0) {
		append(&s, 0, 1.0);
		return s;
	}
	if (strcmp(base, "USD") == 0)
		return *pair(f, currency, base);
	if (strcmp(currency, "USD") != 0)
		return cross(pair(f, currency, "USD"), pair(f, base, "USD"));
	const struct fx_series *b = pair(f, base, "USD");
	for (int i = 0; i < b->n; i++)
		append(&s, b->t[i], 1 / b->rate[i]);
	return s;
}

struct fx_series
fx_rates(struct fx *f, const char *currency, const char *base)
{
	char name[64];

	snprintf(name, sizeof name, "%.31s/%.31s", currency, base);
	int known = f->made.n, i = names_put(&f->made, slice_of(name));
	if (i == known) {
		f->rates = mem_grow(f->rates, (size_t)known + 1, sizeof *f->rates);
		f->rates[i] = make_rates(f, currency, base);
	}
	return f->rates[i];
}

double
fx_at(const struct fx_series *s, int64_t t, int *at)
{
	int i = *at;

	while (i < s->n && s->t[i] <= t)
		i++;
	while (i > 0 && s->t[i - 1] > t)
		i--;
	*at = i;
	return i ? s->rate[i - 1] : num_missing();
}

double
fx_last(const struct fx_series *s)
{
	for (int i = s->n - 1; i >= 0; i--)
		if (!isnan(s->rate[i]))
			return s->rate[i];
	return NAN;
}
