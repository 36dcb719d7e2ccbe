#include "stream/key_order.h"

#include "base/mem.h"

int
key_order_group(struct key_order *k, struct slice values)
{
	int known = k->groups.n;

	if (known > 0 && slice_is(values, k->groups.name[k->last]))
		return k->last;
	k->last = names_put(&k->groups, values);
	if (k->last == known) {
		/* room in powers of two */
		if ((known & (known - 1)) == 0)
			k->group = mem_grow(k->group, known ? 2 * (size_t)known : 1, sizeof *k->group);
		k->group[known] = (struct key_order_group){ .time = INT64_MIN, .line = 0 };
	}
	return k->last;
}

long
key_order_first(struct key_order *k, int group, long line)
{
	long before = k->group[group].line;

	if (!before)
		k->group[group].line = line;
	return before;
}

bool
key_order_later(struct key_order *k, int group, int64_t t)
{
	bool later = t > k->group[group].time;

	k->group[group].time = t;
	return later;
}
