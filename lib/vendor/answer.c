#include "vendor/answer.h"

#include <errno.h>
#include <unistd.h>

#include "base/die.h"
#include "data/data_folder.h"
#include "vendor/refusal.h"

void
answer_print(struct out *o, int fd, const char *name)
{
	char buf[65536];
	ssize_t n;

	if (lseek(fd, 0, SEEK_SET))
		die_sys("cannot read what '%s' sent", name);
	while ((n = read(fd, buf, sizeof buf)) > 0 || (n < 0 && errno == EINTR))
		if (n > 0)
			out_bytes(o, buf, (size_t)n);
	if (n < 0)
		die_sys("cannot read what '%s' sent", name);
}

void
answer_check_archive(int fd, const char *name)
{
	char head[4096];
	ssize_t n;

	do
		n = pread(fd, head, sizeof head, 0);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		die_sys("cannot read what '%s' sent", name);
	refusal_check(INTAKE_ARCHIVE, head, (size_t)n, name);
	data_check(fd, name);
}
