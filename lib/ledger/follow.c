#include "ledger/follow.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/inotify.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "base/replacement.h"

/* The folder, not the log, which comes and goes. */
void
ledger_follow(struct ledger_follow *f, const char *path)
{
	char *dir = replacement_folder(path);

	f->fd = inotify_init1(IN_CLOEXEC);
	if (f->fd < 0 || inotify_add_watch(f->fd, dir, IN_MODIFY | IN_CREATE | IN_MOVED_TO) < 0)
		die_sys("cannot watch '%s'", dir);
	free(dir);
}

void
ledger_follow_wait(struct ledger_follow *f)
{
	static const struct timespec pause = { .tv_nsec = 100000000 };
	_Alignas(struct inotify_event) char buf[4096];
	ssize_t n;

	do
		n = read(f->fd, buf, sizeof buf);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		die_sys("cannot watch the ledger");
	nanosleep(&pause, NULL);
}
