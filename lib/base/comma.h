/* comma - the words of a list that has commas between, "time,forecast" */
#ifndef ST_BASE_COMMA_H
#define ST_BASE_COMMA_H

#include <stdbool.h>

#include "base/slice.h"

/* The next word of what is left of a list, which may be empty; false behind the last, when *rest is NULL. */
static inline bool
comma_next(const char **rest, struct slice *word)
{
	if (!*rest)
		return false;
	*word = (struct slice){ *rest, strcspn(*rest, ",") };
	*rest = (*rest)[word->n] ? *rest + word->n + 1 : NULL;
	return true;
}

#endif
