/* figure - a chart with a name to find it by, and a caption; a list of them */
#ifndef ST_CHART_FIGURE_H
#define ST_CHART_FIGURE_H

#include "chart/chart.h"

struct figure {
	const char *name, *caption;
	struct chart chart;
};

struct figures {
	int n;
	struct figure *v;
};

/* Of this name, NULL when there is none. */
const struct figure *figures_find(const struct figures *f, const char *name);

/* A new one, its chart zeroed but for the title; texts stay where they are. It moves when another is added: fill it before. */
struct chart *figures_add(struct figures *f, const char *name, const char *caption, const char *title);

#endif
