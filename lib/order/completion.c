#include "order/completion.h"

#include <stddef.h>

bool
completion_done(const struct completion_order *o, const struct completion_rule *rule)
{
	if (rule->zero)
		return true;
	if (!o || (!o->active && !rule->inactive))
		return false;
	if (o->terminal)
		return true;
	return rule->partial ? !quantity_is_zero(&o->fill) : quantity_equal(&o->fill, &o->trade);
}

bool
completion_done_all(const struct completion_order *family, int n, const struct completion_rule *rule)
{
	for (int i = 0; i < n; i++)
		if (!completion_done(&family[i], rule))
			return false;
	return true;
}
