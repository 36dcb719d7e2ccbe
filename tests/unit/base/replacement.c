#include "base/replacement.h"

#include <dirent.h>
#include <signal.h>
#include <sys/stat.h>

#include "base/die.h"
#include "folder.h"

static int synced_files, synced_folders;

/* The library's calls come here. */
int
fsync(int fd)
{
	struct stat st;

	if (fstat(fd, &st))
		return -1;
	synced_files += S_ISREG(st.st_mode) != 0;
	synced_folders += S_ISDIR(st.st_mode) != 0;
	return 0;
}

static int
files(void)
{
	DIR *d = opendir(folder);
	int n = 0;

	for (struct dirent *e; (e = readdir(d));)
		n += e->d_name[0] != '.';
	closedir(d);
	return n;
}

static void
begin(struct replacement *r, const char *name, const char *text)
{
	replacement_open(r, strdup(folder_path(name)));
	out_str(&r->out, text);
}

/* Two files of which neither is there yet, both open. */
static void
begin_two(struct replacement *a, struct replacement *b)
{
	begin(a, "new-a", "one");
	begin(b, "new-b", "two");
	out_flush_all();
}

/* What lies where the new file is to be written, a link to another file or a FIFO, is neither written to nor waited for. */
static void
in_the_way(void)
{
	static char path[256], temporary[264];
	struct replacement r;
	struct stat st;

	snprintf(path, sizeof path, "%s", folder_path("prices"));
	snprintf(temporary, sizeof temporary, "%s.tmp", path);
	folder_put("victim", "safe");
	for (int i = 0; i < 2; i++) {
		CHECK(i ? mkfifo(temporary, 0666) == 0 : symlink("victim", temporary) == 0);
		alarm(5);
		replacement_open_durable(&r, path);
		out_str(&r.out, "new");
		replacement_close(&r);
		alarm(0);
		CHECK(folder_holds("victim", "safe") && folder_holds("prices", "new"));
		CHECK(lstat(path, &st) == 0 && S_ISREG(st.st_mode));
		unlink(path);
	}
	unlink(folder_path("victim"));
}

static void
several_at_once(void)
{
	struct replacement a, b, c;

	folder_put("a", "old");
	chmod(folder_path("a"), 0640);
	begin(&a, "a", "new a");
	begin(&b, "b", "new b");
	begin(&c, "c", "new c");
	CHECK(folder_holds("a", "old") && files() == 4);
	replacement_close(&b);
	CHECK(folder_holds("a", "old") && folder_holds("b", "new b"));
	replacement_close(&a);
	replacement_close(&c);
	CHECK(folder_holds("a", "new a") && folder_holds("b", "new b") && folder_holds("c", "new c") && files() == 3);
	struct stat st;
	CHECK(stat(folder_path("a"), &st) == 0 && (st.st_mode & 0777) == 0640);
}

static void
not_twice_the_same(void)
{
	static char want[512];
	struct replacement a, b;
	int fd;

	snprintf(want, sizeof want, "st: '%s' is being written already\n", folder_path("a"));
	if (test_child(2, &fd)) {
		begin(&a, "a", "once");
		begin(&b, "a", "twice");
		exit(0);
	}
	CHECK(test_ended(fd, 2, want) && folder_holds("a", "new a") && files() == 3);
}

/* How a child ends that has two files open: whatever the way, there are as many as before. */
static bool
ends(void (*how)(void))
{
	int fd, status;

	if (test_child(2, &fd)) {
		struct replacement a, b;
		begin_two(&a, &b);
		if (files() != 5)
			_exit(9);
		how();
		_exit(9);
	}
	wait(&status);
	close(fd);
	return status != 9 << 8 && files() == 3;
}

static void
by_dying(void)
{
	die("in between");
}

static void
by_leaving(void)
{
	exit(0);
}

static void
by_being_told(void)
{
	raise(SIGTERM);
}

static void
by_control_c(void)
{
	raise(SIGINT);
}

static void
nothing_is_left_behind(void)
{
	CHECK(ends(by_dying));
	CHECK(ends(by_leaving));
	CHECK(ends(by_being_told));
	CHECK(ends(by_control_c));
}

/* The signal is what the program dies of, as whoever sent it expects; one that it ignores stays ignored. */
static void
signals_are_what_they_were(void)
{
	struct replacement a, b;
	int fd, status;

	if (test_child(2, &fd)) {
		begin_two(&a, &b);
		raise(SIGHUP);
		raise(SIGTERM);
		_exit(9);
	}
	wait(&status);
	close(fd);
	CHECK(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM && files() == 3);
}

static void
a_child_leaves_its_parents_alone(void)
{
	struct replacement a, b;
	int fd;

	begin_two(&a, &b);
	if (test_child(2, &fd))
		exit(0);
	CHECK(test_ended(fd, 0, ""));
	replacement_close(&a);
	replacement_close(&b);
	CHECK(folder_holds("new-a", "one") && folder_holds("new-b", "two") && files() == 5);
}

static void
durable_is_on_the_disk(void)
{
	struct replacement plain, durable;

	begin(&plain, "a", "plain");
	replacement_close(&plain);
	CHECK(synced_files == 0 && synced_folders == 0);
	char *path = strdup(folder_path("b"));
	replacement_open_durable(&durable, path);
	out_str(&durable.out, "durable");
	replacement_close(&durable);
	free(path);
	CHECK(synced_files == 1 && synced_folders == 1 && folder_holds("b", "durable"));
}

int
main(void)
{
	signal(SIGHUP, SIG_IGN); /* as nohup does */
	if (!mkdtemp(folder))
		abort();
	RUN(several_at_once);
	RUN(not_twice_the_same);
	RUN(nothing_is_left_behind);
	RUN(signals_are_what_they_were);
	RUN(a_child_leaves_its_parents_alone);
	RUN(durable_is_on_the_disk);
	RUN(in_the_way);
	folder_remove();
	return test_end();
}
