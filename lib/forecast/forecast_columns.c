#include "forecast/forecast_columns.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"

int
forecast_columns(const struct step *s, const char *kind, struct forecast_column **v)
{
	size_t length = strlen(kind);
	int n = 0;

	*v = mem_alloc((size_t)s->in.n, sizeof **v);
	for (int i = 0; i < s->in.n; i++) {
		const char *name = s->in.c[i].name;
		if (strncmp(name, kind, length) == 0 && name[length] == '.')
			(*v)[n++] = (struct forecast_column){ name + length + 1, i };
	}
	return n;
}

int
forecast_columns_need(struct step *s, const char *kind, struct forecast_column **v)
{
	int n = forecast_columns(s, kind, v);

	if (!n)
		column_need(s, forecast_column_name(kind, "RULE")); /* which dies */
	return n;
}

const char *
forecast_column_name(const char *kind, const char *rule)
{
	char *name;

	name = mem_format("%s.%s", kind, rule);
	return name;
}
