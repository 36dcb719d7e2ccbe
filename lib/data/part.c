#include "data/part.h"

#include <math.h>
#include <string.h>

#include "base/num.h"

bool
part_parse(const char *text, struct part *p)
{
	const char *slash = strchr(text, '/');
	double k, n;

	if (!slash || !num_parse(text, (size_t)(slash - text), &k) || !num_parse(slash + 1, strlen(slash + 1), &n) ||
	    k != floor(k) || n != floor(n) || k < 1 || k > n)
		return false;
	*p = (struct part){ k, n };
	return true;
}

/* Each counts one more than its size, so that many without any are parted too. */
struct names
part_names(const struct part *p, const struct names *all, const double *size)
{
	struct names t = { 0 };
	double total = 0, before = 0;

	for (int i = 0; i < all->n; i++)
		total += 1 + size[i];
	for (int i = 0; i < all->n; i++) {
		double here = floor(before / total * p->n) + 1; /* the part that the name's first byte is in */
		before += 1 + size[i];
		if (here == p->k)
			names_put(&t, slice_of(all->name[i]));
	}
	return t;
}
