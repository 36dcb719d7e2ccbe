/*
 * file_ends - the first and the last row of a CSV file of stamps, without reading those between
 *
 * Its first and last bytes are enough, so that of hundreds of files it is soon said which have a
 * header alone, as an interrupted download leaves them, and from when to when the others go.
 */
#ifndef ST_DATA_FILE_ENDS_H
#define ST_DATA_FILE_ENDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FILE_ENDS_BYTES = 4096 }; /* of each end that are looked at */

struct file_ends {
	bool rows;           /* there are any; true too of what can't be told without reading it, as a file without a header */
	int64_t first, last; /* their seconds; INT64_MIN and INT64_MAX where they are not known */
};

/* The bytes of a file as they come. */
struct file_ends_bytes {
	char head[FILE_ENDS_BYTES], tail[FILE_ENDS_BYTES];
	size_t head_n, tail_n;
};

void file_ends_add(struct file_ends_bytes *b, const char *p, size_t n);
struct file_ends file_ends_of(const struct file_ends_bytes *b);

/* Those of a file of size bytes; dies naming it when it can't be read. */
struct file_ends file_ends_read(int fd, int64_t size, const char *name);

#endif
