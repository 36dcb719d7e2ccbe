#include "position/traded_column.h"

#include <string.h>

#include "base/die.h"

const char *
traded_column(const struct config *c)
{
	const char *way = config_str_or(c, "optimal", "buffered");

	if (strcmp(way, "buffered") == 0)
		return "traded";
	if (strcmp(way, "dynamic") == 0)
		return "optimised";
	die("%s: optimal is 'buffered' or 'dynamic', not '%s'", c->path, way);
}
