#include "forecast/columns.h"

#include <string.h>

#include "base/mem.h"

int
forecast_columns(const struct step *s, struct forecast_column **v)
{
	int n = 0;

	*v = mem_alloc((size_t)s->in.n, sizeof **v);
	for (int i = 0; i < s->in.n; i++)
		if (strncmp(s->in.c[i].name, "forecast.", 9) == 0)
			(*v)[n++] = (struct forecast_column){ s->in.c[i].name + 9, i };
	return n;
}
