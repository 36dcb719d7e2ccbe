#include "vendor/hand_over.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/installed.h"
#include "base/mem.h"
#include "vendor/adapter.h"

const char *
hand_over_adapter(char **argv)
{
	const char *name = NULL;

	for (int i = 1; argv[i] && strcmp(argv[i], "--") != 0; i++)
		if (strncmp(argv[i], "--adapter", 9) == 0 && (argv[i][9] == '=' || argv[i][9] == '\0'))
			name = argv[i][9] ? argv[i] + 10 : argv[i + 1];
	return name;
}

void
hand_over(const char *adapter, char **argv)
{
	char *dir, *path;

	argv[0] = adapter_load(adapter).files ? "st-import" : "st-get";
	dir = installed_dir();
	path = mem_format("%s/%s", dir, argv[0]);
	execv(path, argv);
	die_sys("cannot run '%s'", path);
}
