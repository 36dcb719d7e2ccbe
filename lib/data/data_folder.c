#include "data/data_folder.h"

#include <archive.h>
#include <archive_entry.h>
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/die.h"
#include "base/mem.h"

enum { FOLDERS = 8, BLOCK = 65536 };

/* Where reading of one folder of an archive stands. */
struct cursor {
	const char *folder;
	struct archive *a;
	const char *path;  /* of the archive */
};

struct data {
	const char *path;
	bool is_archive;
	struct cursor cursor[FOLDERS];
};

static struct archive *
archive_any(void)
{
	struct archive *a = archive_read_new();

	if (!a)
		die("out of memory");
	archive_read_support_filter_all(a);
	archive_read_support_format_all(a);
	return a;
}

static struct archive *
archive_start(const char *path)
{
	struct archive *a = archive_any();

	if (archive_read_open_filename(a, path, BLOCK) != ARCHIVE_OK)
		die("cannot read '%s': %s", path, archive_error_string(a));
	return a;
}

/* The next entry's name, NULL at the end. */
static const char *
archive_next(struct archive *a, const char *path)
{
	struct archive_entry *e;
	int s = archive_read_next_header(a, &e);

	if (s == ARCHIVE_EOF)
		return NULL;
	if (s != ARCHIVE_OK)
		die("cannot read '%s': %s", path, archive_error_string(a));
	const char *name = archive_entry_pathname(e);
	return name ? name : "";
}

struct data *
data_open(const char *path)
{
	struct data *d = mem_alloc(1, sizeof *d);
	struct stat st;

	if (stat(path, &st))
		die_sys("cannot open '%s'", path);
	d->path = path;
	d->is_archive = !S_ISDIR(st.st_mode);
	if (d->is_archive) {
		struct archive *a = archive_start(path);
		archive_next(a, path);
		archive_read_free(a);
	}
	return d;
}

/* "FOLDER/CODE.csv" at the end of name, after nothing or a slash: the code, or nothing. */
static struct slice
code_of(const char *name, const char *folder)
{
	const char *slash = strrchr(name, '/'), *dot = strrchr(name, '.');
	size_t n = strlen(folder);

	if (!slash || !dot || dot <= slash + 1 || strcmp(dot, ".csv") != 0 || (size_t)(slash - name) < n)
		return (struct slice){ NULL, 0 };
	const char *at = slash - n;
	if (memcmp(at, folder, n) != 0 || (at > name && at[-1] != '/'))
		return (struct slice){ NULL, 0 };
	return (struct slice){ slash + 1, (size_t)(dot - slash - 1) };
}

static int
folder_index(struct data *d, const char *folder)
{
	int i = 0;

	while (d->cursor[i].folder && strcmp(d->cursor[i].folder, folder) != 0)
		if (++i == FOLDERS)
			die("too many folders of '%s' at once", d->path);
	d->cursor[i].folder = folder;
	d->cursor[i].path = d->path;
	return i;
}

/* Move on to the code's entry, from the start again if it lies behind. */
static bool
cursor_find(struct cursor *c, const char *code)
{
	for (int pass = 0; pass < 2; pass++) {
		const char *name;
		if (!c->a)
			c->a = archive_start(c->path), pass = 1;
		while ((name = archive_next(c->a, c->path)))
			if (slice_eq(code_of(name, c->folder), slice_of(code)))
				return true;
		archive_read_free(c->a);
		c->a = NULL;
	}
	return false;
}

static ssize_t
cursor_read(void *src, char *buf, size_t n)
{
	struct cursor *c = src;
	ssize_t k = archive_read_data(c->a, buf, n);

	if (k < 0)
		die("cannot read '%s': %s", c->path, archive_error_string(c->a));
	return k;
}

static char *
member_name(const struct data *d, const char *folder, const char *code)
{
	size_t n = strlen(d->path) + strlen(folder) + strlen(code) + 8;
	char *s = mem_alloc(n, 1);

	snprintf(s, n, "%s/%s/%s.csv", d->path, folder, code);
	return s;
}

bool
data_member(struct data *d, const char *folder, const char *code, struct rec *r)
{
	int i = folder_index(d, folder);

	if (strchr(code, '/') || !*code)
		die("not an instrument code: \"%s\"", code);
	char *name = member_name(d, folder, code); /* kept: messages may name it for long */
	if (d->is_archive) {
		if (!cursor_find(&d->cursor[i], code))
			return false;
		rec_source(r, cursor_read, &d->cursor[i], name);
		return true;
	}
	struct stat st;
	if (stat(name, &st)) {
		if (errno != ENOENT && errno != ENOTDIR)
			die_sys("cannot open '%s'", name);
		return false;
	}
	rec_file(r, name);
	return true;
}

double
data_size(struct data *d, const char *folder, const char *code)
{
	char *name = member_name(d, folder, code);
	struct stat st;
	double size = d->is_archive ? 1 : stat(name, &st) ? 0 : (double)st.st_size;

	free(name);
	return size;
}

static void
put_code(struct names *t, const char *name, const char *folder)
{
	struct slice code = code_of(name, folder);

	if (code.n)
		names_put(t, code);
}

static void
list_folder(const struct data *d, const char *folder, struct names *t)
{
	char path[4096], name[4096];
	struct dirent *e;

	snprintf(path, sizeof path, "%s/%s", d->path, folder);
	DIR *dir = opendir(path);
	if (!dir) {
		if (errno == ENOENT)
			return;
		die_sys("cannot open '%s'", path);
	}
	while ((e = readdir(dir))) {
		snprintf(name, sizeof name, "%s/%s", folder, e->d_name);
		put_code(t, name, folder);
	}
	closedir(dir);
}

struct names
data_codes(struct data *d, const char *folder)
{
	struct names t = { 0 };
	const char *name;

	if (d->is_archive) {
		struct archive *a = archive_start(d->path);
		while ((name = archive_next(a, d->path)))
			put_code(&t, name, folder);
		archive_read_free(a);
	} else {
		list_folder(d, folder, &t);
	}
	return names_sorted(&t);
}

void
data_check(int fd, const char *name)
{
	struct archive *a = archive_any();
	long n = 0;

	if (archive_read_open_fd(a, fd, BLOCK) != ARCHIVE_OK)
		die("cannot read '%s': %s", name, archive_error_string(a));
	while (archive_next(a, name))
		n++;
	if (n == 0)
		die("%s: an empty archive", name);
	archive_read_free(a);
}
