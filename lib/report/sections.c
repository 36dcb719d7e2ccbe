#include "report/sections.h"

#include <string.h>

#include "base/mem.h"
#include "chart/text.h"

/* Widths of figures, px: two of half a page stand side by side. */
enum { WHOLE = 1080, HALF = 560, TELEPHONE = 420 };

/* Those that stand two in a row. */
static bool
narrow(const char *name)
{
	static const char *const list[] = { "daily_returns", "monthly_returns", "asset_classes", "styles", "instruments", "rules",
		"years", "cost_sensitivity", "forecast_correlation", "instrument_correlation" };

	for (size_t i = 0; i < sizeof list / sizeof list[0]; i++)
		if (strcmp(name, list[i]) == 0)
			return true;
	return false;
}

/*
 * All figures by one run of gnuplot, each as wide as it will stand on the page, so that texts are of one size, and
 * again for telephones.
 */
void
report_draw(struct report *r)
{
	r->picture = mem_alloc(2 * (size_t)r->f.n + 1, sizeof *r->picture);
	for (int i = 0; i < r->f.n; i++) {
		const struct chart *c = &r->f.v[i].chart;
		r->picture[r->pictures++] = (struct chart_picture){ .chart = c, .width = narrow(r->f.v[i].name) ? HALF : WHOLE };
		r->picture[r->pictures++] = (struct chart_picture){ .chart = c, .width = TELEPHONE };
	}
	chart_draw(r->picture, r->pictures);
}

bool
report_figure(struct report *r, const char *name)
{
	const struct figure *f = figures_find(&r->f, name);

	if (!f)
		return false;
	page_figure(&r->page);
	if (r->page.width)
		chart_text(r->page.o, &f->chart, r->page.width);
	for (int i = 0; i < r->pictures; i++)
		if (r->picture[i].chart == &f->chart) {
			page_only(&r->page, r->picture[i].width == TELEPHONE ? "phone" : "wide");
			chart_embed(&r->picture[i], r->page.o);
			page_only_end(&r->page);
		}
	page_figure_end(&r->page, f->caption);
	return true;
}
