#include "order/wanted.h"

#include <math.h>

#include "order/quantity.h"

const char *const wanted_kind_name[WANTED_KINDS] = { "simple", "buffered", "raw", "dynamic" };

bool
wanted_kind_named(struct slice name, enum wanted_kind *kind)
{
	for (int i = 0; i < WANTED_KINDS; i++)
		if (slice_is(name, wanted_kind_name[i])) {
			*kind = (enum wanted_kind)i;
			return true;
		}
	return false;
}

static bool
number(double x, const char *what, struct wrong *w)
{
	if (isnan(x))
		return wrong_say(w, "no %s", what);
	if (fabs(x) > QUANTITY_MOST)
		return wrong_say(w, "%s of over %d contracts: %g", what, QUANTITY_MOST, x);
	return true;
}

bool
wanted_check(const struct wanted *x, struct wrong *w)
{
	if (x->kind == WANTED_BUFFERED) {
		if (!number(x->lower, "lower position", w) || !number(x->upper, "upper position", w))
			return false;
		if (x->upper < x->lower)
			return wrong_say(w, "upper position %g is below the lower, %g", x->upper, x->lower);
		return true;
	}
	if (!number(x->position, "position", w))
		return false;
	if (x->kind == WANTED_DYNAMIC && x->position != rint(x->position))
		return wrong_say(w, "dynamic position isn't whole: %g", x->position);
	return true;
}
