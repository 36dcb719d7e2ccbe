#include "chart/chart.h"

#include "base/die.h"

struct chart_panel *
chart_panel(struct chart *c, const char *label, double height)
{
	if (c->panels == CHART_PANELS)
		die("a chart of more than %d panels", CHART_PANELS);
	c->panel[c->panels] = (struct chart_panel){ .label = label, .height = height };
	return &c->panel[c->panels++];
}

void
chart_series(struct chart_panel *p, struct chart_series s)
{
	if (p->n == CHART_SERIES)
		die("a panel of more than %d series", CHART_SERIES);
	p->series[p->n++] = s;
}
