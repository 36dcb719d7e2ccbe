/*
 * lock - the right to replace a file, one program at a time
 *
 * flock(2) on the file itself, as one that is replaced by rename is another file
 * afterwards: a program that waited for the old one tries anew. A file that is not
 * there yet is locked by its folder. So no lock file is ever left behind, and a lock
 * goes with the program that held it, however that ends. A program that holds a lock
 * may take it once more, so that two new files of one folder don't wait for each other.
 */
#ifndef ST_BASE_LOCK_H
#define ST_BASE_LOCK_H

#include <stdbool.h>

struct lock {
	/* private */
	int fd;
	struct lock *next;
};

/*
 * Wait for the right to replace path, which must be a plain file or not be there
 * (false), and keep it until lock_release or the end of the program; l must live as
 * long. Dies when it can't be written.
 */
bool lock_take(struct lock *l, const char *path);

/* Give the right back: the next program has it, once this one has released it as often as it took it. */
void lock_release(struct lock *l);

#endif
