#include "base/installed.h"

#include <dirent.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"

char *
installed_dir(void)
{
	char path[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", path, sizeof path);

	if (n < 0)
		die_sys("cannot read '/proc/self/exe'");
	while (n > 1 && path[n - 1] != '/')
		n--;
	return mem_dup(path, n > 1 ? (size_t)n - 1 : 1);
}

static bool
is_path(const char *name, const char *suffix)
{
	size_t n = strlen(name), k = strlen(suffix);

	return strchr(name, '/') || (n > k && strcmp(name + n - k, suffix) == 0);
}

/* From the folder of the programs to what comes with them. */
#define INSTALLED "/../share/st/"
#define BUILT "/../../"

/* DIR MIDDLE FOLDER / NAME SUFFIX, if it can be read; else NULL. */
static char *
there(const char *dir, const char *middle, const char *folder, const char *name, const char *suffix)
{
	char *path;

	path = mem_format("%s%s%s/%s%s", dir, middle, folder, name, suffix);
	if (access(path, R_OK) == 0)
		return path;
	free(path);
	return NULL;
}

/* What of a folder's files has the suffix, without it. */
static void
try_files(struct nearest *near, const char *dir, const char *middle, const char *folder, const char *suffix)
{
	char *path;
	struct dirent *e;

	path = mem_format("%s%s%s", dir, middle, folder);
	DIR *d = opendir(path);
	while (d && (e = readdir(d))) {
		size_t n = strlen(e->d_name), k = strlen(suffix);
		if (n > k && strcmp(e->d_name + n - k, suffix) == 0)
			nearest_try(near, mem_dup(e->d_name, n - k));
	}
	if (d)
		closedir(d);
	free(path);
}

static _Noreturn void
no_such(const char *env, const char *folder, const char *name, const char *suffix)
{
	struct nearest near = nearest_to(slice_of(name));
	const char *own = getenv(env);
	char *dir = installed_dir();

	if (own && *own)
		try_files(&near, own, "", "", suffix);
	try_files(&near, dir, INSTALLED, folder, suffix);
	try_files(&near, dir, BUILT, folder, suffix);
	die("no %.*s '%s' in $%s or where the program stands%s", (int)strlen(folder) - 1, folder, name, env, nearest_said(&near));
}

char *
installed_find(const char *env, const char *folder, const char *name, const char *suffix)
{
	const char *own = getenv(env);
	char *path = NULL;

	if (is_path(name, suffix))
		return mem_dup(name, strlen(name));
	if (own && *own)
		path = there(own, "", "", name, suffix);
	char *dir = installed_dir();
	if (!path)
		path = there(dir, INSTALLED, folder, name, suffix);
	if (!path)
		path = there(dir, BUILT, folder, name, suffix);
	free(dir);
	if (!path)
		no_such(env, folder, name, suffix);
	return path;
}
