/* bisect - where a time stands among rows in order of time */
#ifndef ST_BASE_BISECT_H
#define ST_BASE_BISECT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The first of n rows of `size` bytes, each of which begins with its time, that is at t or later; n when there is none. */
static inline size_t
bisect(const void *rows, size_t n, size_t size, int64_t t)
{
	size_t low = 0, high = n;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int64_t at;
		memcpy(&at, (const char *)rows + middle * size, sizeof at);
		if (at < t)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

#endif
