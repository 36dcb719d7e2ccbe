#include "equity.h"

#include <math.h>

#include "date.h"
#include "err.h"
#include "rec.h"

/* The day that is read. */
struct point {
	int day;
	double net, gross, down;
};

static void
add(struct equity *e, const struct point *p)
{
	double **column[] = { &e->day, &e->net, &e->gross, &e->down };
	const double x[] = { p->day, p->net, p->gross, p->down };

	bool full = e->n == e->cap;

	if (full)
		e->cap = e->cap ? 2 * e->cap : 1024;
	for (int i = 0; i < 4; i++) {
		if (full)
			*column[i] = mem_grow(*column[i], (size_t)e->cap, sizeof **column[i]);
		(*column[i])[e->n] = x[i];
	}
	e->n++;
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
	struct point p = { .day = -1000000 };
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
			add(&e, &p);
	}
	if (e.n == 0 && r.line > 1)
		add(&e, &p);
	if (e.n == 0)
		die("%s: no rows to draw", r.name);
	return e;
}
