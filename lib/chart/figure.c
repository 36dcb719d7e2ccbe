#include "chart/figure.h"

#include <string.h>

#include "base/mem.h"

struct chart *
figures_add(struct figures *f, const char *name, const char *caption, const char *title)
{
	f->v = mem_grow(f->v, (size_t)f->n + 1, sizeof *f->v);
	f->v[f->n] = (struct figure){ .name = name, .caption = caption, .chart = { .title = title } };
	return &f->v[f->n++].chart;
}

const struct figure *
figures_find(const struct figures *f, const char *name)
{
	for (int i = 0; i < f->n; i++)
		if (strcmp(f->v[i].name, name) == 0)
			return &f->v[i];
	return NULL;
}
