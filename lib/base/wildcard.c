#include "base/wildcard.h"

/* When what follows a star doesn't fit, the star takes one byte more: only the last one need be tried again. */
bool
wildcard_matches(struct slice pattern, struct slice s)
{
	size_t i = 0, k = 0, star = pattern.n, from = 0;

	while (k < s.n) {
		if (i < pattern.n && pattern.p[i] == '*') {
			star = i++;
			from = k;
		} else if (i < pattern.n && (pattern.p[i] == '?' || pattern.p[i] == s.p[k])) {
			i++;
			k++;
		} else if (star < pattern.n) {
			i = star + 1;
			k = ++from;
		} else {
			return false;
		}
	}
	while (i < pattern.n && pattern.p[i] == '*')
		i++;
	return i == pattern.n;
}
