#include "data/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "data/expand.h"
#include "data/file_bytes.h"
#include "data/zip_names.h"

enum { TAR_BLOCK = 512 };

struct unpack {
	const char *name;          /* of the archive, for messages */
	struct archive *a;
	struct expand *bytes;      /* what it is read from; or, if that must be sought in: */
	struct file_bytes *file;
	bool any;                  /* entries so far */
	int64_t total;             /* bytes of their files that were verified */
};

/* ---- where libarchive reads ---- */

static la_ssize_t
read_expanded(struct archive *a, void *arg, const void **block)
{
	(void)a;
	return (la_ssize_t)expand_next(((struct unpack *)arg)->bytes, block);
}

static la_ssize_t
read_file(struct archive *a, void *arg, const void **block)
{
	struct file_bytes *f = ((struct unpack *)arg)->file;

	(void)a;
	*block = f->block;
	return (la_ssize_t)file_bytes_next(f);
}

static la_int64_t
seek_file(struct archive *a, void *arg, la_int64_t to, int whence)
{
	struct file_bytes *f = ((struct unpack *)arg)->file;

	(void)a;
	f->at = to + (whence == SEEK_SET ? 0 : whence == SEEK_CUR ? f->at : f->size);
	return f->at < 0 ? f->at = 0 : f->at;
}

/* Is it an archive with a table of contents at its end, which must be sought in? */
static bool
has_table(struct unpack *u)
{
	struct file_bytes *f = u->file;
	size_t n = file_bytes_next(f);

	f->at = 0;
	if (n > 4 && (memcmp(f->block, "PK\3\4", 4) == 0 || memcmp(f->block, "PK\5\6", 4) == 0)) {
		archive_read_support_format_zip_seekable(u->a);
		zip_names_check(f->fd, u->name);
		return true;
	}
	if (n <= 6 || memcmp(f->block, "7z\xbc\xaf\x27\x1c", 6) != 0)
		return false;
	archive_read_support_format_7zip(u->a);
	return true;
}

static void
choose_kind(struct unpack *u, int fd)
{
	u->file = mem_alloc(1, sizeof *u->file);
	file_bytes_open(u->file, fd, u->name);
	if (has_table(u)) {
		archive_read_set_read_callback(u->a, read_file);
		archive_read_set_seek_callback(u->a, seek_file);
		return;
	}
	free(u->file);
	u->file = NULL;
	u->bytes = expand_open(fd, u->name);
	archive_read_support_format_tar(u->a);
	archive_read_support_format_cpio(u->a);
	archive_read_set_read_callback(u->a, read_expanded);
}

struct unpack *
unpack_open(int fd, const char *name)
{
	struct unpack *u = mem_alloc(1, sizeof *u);

	u->name = name;
	u->a = archive_read_new();
	if (!u->a)
		die("out of memory");
	choose_kind(u, fd);
	archive_read_set_callback_data(u->a, u);
	if (archive_read_open1(u->a) != ARCHIVE_OK)
		die("cannot read '%s': %s", name, archive_error_string(u->a));
	return u;
}

void
unpack_close(struct unpack *u)
{
	archive_read_free(u->a);
	if (u->bytes)
		expand_close(u->bytes);
	free(u->file);
	free(u);
}

/* ---- entries ---- */

static _Noreturn void
bad(const struct unpack *u)
{
	const char *why = archive_error_string(u->a);

	die("cannot read '%s': %s", u->name, why ? why : "corrupt");
}

/* Names in an archive may be UTF-8 or UTF-16 whatever the locale is, and stay UTF-8 here. */
static int
next_header(struct archive *a, struct archive_entry **e)
{
	static locale_t utf8;

	if (!utf8)
		utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
	locale_t was = uselocale(utf8);
	int s = archive_read_next_header(a, e);
	uselocale(was);
	return s;
}

/* The archive has ended behind the byte at `last`: it must have said so, with nothing behind it. */
static void
check_end(struct unpack *u, int64_t last)
{
	int64_t end = archive_filter_bytes(u->a, 0);
	const void *block;

	if (!u->any)
		die("'%s' is an empty archive", u->name);
	if (!u->bytes)
		return;
	if ((archive_format(u->a) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_TAR && end < last + TAR_BLOCK)
		die("'%s' is cut off: it has no end mark", u->name);
	while (expand_next(u->bytes, &block))
		;
	if (expand_nonzero(u->bytes) > end)
		die("'%s' goes on behind the end of the archive", u->name);
}

static enum unpack_type
type_of(struct archive_entry *e, const char *target)
{
	switch (archive_entry_filetype(e)) {
	case AE_IFREG: return target ? UNPACK_LINK : UNPACK_FILE;
	case AE_IFLNK: return UNPACK_LINK;
	case AE_IFDIR: return UNPACK_FOLDER;
	default: return target ? UNPACK_LINK : UNPACK_OTHER;
	}
}

bool
unpack_next(struct unpack *u, struct unpack_entry *entry)
{
	struct archive_entry *e;

	if (u->any && archive_read_data_skip(u->a) < ARCHIVE_OK)
		bad(u);
	int64_t last = archive_filter_bytes(u->a, 0);
	int s = next_header(u->a, &e);
	if (s == ARCHIVE_EOF) {
		check_end(u, last);
		return false;
	}
	if ((s != ARCHIVE_OK && s != ARCHIVE_WARN) || !archive_entry_pathname(e))
		bad(u);
	u->any = true;
	const char *hard = archive_entry_hardlink(e), *target = hard ? hard : archive_entry_symlink(e);
	/* A name of a user, a group or a file that is told another way is no matter. */
	bool converted = s == ARCHIVE_OK || strstr(archive_error_string(u->a), "be converted");
	*entry = (struct unpack_entry){ archive_entry_pathname(e), target, type_of(e, target),
		archive_entry_size(e), converted ? NULL : archive_error_string(u->a) };
	return true;
}

size_t
unpack_read(struct unpack *u, void *buf, size_t n)
{
	la_ssize_t k = archive_read_data(u->a, buf, n);

	if (k < 0)
		bad(u);
	return (size_t)k;
}

bool
unpack_block(struct unpack *u, const void **block, size_t *n)
{
	la_int64_t at;
	int s = archive_read_data_block(u->a, block, n, &at);

	if (s == ARCHIVE_EOF)
		return false;
	if (s != ARCHIVE_OK)
		bad(u);
	if (u->file) {
		u->total += (int64_t)*n;
		expand_bound(u->name, u->file->size, u->total);
	}
	return true;
}

void
unpack_verify(struct unpack *u)
{
	const void *block;
	size_t n;

	while (u->file && unpack_block(u, &block, &n))
		continue;
}
