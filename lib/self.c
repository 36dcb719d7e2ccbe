#include "self.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "err.h"

char *
self_dir(void)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path);

	if (n < 0)
		die_sys("cannot read '/proc/self/exe'");
	while (n > 1 && path[n - 1] != '/')
		n--;
	return mem_dup(path, n > 1 ? (size_t)n - 1 : 1);
}
