/* wildcard - patterns of names, as a shell's: * is any bytes, ? is one */
#ifndef ST_BASE_WILDCARD_H
#define ST_BASE_WILDCARD_H

#include <stdbool.h>

#include "base/slice.h"

bool wildcard_matches(struct slice pattern, struct slice s);

/* Is it more than a name? */
static inline bool
wildcard_is(struct slice pattern)
{
	return memchr(pattern.p, '*', pattern.n) || memchr(pattern.p, '?', pattern.n);
}

#endif
