#include "chart/scale.h"

#include <math.h>

static const struct chart_scale nothing = { INFINITY, -INFINITY };

static struct chart_scale
with(struct chart_scale s, double x)
{
	return (struct chart_scale){ fmin(s.low, x), fmax(s.high, x) };
}

static struct chart_scale
with_all(struct chart_scale s, const struct chart_series *of)
{
	for (int i = 0; i < of->n; i++)
		if (isfinite(of->y[i]))
			s = with(s, of->y[i]);
	return s;
}

double
chart_spacing(const struct chart_series *s)
{
	double least = INFINITY;

	for (int i = 1; i < s->n; i++)
		least = fmin(least, s->x[i] - s->x[i - 1]);
	return isfinite(least) && least > 0 ? least : 1;
}

bool
chart_empty(const struct chart_series *s)
{
	struct chart_scale y = with_all(nothing, s);

	return y.low > y.high;
}

struct chart_scale
chart_x(const struct chart *c)
{
	struct chart_scale x = nothing;

	for (int i = 0; i < c->panels; i++)
		for (int j = 0; j < c->panel[i].n; j++) {
			const struct chart_series *s = &c->panel[i].series[j];
			double side = s->mark == MARK_BARS ? chart_spacing(s) / 2 : 0;
			if (s->n > 0)
				x = with(with(x, s->x[0] - side), s->x[s->n - 1] + side);
		}
	if (x.low > x.high)
		return (struct chart_scale){ 0, 1 };
	return x.low < x.high ? x : (struct chart_scale){ x.low, x.low + 1 };
}

struct chart_scale
chart_y(const struct chart_panel *p)
{
	struct chart_scale y = nothing;
	bool stands = false;

	for (int j = 0; j < p->n; j++) {
		y = with_all(y, &p->series[j]);
		stands |= p->series[j].mark == MARK_AREA || p->series[j].mark == MARK_BARS;
	}
	if (stands || y.low > y.high)
		y = with(y, 0);
	double room = y.high > y.low ? (y.high - y.low) / 20 : 1;
	return (struct chart_scale){ stands && y.low == 0 && y.high > 0 ? 0 : y.low - room, stands && y.high == 0 ? 0 : y.high + room };
}

struct chart_scale
chart_bars(const struct chart_panel *p)
{
	struct chart_scale x = { 0, 0 };

	for (int j = 0; j < p->n; j++)
		x = with_all(x, &p->series[j]);
	if (x.low == x.high)
		x.high = 1;
	double room = (x.high - x.low) / 40;
	return (struct chart_scale){ x.low < 0 ? x.low - room : 0, x.high > 0 ? x.high + room : 0 };
}

struct axis
chart_x_axis(const struct chart *c, int room)
{
	struct chart_scale x = chart_x(c);

	return c->axis == CHART_DAYS ? axis_days((int)x.low, (int)x.high, room) : chart_numbers(x, room / 8 < 12 ? room / 8 : 12);
}

struct axis
chart_numbers(struct chart_scale s, int most)
{
	return axis_numbers(s.low, s.high, most < 3 ? 3 : most);
}
