#include "net/http_cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/out.h"

enum { WHOLE, WHOLE_VERSION, PART, PART_VERSION };

static const char *const suffix[] = { "body", "version", "part", "part-version" };

/* FNV-1a; two addresses of one hash only take turns, for each version tells its address. */
static uint64_t
hash(const char *s)
{
	uint64_t h = 14695981039346656037u;

	for (; *s; s++)
		h = (h ^ (unsigned char)*s) * 1099511628211u;
	return h;
}

struct http_cache
http_cache_in(const char *dir, const char *address)
{
	struct http_cache k = { .address = address };

	if (!dir)
		return k;
	if (mkdir(dir, 0777) && errno != EEXIST)
		die_sys("cannot make '%s'", dir);
	for (int i = 0; i < 4; i++)
		k.path[i] = mem_format("%s/%016llx.%s", dir, (unsigned long long)hash(address), suffix[i]);
	return k;
}

/* ---- versions: three lines, of address, etag and date ---- */

static bool
read_line(FILE *f, char *s, size_t n)
{
	if (!fgets(s, (int)n, f) || !strchr(s, '\n'))
		return false;
	*strchr(s, '\n') = '\0';
	return true;
}

/* A file of the folder, by no link, for others may write to it too; -1 when there is none. */
static int
open_plain(const char *path, int flags)
{
	struct stat st;
	int fd = open(path, flags | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0666);

	if (fd < 0 && (flags & O_CREAT || errno != ENOENT))
		die_sys("cannot open '%s'", path);
	if (fd >= 0 && (fstat(fd, &st) || !S_ISREG(st.st_mode)))
		die("'%s' is not a plain file", path);
	return fd;
}

static bool
read_version(const struct http_cache *k, int which, struct http_cache_version *v)
{
	size_t n = strlen(k->address) + 2;
	char *address = mem_alloc(n, 1);
	int fd = open_plain(k->path[which], O_RDONLY);
	FILE *f = fd < 0 ? NULL : fdopen(fd, "r");

	*v = (struct http_cache_version){ "", "" };
	bool right = f && read_line(f, address, n) && strcmp(address, k->address) == 0 &&
	    read_line(f, v->etag, sizeof v->etag) && read_line(f, v->modified, sizeof v->modified);
	if (f)
		fclose(f);
	free(address);
	return right;
}

static void
write_version(const struct http_cache *k, int which, const struct http_cache_version *v)
{
	struct out o;

	out_open(&o, open_plain(k->path[which], O_WRONLY | O_CREAT | O_TRUNC), k->path[which]);
	out_str(&o, k->address);
	out_char(&o, '\n');
	out_str(&o, v->etag);
	out_char(&o, '\n');
	out_str(&o, v->modified);
	out_char(&o, '\n');
	out_close(&o);
}

/* ---- answers ---- */

int
http_cache_whole(const struct http_cache *k, struct http_cache_version *v)
{
	if (!k->path[WHOLE] || !read_version(k, WHOLE_VERSION, v))
		return -1;
	return open_plain(k->path[WHOLE], O_RDONLY);
}

static int
nameless(void)
{
	const char *dir = getenv("TMPDIR");
	int fd = open(dir && *dir ? dir : "/tmp", O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

	if (fd < 0)
		die_sys("cannot make a file in '%s'", dir && *dir ? dir : "/tmp");
	return fd;
}

static bool
lock(int fd)
{
	int failed;

	do
		failed = flock(fd, LOCK_EX);
	while (failed && errno == EINTR);
	return !failed;
}

/* The file of that path, locked; one that another process has moved away meanwhile is let go. */
static int
open_locked(const char *path)
{
	struct stat a, b;

	for (;;) {
		int fd = open_plain(path, O_RDWR | O_CREAT);
		if (!lock(fd) || fstat(fd, &a))
			die_sys("cannot open '%s'", path);
		if (stat(path, &b) == 0 && a.st_ino == b.st_ino && a.st_dev == b.st_dev)
			return fd;
		close(fd);
	}
}

int
http_cache_part(const struct http_cache *k, struct http_cache_version *v, int64_t *n)
{
	*v = (struct http_cache_version){ "", "" };
	*n = 0;
	if (!k->path[PART])
		return nameless();
	int fd = open_locked(k->path[PART]);
	if (read_version(k, PART_VERSION, v))
		*n = lseek(fd, 0, SEEK_END);
	return fd;
}

void
http_cache_begin(const struct http_cache *k, int fd, const struct http_cache_version *v)
{
	if (ftruncate(fd, 0) || lseek(fd, 0, SEEK_SET))
		die_sys("cannot write what '%s' sends", k->address);
	if (k->path[PART])
		write_version(k, PART_VERSION, v);
}

void
http_cache_end(const struct http_cache *k, int fd)
{
	if (!k->path[PART])
		return;
	/* In this order an answer never stands by the version of another one. */
	if (fsync(fd) || (unlink(k->path[WHOLE_VERSION]) && errno != ENOENT) || rename(k->path[PART], k->path[WHOLE]) ||
	    rename(k->path[PART_VERSION], k->path[WHOLE_VERSION]))
		die_sys("cannot keep what '%s' sent", k->address);
}

void
http_cache_drop(const struct http_cache *k, int fd)
{
	if (k->path[PART]) {
		unlink(k->path[PART_VERSION]);
		unlink(k->path[PART]);
	}
	close(fd);
}
