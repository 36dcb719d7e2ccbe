/*
 * file_bytes - the bytes of a file, a block at a time, from a place of its own
 *
 * Several may read one descriptor at once, whose own place is left alone. Errors die naming the file.
 */
#ifndef ST_DATA_FILE_BYTES_H
#define ST_DATA_FILE_BYTES_H

#include <stddef.h>
#include <stdint.h>

enum { FILE_BYTES_BLOCK = 65536 };

struct file_bytes {
	int fd;
	const char *name;  /* for messages */
	int64_t at, size;
	unsigned char block[FILE_BYTES_BLOCK];
};

/* From the file's beginning; the descriptor must stay open. */
void file_bytes_open(struct file_bytes *f, int fd, const char *name);

/* The next block into f->block: how many bytes, 0 at the end. */
size_t file_bytes_next(struct file_bytes *f);

#endif
