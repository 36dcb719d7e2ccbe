#include "base/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/replacement.h"

static struct lock *held;

/* The file, or when there is none -1. */
static int
open_file(const char *path)
{
	struct stat st;
	int fd = open(path, O_RDWR | O_NONBLOCK | O_CLOEXEC);

	if (fd < 0 && errno != ENOENT)
		die_sys("cannot open '%s'", path);
	if (fd >= 0 && (fstat(fd, &st) || !S_ISREG(st.st_mode)))
		die("'%s' is not a plain file", path);
	return fd;
}

static int
open_folder(const char *path)
{
	char *dir = replacement_folder(path);
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		die_sys("cannot open '%s'", dir);
	free(dir);
	return fd;
}

/* Is what was locked still what path names: this file, or with -1 none? */
static bool
still(const char *path, int file)
{
	struct stat a, b;

	if (stat(path, &a))
		return file < 0 && errno == ENOENT;
	return file >= 0 && fstat(file, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

static bool
is_same(int a, int b)
{
	struct stat x, y;

	return fstat(a, &x) == 0 && fstat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

/* A descriptor with the lock on what fd is open for; fd itself unless the program holds that lock, which is shared then. */
static int
locked(int fd, const char *path)
{
	for (const struct lock *l = held; l; l = l->next)
		if (is_same(l->fd, fd)) {
			close(fd);
			if ((fd = fcntl(l->fd, F_DUPFD_CLOEXEC, 0)) < 0)
				die_sys("cannot lock '%s'", path);
			return fd;
		}
	while (flock(fd, LOCK_EX))
		if (errno != EINTR)
			die_sys("cannot lock '%s'", path);
	return fd;
}

bool
lock_take(struct lock *l, const char *path)
{
	for (;;) {
		int file = open_file(path), fd = locked(file < 0 ? open_folder(path) : file, path);
		if (still(path, file < 0 ? file : fd)) {
			*l = (struct lock){ .fd = fd, .next = held };
			held = l;
			return file >= 0;
		}
		close(fd);
	}
}

void
lock_release(struct lock *l)
{
	struct lock **p = &held;

	while (*p != l)
		p = &(*p)->next;
	*p = l->next;
	close(l->fd);
}
