/*
 * inject - a library for LD_PRELOAD that makes one call of a program fail, or kills the program there
 *
 *   FAULT='write 3'       the third write fails, as on a full disk
 *   FAULT='kill write 3'  the program is killed (SIGKILL) where it would write for the third time
 *   FAULT_COUNTS=FILE     how many calls of each kind there were goes into FILE, a line each, at the end
 *   FAULT_IN=NAME         only in the program of that name, wherever in a pipeline it is; else in the first, without its children
 *
 * Calls of all libraries count, and what stands before main; but the C library's own do not come
 * by here, whose stdio reads and writes by another way.
 */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum kind { ALLOC, READ, WRITE, OPEN, SYNC, RENAME, CLOSE, UNLINK, KINDS };

/* With what each of them fails. */
static const struct {
	const char *name;
	int error;
} kinds[KINDS] = {
	[ALLOC] = { "alloc", ENOMEM }, [READ] = { "read", EIO }, [WRITE] = { "write", ENOSPC }, [OPEN] = { "open", EMFILE },
	[SYNC] = { "sync", EIO }, [RENAME] = { "rename", EIO }, [CLOSE] = { "close", EIO }, [UNLINK] = { "unlink", EIO },
};

static struct {
	bool ready, kills;
	enum kind kind;
	long at;                    /* 0 for never */
	atomic_long calls[KINDS];
} fault;

/* Nothing here may allocate: the first allocation asks for it. */
static void
begin(void)
{
	const char *s = getenv("FAULT"), *in = getenv("FAULT_IN");

	fault.ready = true;
	if (in && strcmp(in, program_invocation_short_name) != 0)
		return;
	if (!in)
		unsetenv("LD_PRELOAD");
	fault.kills = s && strncmp(s, "kill ", 5) == 0;
	s += fault.kills ? strlen("kill ") : 0;
	for (int i = 0; s && i < KINDS; i++) {
		size_t n = strlen(kinds[i].name);
		if (strncmp(s, kinds[i].name, n) == 0 && s[n] == ' ') {
			fault.kind = (enum kind)i;
			fault.at = atol(s + n);
		}
	}
}

static bool
fails(enum kind k)
{
	if (!fault.ready)
		begin();
	if (++fault.calls[k] != fault.at || k != fault.kind)
		return false;
	if (fault.kills)
		kill(getpid(), SIGKILL);
	errno = kinds[k].error;
	return true;
}

static __attribute__((destructor)) void
tell(void)
{
	const char *path = getenv("FAULT_COUNTS");
	char s[64 * KINDS];
	int n = 0;

	if (!path)
		return;
	for (int i = 0; i < KINDS; i++)
		n += snprintf(s + n, sizeof s - (size_t)n, "%s %ld\n", kinds[i].name, (long)fault.calls[i]);
	long fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	syscall(SYS_write, fd, s, n);
	syscall(SYS_close, fd);
}

/* ---- memory ---- */

void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);

void *
malloc(size_t n)
{
	return fails(ALLOC) ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return fails(ALLOC) ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t n)
{
	return fails(ALLOC) ? NULL : __libc_realloc(p, n);
}

/* ---- files; close closes, as Linux does when it fails ---- */

/* The C library's own, looked for once. */
#define OWN(name) \
	static __typeof__(&name) own; \
	if (!own) \
		own = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define FAILING(kind, type, name, parameters, arguments) \
	type \
	name parameters \
	{ \
		OWN(name); \
		return fails(kind) ? -1 : own arguments; \
	}

FAILING(READ, ssize_t, read, (int fd, void *p, size_t n), (fd, p, n))
FAILING(READ, ssize_t, pread, (int fd, void *p, size_t n, off_t at), (fd, p, n, at))
FAILING(READ, ssize_t, pread64, (int fd, void *p, size_t n, off64_t at), (fd, p, n, at))
FAILING(WRITE, ssize_t, write, (int fd, const void *p, size_t n), (fd, p, n))
FAILING(WRITE, ssize_t, pwrite, (int fd, const void *p, size_t n, off_t at), (fd, p, n, at))
FAILING(WRITE, ssize_t, pwrite64, (int fd, const void *p, size_t n, off64_t at), (fd, p, n, at))
FAILING(WRITE, ssize_t, writev, (int fd, const struct iovec *v, int n), (fd, v, n))
FAILING(SYNC, int, fsync, (int fd), (fd))
FAILING(SYNC, int, fdatasync, (int fd), (fd))
FAILING(RENAME, int, rename, (const char *from, const char *to), (from, to))
FAILING(UNLINK, int, unlink, (const char *path), (path))
FAILING(OPEN, int, mkostemp, (char *path, int flags), (path, flags))
FAILING(OPEN, int, mkostemp64, (char *path, int flags), (path, flags))

/* The mode of a file that is made; there is none otherwise, and it is not looked at. */
#define MODE(last) \
	va_list ap; \
	va_start(ap, last); \
	mode_t mode = last & (O_CREAT | O_TMPFILE) ? va_arg(ap, mode_t) : 0; \
	va_end(ap)

#define OPENING(name, parameters, ...) \
	int \
	name parameters \
	{ \
		OWN(name); \
		MODE(flags); \
		return fails(OPEN) ? -1 : own(__VA_ARGS__, mode); \
	}

OPENING(open, (const char *path, int flags, ...), path, flags)
OPENING(open64, (const char *path, int flags, ...), path, flags)
OPENING(openat, (int dir, const char *path, int flags, ...), dir, path, flags)
OPENING(openat64, (int dir, const char *path, int flags, ...), dir, path, flags)

int
close(int fd)
{
	OWN(close);
	int answer = own(fd);

	return fails(CLOSE) ? -1 : answer;
}
