#include <stdio.h>
#include <string.h>

#include "base/out.h"
#include "stream/schema.h"

static void
pad(struct out *o, const char *s, size_t width)
{
	out_str(o, s);
	for (size_t n = strlen(s); n < width + 2; n++)
		out_char(o, ' ');
}

static size_t
wider(size_t n, const char *s)
{
	return strlen(s) > n ? strlen(s) : n;
}

/* Columns that may be absent stand in brackets. */
static const char *
shown(const struct schema_column *c)
{
	static char s[128];

	snprintf(s, sizeof s, c->required ? "%s" : "[%s]", c->name);
	return s;
}

void
schema_print(const struct schema *s, struct out *o)
{
	size_t name = strlen("column"), type = strlen("type"), unit = strlen("unit");

	for (int i = 0; i < s->n; i++) {
		name = wider(name, shown(&s->c[i]));
		type = wider(type, schema_type_name(&s->c[i]));
		unit = wider(unit, s->c[i].unit);
	}
	pad(o, "column", name);
	pad(o, "type", type);
	pad(o, "unit", unit);
	out_str(o, "description\n");
	for (int i = 0; i < s->n; i++) {
		pad(o, shown(&s->c[i]), name);
		pad(o, schema_type_name(&s->c[i]), type);
		pad(o, s->c[i].unit, unit);
		out_str(o, s->c[i].description);
		out_char(o, '\n');
	}
}
