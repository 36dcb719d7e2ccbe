#include "base/lock.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>

#include "folder.h"

/* Could another program have the lock now? A descriptor opened anew is another's, also in one program. */
static bool
is_free(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool got = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;

	close(fd);
	return got;
}

static int
descriptors(void)
{
	DIR *d = opendir("/proc/self/fd");
	int n = 0;

	while (readdir(d))
		n++;
	closedir(d);
	return n;
}

static void
held_until_released(void)
{
	struct lock a, b;
	int before = descriptors();

	folder_put("a", "x");
	folder_put("b", "x");
	char *path_a = strdup(folder_path("a")), *path_b = strdup(folder_path("b"));
	CHECK(lock_take(&a, path_a) && lock_take(&b, path_b));
	CHECK(!is_free(path_a) && !is_free(path_b) && is_free(folder));
	lock_release(&a);
	CHECK(is_free(path_a) && !is_free(path_b));
	CHECK(lock_take(&a, path_a) && !is_free(path_a));
	lock_release(&b);
	lock_release(&a);
	CHECK(is_free(path_a) && is_free(path_b) && descriptors() == before);
	free(path_a);
	free(path_b);
}

/* Both lock the folder. */
static void
two_new_files_of_one_folder(void)
{
	struct lock a, b;
	int before = descriptors();

	alarm(10);
	CHECK(!lock_take(&a, folder_path("new-a")) && !lock_take(&b, folder_path("new-b")) && !is_free(folder));
	lock_release(&a);
	CHECK(!is_free(folder));
	lock_release(&b);
	CHECK(is_free(folder) && descriptors() == before);
	alarm(0);
}

/* What has been put in the place of a locked file is another file. */
static void
a_replaced_file(void)
{
	struct lock old, new;
	char *path = strdup(folder_path("a"));

	alarm(10);
	CHECK(lock_take(&old, path));
	folder_put("c", "y");
	CHECK(rename(folder_path("c"), path) == 0 && is_free(path));
	CHECK(lock_take(&new, path) && !is_free(path));
	lock_release(&old);
	CHECK(!is_free(path));
	lock_release(&new);
	CHECK(is_free(path));
	alarm(0);
	free(path);
}

/* Another program waits until the lock is released, not until its holder ends. */
static void
another_waits(void)
{
	char *path = strdup(folder_path("a"));
	struct lock l;
	int fd;
	char said[2];

	CHECK(lock_take(&l, path));
	if (test_child(1, &fd)) {
		struct lock mine;
		lock_release(&l); /* the parent's, inherited */
		lock_take(&mine, path);
		_exit(write(1, "got", 3) != 3);
	}
	fcntl(fd, F_SETFL, O_NONBLOCK);
	usleep(50000);
	CHECK(read(fd, said, 1) < 0);
	fcntl(fd, F_SETFL, 0);
	lock_release(&l);
	CHECK(test_ended(fd, 0, "got"));
	free(path);
}

static void
refused(void)
{
	DIES("cannot open '/nonexistent': No such file or directory", struct lock l; lock_take(&l, "/nonexistent/x"));
	DIES("'/dev/null' is not a plain file", struct lock l; lock_take(&l, "/dev/null"));
}

int
main(void)
{
	if (!mkdtemp(folder))
		abort();
	RUN(held_until_released);
	RUN(two_new_files_of_one_folder);
	RUN(a_replaced_file);
	RUN(another_waits);
	RUN(refused);
	folder_remove();
	return test_end();
}
