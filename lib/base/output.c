#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/replacement.h"

/* A file by what it is, not by one of its names. */
struct output_file {
	dev_t dev;
	ino_t ino;
};

struct output {
	struct replacement new;
	struct out place;         /* of what is no file */
	struct output_file file;  /* the old one */
	bool replaces, was_there;
	const char *path;
	struct output *next;
};

static struct output *first, **end = &first;

/* Files that were opened to be read. */
static struct output_file *input;
static size_t inputs;

static bool
same(struct output_file a, struct output_file b)
{
	return a.dev == b.dev && a.ino == b.ino;
}

/* ---- inputs ---- */

static bool
add_input(const struct stat *st, const char *name, struct wrong *w)
{
	struct output_file f = { st->st_dev, st->st_ino };

	if (!S_ISREG(st->st_mode))
		return true;
	for (const struct output *o = first; o; o = o->next)
		if (o->was_there && same(o->file, f))
			return wrong_say(w, "cannot write '%s': it is an input too, '%s'", o->path, name);
	if ((inputs & (inputs - 1)) == 0)
		input = mem_grow(input, inputs ? 2 * inputs : 1, sizeof *input);
	input[inputs++] = f;
	return true;
}

bool
output_try_input(int fd, const char *name, struct wrong *w)
{
	struct stat st;

	return fstat(fd, &st) || add_input(&st, name, w);
}

bool
output_try_input_file(const char *path, struct wrong *w)
{
	struct stat st;

	return stat(path, &st) || add_input(&st, path, w);
}

void
output_input(int fd, const char *name)
{
	struct wrong w;

	if (!output_try_input(fd, name, &w))
		die("%s", w.text);
}

/* ---- outputs ---- */

/* The number of the descriptor that a path stands for, or -1: it is not to be opened anew, at its beginning. */
static int
descriptor(const char *path)
{
	static const char *const folder[] = { "/dev/fd/", "/proc/self/fd/" };

	for (int i = 0; i < 2; i++) {
		const char *number = path + strlen(folder[i]);
		if (strncmp(path, folder[i], strlen(folder[i])) == 0 && *number && !number[strspn(number, "0123456789")])
			return atoi(number);
	}
	return strcmp(path, "/dev/stdout") == 0 ? 1 : strcmp(path, "/dev/stderr") == 0 ? 2 : -1;
}

/* What a path leads to, through links; owned by the caller. */
static char *
behind_links(const char *path)
{
	char *real, target[PATH_MAX], *joined;
	struct stat st;

	if (lstat(path, &st) || !S_ISLNK(st.st_mode))
		return mem_dup(path, strlen(path));
	if ((real = realpath(path, NULL)))
		return real;
	if (errno != ENOENT)
		die_sys("cannot open '%s'", path);
	ssize_t n = readlink(path, target, sizeof target); /* to what is not there yet */
	if (n < 0 || n == sizeof target)
		die_sys("cannot open '%s'", path);
	if (*target == '/')
		return mem_dup(target, (size_t)n);
	char *dir = replacement_folder(path);
	joined = mem_format("%s/%.*s", dir, (int)n, target);
	free(dir);
	return joined;
}

static void
check_inputs(const struct output *o)
{
	for (size_t i = 0; i < inputs; i++)
		if (same(input[i], o->file))
			die("cannot write '%s': it is an input too", o->path);
}

static struct out *
open_place(struct output *o, int fd)
{
	fd = fd < 0 ? open(o->path, O_WRONLY | O_CLOEXEC) : fcntl(fd, F_DUPFD_CLOEXEC, 3);
	if (fd < 0)
		die_sys("cannot open '%s'", o->path);
	out_open(&o->place, fd, o->path);
	return &o->place;
}

struct out *
output_open(const char *path)
{
	struct output *o = mem_alloc(1, sizeof *o);
	int fd = descriptor(path);
	struct stat st;

	bool there = (fd < 0 ? stat(path, &st) : fstat(fd, &st)) == 0;
	o->path = path;
	o->was_there = there && S_ISREG(st.st_mode);
	o->replaces = fd < 0 && (o->was_there || !there);
	if (o->was_there) {
		o->file = (struct output_file){ st.st_dev, st.st_ino };
		check_inputs(o);
	}
	struct out *out = o->replaces ? &o->new.out : open_place(o, fd);
	if (o->replaces)
		replacement_open(&o->new, behind_links(path));
	*end = o;
	end = &o->next;
	return out;
}

/* Everything is with the kernel before the first file is renamed: a full disk leaves all of the old ones. */
void
output_close_all(void)
{
	for (struct output *o = first; o; o = o->next)
		out_flush(o->replaces ? &o->new.out : &o->place);
	while (first) {
		struct output *o = first;
		if (o->replaces)
			replacement_close(&o->new);
		else
			out_close(&o->place);
		first = o->next;
		free(o);
	}
	end = &first;
}
