#include "account/equity.h"

#include <math.h>

#include "account/account_rows.h"
#include "base/die.h"
#include "base/mem.h"

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
	struct point p = { .day = 0 };
	struct account_rows a;
	double peak = 0;

	account_rows_open(&a, path);
	while (account_rows_next(&a)) {
		p.day = a.day;
		p.net += or_zero(a.x[CURVE_NET]);
		p.gross += or_zero(a.x[CURVE_GROSS]);
		peak = fmax(peak, p.net);
		p.down = p.net - peak;
		if (!isnan(a.x[CURVE_NET]) || !isnan(a.x[CURVE_GROSS])) /* a day that bears costs alone is beyond the curve */
			add(&e, &p);
	}
	if (e.n == 0 && a.r.line > 1)
		add(&e, &p);
	if (e.n == 0)
		die("%s: no rows to draw", a.r.name);
	return e;
}

void
equity_chart(const struct equity *e, struct chart *c)
{
	struct chart_panel *p = chart_panel(c, "% of capital", 2);

	chart_series(p, (struct chart_series){ "gross", MARK_LINE, INK_GROSS, e->n, e->day, e->gross });
	chart_series(p, (struct chart_series){ "net of costs", MARK_LINE, INK_NET, e->n, e->day, e->net });
	chart_series(chart_panel(c, "drawdown, %", 1), (struct chart_series){ NULL, MARK_AREA, INK_DRAWDOWN, e->n, e->day, e->down });
}
