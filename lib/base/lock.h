/*
 * lock - the right to replace a file, one program at a time
 *
 * flock(2) on the file itself, as one that is replaced by rename is another file
 * afterwards: a program that waited for the old one tries anew. A file that is not
 * there yet is locked by its folder. So no lock file is ever left behind, and a lock
 * goes with the program that held it, however that ends.
 */
#ifndef ST_BASE_LOCK_H
#define ST_BASE_LOCK_H

#include <stdbool.h>

/*
 * Wait for the right to replace path, which must be a plain file or not be there
 * (false), and keep it until the program ends. Dies when it can't be written.
 */
bool lock_file(const char *path);

#endif
