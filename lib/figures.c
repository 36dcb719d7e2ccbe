#include "figures.h"

#include <string.h>

#include "err.h"

struct chart *
figures_add(struct figures *f, const char *name, const char *caption, const char *title)
{
	f->v = mem_grow(f->v, (size_t)f->n + 1, sizeof *f->v);
	f->v[f->n] = (struct figure){ .name = name, .caption = caption, .chart = { .title = title } };
	return &f->v[f->n++].chart;
}

struct figures
figures_of(const struct review *v)
{
	struct figures f = { .n = 0 };

	figures_account(&f, v);
	figures_contribution(&f, v);
	figures_markets(&f, v);
	return f;
}

const struct figure *
figures_find(const struct figures *f, const char *name)
{
	for (int i = 0; i < f->n; i++)
		if (strcmp(f->v[i].name, name) == 0)
			return &f->v[i];
	return NULL;
}
