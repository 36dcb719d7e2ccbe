/*
 * expand - the bytes of a file, expanded when it is compressed, with every checksum looked at
 *
 * gzip by zlib, since libarchive looks at neither its CRC nor its length; bzip2, compress, lzma, xz, zstd and lz4 by
 * libarchive, as far as it has them within itself: no program is ever started. Whoever has read to the end has read
 * what was packed, unless the file has no checksum: it is not compressed, or by compress or lzma, or by an xz, zstd
 * or lz4 that was told to leave it out. What is corrupt, cut off or absurdly small for its contents dies naming the file.
 */
#ifndef ST_DATA_EXPAND_H
#define ST_DATA_EXPAND_H

#include <stddef.h>
#include <stdint.h>

struct expand;

/* From the file's beginning; the descriptor must stay open. */
struct expand *expand_open(int fd, const char *name);
void expand_close(struct expand *x);

/* The next bytes, which last until the next call: how many, 0 at the end. */
size_t expand_next(struct expand *x, const void **block);

/* How many bytes there were before and up to the last that is not zero. */
int64_t expand_nonzero(const struct expand *x);

/* Die when a file of size bytes has given so many that it was made to fill a disk. */
void expand_bound(const char *name, int64_t size, int64_t total);

#endif
