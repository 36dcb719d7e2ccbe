#include "data/new_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/die.h"
#include "base/mem.h"

void
new_folder_make(const char *dir)
{
	if (mkdir(dir, 0777) == 0)
		return;
	DIR *d = errno == EEXIST ? opendir(dir) : NULL;
	if (!d)
		die_sys("cannot make '%s'", dir);
	for (struct dirent *e; (errno = 0, e = readdir(d)); )
		if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
			die("'%s' is not empty; name a new folder", dir);
	if (errno)
		die_sys("cannot read '%s'", dir);
	closedir(d);
}

void
new_folder_add(const char *dir, const char *folder)
{
	char *path;

	path = mem_format("%s/%s", dir, folder);
	if (mkdir(path, 0777))
		die_sys("cannot make '%s'", path);
	free(path);
}

void
new_folder_open(struct out *o, const char *dir, const char *folder, const char *name)
{
	char *path;

	path = mem_format("%s/%s/%s.csv", dir, folder, name);
	out_file(o, path);
}

/* The path, which messages name, goes with it. */
void
new_folder_close(struct out *o)
{
	char *path = (char *)o->name;

	out_close(o);
	free(path);
}
