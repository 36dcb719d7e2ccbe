#include "order/order_name.h"

static bool
allowed(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool
order_name_check(struct slice name, const char *what, struct wrong *w)
{
	if (name.n == 0)
		return wrong_say(w, "%s without a name", what);
	if (slice_is(name, ORDER_NAME_ROLL))
		return wrong_say(w, "%s may not have the name of those that carry a roll: \"%.*s\"", what, SLICE(name));
	if (name.p[0] == '_')
		return wrong_say(w, "name of %s begins with '_': \"%.*s\"", what, SLICE(name));
	for (size_t i = 0; i < name.n; i++)
		if (!allowed(name.p[i]))
			return wrong_say(w, "name of %s has more than letters, digits, '-' and '_': \"%.*s\"", what, SLICE(name));
	return true;
}
