/*
 * unpack - the entries of an archive of files, one after another, forwards
 *
 * tar and cpio, compressed as expand knows it or not, zip and 7-zip. Whatever says that an archive is not whole dies
 * naming it: a checksum, bytes or an end mark that are missing, bytes behind the end.
 */
#ifndef ST_DATA_UNPACK_H
#define ST_DATA_UNPACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct unpack;

enum unpack_type { UNPACK_FILE, UNPACK_FOLDER, UNPACK_LINK, UNPACK_OTHER };

struct unpack_entry {
	const char *path;     /* until the next entry */
	const char *target;   /* of a link */
	enum unpack_type type;
	int64_t size;
	const char *warning;  /* what is amiss with it, though it can be read; or NULL */
};

/* From the archive's beginning; the descriptor must stay open. */
struct unpack *unpack_open(int fd, const char *name);
void unpack_close(struct unpack *u);

/* The next entry; false at the end of an archive that is whole, and has any. */
bool unpack_next(struct unpack *u, struct unpack_entry *e);

/* The next bytes of the entry's file: how many, 0 at its end. */
size_t unpack_read(struct unpack *u, void *buf, size_t n);

/* The same as they lie, until the next call; false at the end, when a checksum that the entry has of its own was looked at. */
bool unpack_block(struct unpack *u, const void **block, size_t *n);

/* Look at the checksum of the entry, if it has one of its own, by reading it to its end. */
void unpack_verify(struct unpack *u);

#endif
