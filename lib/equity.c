#include "equity.h"

#include <math.h>

#include "date.h"
#include "err.h"
#include "rec.h"

static void
add(struct equity *e, struct equity_point p)
{
	if (e->n == e->cap) {
		e->cap = e->cap ? 2 * e->cap : 1024;
		e->p = mem_grow(e->p, (size_t)e->cap, sizeof *e->p);
	}
	e->p[e->n++] = p;
}

static double
or_zero(double x)
{
	return isnan(x) ? 0 : x;
}

struct equity
equity_read(const char *path)
{
	struct equity e = { .n = 0 };
	struct equity_point p = { .day = -1000000 };
	struct rec r;
	double peak = 0;

	rec_file(&r, path);
	rec_header(&r);
	int time = rec_need(&r, "time"), net = rec_need(&r, "net_percent"), gross = rec_need(&r, "gross_percent");
	while (rec_next(&r)) {
		int before = p.day;
		if (r.f[time].n != 10 || !date_parse(r.f[time], &p.day) || p.day <= before)
			die("%s:%ld: column 'time': not a date after the one before: \"%.*s\"", r.name, r.line, SLICE(r.f[time]));
		double x = rec_num(&r, net, "net_percent"), y = rec_num(&r, gross, "gross_percent");
		p.net += or_zero(x);
		p.gross += or_zero(y);
		peak = fmax(peak, p.net);
		p.down = p.net - peak;
		if (!isnan(x) || !isnan(y)) /* a day that bears costs alone is beyond the curve */
			add(&e, p);
	}
	if (e.n == 0 && r.line > 1)
		add(&e, p);
	if (e.n == 0)
		die("%s: no rows to draw", r.name);
	return e;
}

/* The lowest and the highest of the points from..to, in their order. */
static void
add_extremes(struct equity *few, const struct equity *e, int from, int to)
{
	int low = from, high = from;

	for (int i = from; i < to; i++) {
		low = e->p[i].net < e->p[low].net ? i : low;
		high = e->p[i].net > e->p[high].net ? i : high;
	}
	add(few, e->p[low < high ? low : high]);
	if (low != high)
		add(few, e->p[low < high ? high : low]);
}

struct equity
equity_thin(const struct equity *e, int points)
{
	struct equity few = { .n = 0 };
	int step = e->n > points ? (e->n + points / 2 - 1) / (points / 2) : 1;

	for (int i = 0; i < e->n; i += step)
		add_extremes(&few, e, i, i + step < e->n ? i + step : e->n);
	if (few.p[few.n - 1].day != e->p[e->n - 1].day)
		add(&few, e->p[e->n - 1]);
	return few;
}
