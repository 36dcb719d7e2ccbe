#include "data/file_bytes.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"

void
file_bytes_open(struct file_bytes *f, int fd, const char *name)
{
	struct stat st;

	f->fd = fd;
	f->name = name;
	f->at = 0;
	if (fstat(fd, &st))
		die_sys("cannot read '%s'", name);
	f->size = st.st_size;
}

size_t
file_bytes_next(struct file_bytes *f)
{
	ssize_t n;

	do
		n = pread(f->fd, f->block, sizeof f->block, f->at);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		die_sys("cannot read '%s'", f->name);
	f->at += n;
	return (size_t)n;
}
