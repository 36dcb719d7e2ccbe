#include "data/expand.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdbool.h>
#include <stdlib.h>
#include <zlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "data/file_bytes.h"

/* Prices shrink to a tenth, of all that was tried; zeros to a thousandth and less. */
enum { RATIO = 100, ALWAYS = 1 << 30 };

struct expand {
	struct file_bytes file;
	bool is_gzip, within;    /* within a member of the gzip file */
	z_stream z;
	struct archive *a;       /* what expands anything else */
	int64_t total, nonzero;
	unsigned char block[FILE_BYTES_BLOCK];
};

void
expand_bound(const char *name, int64_t size, int64_t total)
{
	if (total > ALWAYS && total / RATIO > size)
		die("'%s' is no archive of prices: its %lld bytes expand to more than %d times as many, and more than %d MiB", name,
		    (long long)size, RATIO, ALWAYS >> 20);
}

/* ---- gzip ---- */

/* See that there is input, of a member: they may stand behind one another, and zeros behind each; false at the end. */
static bool
gzip_fill(struct expand *x)
{
	for (;; x->z.next_in++, x->z.avail_in--) {
		if (!x->z.avail_in) {
			x->z.next_in = x->file.block;
			x->z.avail_in = (unsigned)file_bytes_next(&x->file);
		}
		if (!x->z.avail_in)
			return false;
		if (x->within || *x->z.next_in)
			return true;
	}
}

static size_t
gzip_next(struct expand *x)
{
	x->z.next_out = x->block;
	x->z.avail_out = sizeof x->block;
	while (x->z.avail_out == sizeof x->block) {
		if (!gzip_fill(x)) {
			if (x->within)
				die("cannot read '%s': cut off", x->file.name);
			break;
		}
		int s = inflate(&x->z, Z_NO_FLUSH);
		if (s != Z_OK && s != Z_STREAM_END)
			die("cannot read '%s': gzip: %s", x->file.name, x->z.msg ? x->z.msg : "corrupt");
		x->within = s == Z_OK;
		if (s == Z_STREAM_END)
			inflateReset(&x->z);
	}
	return sizeof x->block - x->z.avail_out;
}

/* ---- anything else ---- */

static la_ssize_t
read_file(struct archive *a, void *arg, const void **block)
{
	struct expand *x = arg;

	(void)a;
	*block = x->file.block;
	return (la_ssize_t)file_bytes_next(&x->file);
}

/* A filter that libarchive was built without would start a program. */
static void
add_filter(struct archive *a, int (*add)(struct archive *))
{
	struct archive *trial = archive_read_new();

	if (trial && add(trial) == ARCHIVE_OK)
		add(a);
	archive_read_free(trial);
}

static struct archive *
open_other(struct expand *x)
{
	struct archive *a = archive_read_new();
	struct archive_entry *e;

	if (!a)
		die("out of memory");
	add_filter(a, archive_read_support_filter_bzip2);
	add_filter(a, archive_read_support_filter_compress);
	add_filter(a, archive_read_support_filter_lzma);
	add_filter(a, archive_read_support_filter_xz);
	add_filter(a, archive_read_support_filter_zstd);
	add_filter(a, archive_read_support_filter_lz4);
	archive_read_support_format_raw(a);
	if (archive_read_open(a, x, NULL, read_file, NULL) != ARCHIVE_OK || archive_read_next_header(a, &e) != ARCHIVE_OK)
		die("cannot read '%s': %s", x->file.name, archive_error_string(a));
	return a;
}

static size_t
other_next(struct expand *x, const void **block)
{
	la_int64_t at;
	size_t n;
	int s;

	do
		s = archive_read_data_block(x->a, block, &n, &at);
	while (s == ARCHIVE_OK && n == 0);
	if (s == ARCHIVE_EOF && archive_filter_bytes(x->a, -1) < x->file.size)
		die("'%s' goes on behind the end of what is compressed", x->file.name);
	if (s == ARCHIVE_EOF)
		return 0;
	if (s != ARCHIVE_OK)
		die("cannot read '%s': %s", x->file.name, archive_error_string(x->a));
	return n;
}

/* ---- either ---- */

struct expand *
expand_open(int fd, const char *name)
{
	struct expand *x = mem_alloc(1, sizeof *x);

	file_bytes_open(&x->file, fd, name);
	size_t n = file_bytes_next(&x->file);
	if (n == 0)
		die("'%s' is empty: no archive", name);
	x->is_gzip = n >= 2 && x->file.block[0] == 0x1f && x->file.block[1] == 0x8b;
	x->file.at = 0;
	if (!x->is_gzip)
		x->a = open_other(x);
	else if (inflateInit2(&x->z, 16 + MAX_WBITS) != Z_OK)
		die("out of memory");
	return x;
}

void
expand_close(struct expand *x)
{
	if (x->is_gzip)
		inflateEnd(&x->z);
	archive_read_free(x->a);
	free(x);
}

size_t
expand_next(struct expand *x, const void **block)
{
	*block = x->block;
	size_t n = x->is_gzip ? gzip_next(x) : other_next(x, block), zeros = 0;

	for (const unsigned char *p = *block; zeros < n && p[n - zeros - 1] == 0; zeros++)
		;
	if (zeros < n)
		x->nonzero = x->total + (int64_t)(n - zeros);
	x->total += (int64_t)n;
	expand_bound(x->file.name, x->file.size, x->total);
	return n;
}

int64_t
expand_nonzero(const struct expand *x)
{
	return x->nonzero;
}
