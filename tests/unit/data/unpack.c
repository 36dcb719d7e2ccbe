#include "data/unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>

#include "test.h"

enum { FILES = 3, ROOM = 1 << 16, TRIES = TEST_SLOW > 1 ? 50 : 250 };

struct kind {
	const char *name;
	int (*format)(struct archive *);
	int (*filter)(struct archive *);
	bool has_checksum;
};

static const struct kind kinds[] = {
	{ "tar", archive_write_set_format_pax_restricted, NULL, false },
	{ "tar.gz", archive_write_set_format_ustar, archive_write_add_filter_gzip, true },
	{ "tar.bz2", archive_write_set_format_ustar, archive_write_add_filter_bzip2, true },
	{ "tar.xz", archive_write_set_format_ustar, archive_write_add_filter_xz, true },
	{ "tar.lz4", archive_write_set_format_gnutar, archive_write_add_filter_lz4, true },
	{ "tar.lzma", archive_write_set_format_ustar, archive_write_add_filter_lzma, false },
	{ "tar.Z", archive_write_set_format_ustar, archive_write_add_filter_compress, false },
	{ "tar.zst", archive_write_set_format_ustar, archive_write_add_filter_zstd, false }, /* libarchive leaves its checksum out */
	{ "cpio", archive_write_set_format_cpio_newc, NULL, false },
	{ "cpio.xz", archive_write_set_format_cpio_newc, archive_write_add_filter_xz, true },
	{ "zip", archive_write_set_format_zip, NULL, true },
	{ "7z", archive_write_set_format_7zip, NULL, true },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static char text[FILES][8000]; /* of the files, which are named by their numbers */
static char packed[ROOM]; /* twice what any kind makes of them */
static size_t packed_n;

static void
write_texts(void)
{
	for (int i = 0; i < FILES; i++)
		for (size_t n = 0; n < sizeof text[i] - 40; )
			n += (size_t)sprintf(text[i] + n, "2020-01-01 %02d:%02d:00,%d.%d\n", (int)(n / 60 % 24), (int)(n % 60), i,
			    (int)(test_random() % 100000));
}

static void
pack(const struct kind *k)
{
	struct archive *a = archive_write_new();

	k->format(a);
	if (k->filter)
		k->filter(a);
	archive_write_set_bytes_per_block(a, 512);
	archive_write_set_bytes_in_last_block(a, 1);
	if (archive_write_open_memory(a, packed, sizeof packed, &packed_n) != ARCHIVE_OK)
		abort();
	for (int i = 0; i < FILES; i++) {
		struct archive_entry *e = archive_entry_new();
		char name[16];
		snprintf(name, sizeof name, "d/%d.csv", i);
		archive_entry_set_pathname(e, name);
		archive_entry_set_filetype(e, AE_IFREG);
		archive_entry_set_perm(e, 0644);
		archive_entry_set_size(e, (la_int64_t)strlen(text[i]));
		if (archive_write_header(a, e) != ARCHIVE_OK ||
		    archive_write_data(a, text[i], strlen(text[i])) != (la_ssize_t)strlen(text[i]))
			abort();
		archive_entry_free(e);
	}
	if (archive_write_free(a) != ARCHIVE_OK)
		abort();
}

/* Is the entry the file that it is called, to the byte? */
static bool
is_right(struct unpack *u, const struct unpack_entry *e)
{
	char got[sizeof *text + 1];
	size_t n = 0, k;

	while (n < sizeof got && (k = unpack_read(u, got + n, sizeof got - n)))
		n += k;
	for (int i = 0; i < FILES; i++) {
		char name[16];
		snprintf(name, sizeof name, "d/%d.csv", i);
		if (strcmp(e->path, name) == 0)
			return e->type == UNPACK_FILE && n == strlen(text[i]) && memcmp(got, text[i], n) == 0;
	}
	return false;
}

enum { RIGHT = 0, REFUSED = 2, WRONG = 3 };

/* What becomes of the first n bytes of what was packed, in a child: programs do as this one does, verify and then read. */
static int
outcome(size_t n)
{
	char path[] = "/tmp/st-unit-XXXXXX";
	int fd = mkstemp(path), status;

	unlink(path);
	if (fd < 0 || write(fd, packed, n) != (ssize_t)n)
		abort();
	fflush(stdout);
	pid_t pid = fork();
	if (pid == 0) {
		struct unpack_entry e;
		int files = 0;
		if (!freopen("/dev/null", "w", stderr))
			abort();
		struct unpack *u = unpack_open(fd, "x");
		while (unpack_next(u, &e))
			unpack_verify(u);
		unpack_close(u);
		u = unpack_open(fd, "x");
		while (unpack_next(u, &e)) {
			if (!is_right(u, &e))
				_exit(WRONG);
			files++;
		}
		_exit(files == FILES ? RIGHT : WRONG);
	}
	close(fd);
	if (pid < 0 || waitpid(pid, &status, 0) != pid)
		abort();
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static void
each_kind_is_read(void)
{
	for (int i = 0; i < KINDS; i++) {
		pack(&kinds[i]);
		CHECK(outcome(packed_n) == RIGHT);
	}
}

/* Bits at the end, where checksums are, and some before. Not every bit counts: an owner's number, a time. */
static void
a_bit_that_is_not_as_it_was_is_seen(void)
{
	for (int i = 0; i < KINDS; i++) {
		int refused = 0;
		if (!kinds[i].has_checksum)
			continue;
		pack(&kinds[i]);
		for (int k = 0; k < TRIES; k++) {
			uint64_t bit = k % 2 ? test_random() % (8 * packed_n) : 8 * packed_n - 1 - (uint64_t)k;
			packed[bit / 8] ^= (char)(1 << bit % 8);
			int o = outcome(packed_n);
			packed[bit / 8] ^= (char)(1 << bit % 8);
			if (o != RIGHT && o != REFUSED)
				printf("# %s: bit %d: %d\n", kinds[i].name, (int)bit, o);
			CHECK(o == RIGHT || o == REFUSED);
			refused += o == REFUSED;
		}
		CHECK(refused > TRIES / 2);
	}
}

/* Behind the end mark there may be less than there was. */
static void
an_archive_that_is_cut_off_is_refused(void)
{
	for (int i = 0; i < KINDS; i++) {
		pack(&kinds[i]);
		for (int k = 0; k < TRIES / 2; k++) {
			size_t n = k % 2 ? (size_t)(test_random() % packed_n) : packed_n - 1 - (size_t)k;
			int o = outcome(n);
			if (o != REFUSED && !(o == RIGHT && packed_n - n < 1024))
				printf("# %s: %d of %d bytes: %d\n", kinds[i].name, (int)n, (int)packed_n, o);
			CHECK(o == REFUSED || (o == RIGHT && packed_n - n < 1024));
		}
	}
}

/* At the ends of its entries too, which look like the end of the archive. */
static void
a_tar_without_its_end_mark_is_refused(void)
{
	pack(&(struct kind){ "tar", archive_write_set_format_ustar, NULL, false });
	for (size_t n = 512; n <= packed_n - 1024; n += 512)
		CHECK(outcome(n) == REFUSED);
	CHECK(outcome(packed_n - 512) == RIGHT);
	CHECK(outcome(packed_n) == RIGHT);
}

/* An archive behind another would not be looked at. */
static void
what_stands_behind_the_end_is_refused(void)
{
	for (int i = 0; i < KINDS; i++) {
		bool table = strcmp(kinds[i].name, "zip") == 0 || strcmp(kinds[i].name, "7z") == 0;
		pack(&kinds[i]);
		memcpy(packed + packed_n, packed, packed_n);
		int o = outcome(2 * packed_n);
		if (o != REFUSED && !table)
			printf("# %s twice: %d\n", kinds[i].name, o);
		CHECK(o == REFUSED || (table && o == RIGHT));
	}
}

int
main(void)
{
	write_texts();
	RUN(each_kind_is_read);
	RUN(a_bit_that_is_not_as_it_was_is_seen);
	RUN(an_archive_that_is_cut_off_is_refused);
	RUN(a_tar_without_its_end_mark_is_refused);
	RUN(what_stands_behind_the_end_is_refused);
	return test_end();
}
