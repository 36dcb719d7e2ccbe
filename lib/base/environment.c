#include "base/environment.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"

static bool
is_set(char *const *set, const char *entry)
{
	size_t n = strcspn(entry, "=");

	for (; *set; set++)
		if (strncmp(*set, entry, n) == 0 && (*set)[n] == '=')
			return true;
	return false;
}

char **
environment_with(char *const *set)
{
	size_t most = 1, n = 0;

	for (char **e = environ; *e; e++)
		most++;
	for (char *const *e = set; *e; e++)
		most++;
	char **all = mem_alloc(most, sizeof *all);
	for (char **e = environ; *e; e++)
		if (!is_set(set, *e))
			all[n++] = *e;
	for (; *set; set++)
		all[n++] = *set;
	return all;
}
