#include "data/data_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "data/members.h"
#include "data/unpack.h"

struct data {
	const char *path;
	struct members *archive; /* NULL: a folder */
};

static const char *
kind_of(mode_t mode)
{
	return S_ISDIR(mode) ? "a folder" : S_ISFIFO(mode) ? "a FIFO" : S_ISSOCK(mode) ? "a socket" : "a device";
}

char *
data_file(const char *path)
{
	char *file = mem_dup(path, strlen(path)), *slash;
	struct stat st;

	while (stat(file, &st) && errno == ENOTDIR && (slash = strrchr(file, '/')) && slash > file)
		*slash = '\0';
	return file;
}

struct data *
data_open(const char *path)
{
	struct data *d = mem_alloc(1, sizeof *d);
	char *file = data_file(path);
	struct stat st;

	if (stat(file, &st))
		die_sys("cannot open '%s'", path);
	d->path = path;
	if (S_ISDIR(st.st_mode))
		return d;
	if (!S_ISREG(st.st_mode))
		die("'%s' is neither a folder nor an archive, but %s", file, kind_of(st.st_mode));
	int fd = open(file, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		die_sys("cannot open '%s'", file);
	d->archive = members_open(fd, file, path[strlen(file)] ? path + strlen(file) + 1 : NULL);
	return d;
}

static char *
member_name(const struct data *d, const char *folder, const char *code)
{
	size_t n = strlen(d->path) + strlen(folder) + strlen(code) + 8;
	char *s = mem_alloc(n, 1);

	snprintf(s, n, "%s/%s/%s.csv", d->path, folder, code);
	return s;
}

static bool
file_member(struct rec *r, const char *name)
{
	struct stat st;

	if (stat(name, &st)) {
		if (errno != ENOENT && errno != ENOTDIR)
			die_sys("cannot open '%s'", name);
		return false;
	}
	if (!S_ISREG(st.st_mode))
		die("%s: not a file, but %s", name, kind_of(st.st_mode));
	rec_file(r, name);
	return true;
}

static void
check_code(const char *code)
{
	if (strchr(code, '/') || !*code || !names_plain(slice_of(code)))
		die("not an instrument code: \"%s\"", code);
}

bool
data_member(struct data *d, const char *folder, const char *code, struct rec *r)
{
	check_code(code);
	char *name = member_name(d, folder, code); /* kept: messages may name it for long */
	if (!(d->archive ? members_read(d->archive, folder, code, r, name) : file_member(r, name)))
		return false;
	r->skip_blank = true;
	return true;
}

/* What is no file is for its reader to name. */
static struct file_ends
ends_of_file(const char *name)
{
	struct file_ends e = { true, INT64_MIN, INT64_MAX };
	struct stat st;

	if (stat(name, &st))
		return (struct file_ends){ .rows = errno != ENOENT && errno != ENOTDIR };
	if (!S_ISREG(st.st_mode))
		return e;
	int fd = open(name, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		die_sys("cannot open '%s'", name);
	e = file_ends_read(fd, st.st_size, name);
	close(fd);
	return e;
}

struct file_ends
data_ends(struct data *d, const char *folder, const char *code)
{
	check_code(code);
	if (d->archive)
		return members_ends(d->archive, folder, code);
	char *name = member_name(d, folder, code);
	struct file_ends e = ends_of_file(name);

	free(name);
	return e;
}

double
data_size(struct data *d, const char *folder, const char *code)
{
	if (d->archive)
		return members_size(d->archive, folder, code);
	char *name = member_name(d, folder, code);
	struct stat st;
	double size = stat(name, &st) ? 0 : (double)st.st_size;

	free(name);
	return size;
}

void
data_only(struct data *d, const struct names *codes)
{
	if (d->archive)
		members_only(d->archive, codes);
}

/* The code of a file CODE.csv, or nothing; hidden files are of no instrument. */
static struct slice
code_of(const char *file, const char *folder, const char *data)
{
	struct slice code = slice_of(file);

	if (code.n <= 4 || *file == '.' || strcmp(file + code.n - 4, ".csv") != 0)
		return (struct slice){ NULL, 0 };
	code.n -= 4;
	if (!names_plain(code))
		die("'%s': a control byte in the name of '%s/%s'", data, folder, file);
	return code;
}

static void
list_folder(const struct data *d, const char *folder, struct names *t)
{
	char *path;
	struct dirent *e;

	path = mem_format("%s/%s", d->path, folder);
	DIR *dir = opendir(path);
	if (!dir && errno != ENOENT)
		die_sys("cannot open '%s'", path);
	while (dir && (errno = 0, e = readdir(dir))) {
		struct slice code = code_of(e->d_name, folder, d->path);
		if (code.n)
			names_put(t, code);
	}
	if (dir && errno)
		die_sys("cannot read '%s'", path);
	if (dir)
		closedir(dir);
	free(path);
}

struct names
data_codes(struct data *d, const char *folder)
{
	struct names t = { 0 };

	if (d->archive)
		return members_codes(d->archive, folder);
	list_folder(d, folder, &t);
	return names_sorted(&t);
}

void
data_check(int fd, const char *name)
{
	struct unpack *u = unpack_open(fd, name);
	struct unpack_entry e;

	while (unpack_next(u, &e))
		unpack_verify(u);
	unpack_close(u);
}
