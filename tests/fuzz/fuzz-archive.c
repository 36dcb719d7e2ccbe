/*
 * fuzz-archive - an archive of a data folder: opened, every file of it read from the first to the last and the other way
 *
 * The order in which files are asked for must not change what is read. The checksums of a tar's headers
 * are made right before, or nothing else of them would ever be looked at. Inputs may be long: max_len=6000
 */
#include <dirent.h>
#include <fcntl.h>
#include <sanitizer/lsan_interface.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/sendfile.h>
#include <unistd.h>

#include "base/names.h"
#include "base/warn.h"
#include "data/members.h"
#include "die-longjmp.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { BLOCK = 512, SUM_AT = 148, SUM = 8, MAGIC_AT = 257 };

static const char *const folders[] = { "fx_prices_csv", "multiple_prices_csv", "csvconfig" };

static void
make_sums_right(unsigned char *p, size_t n)
{
	for (; n >= BLOCK; p += BLOCK, n -= BLOCK) {
		unsigned sum = 0;
		if (memcmp(p + MAGIC_AT, "ustar", 5) != 0)
			continue;
		memset(p + SUM_AT, ' ', SUM);
		for (int i = 0; i < BLOCK; i++)
			sum += p[i];
		char text[SUM + 1];
		snprintf(text, sizeof text, "%06o", sum);
		memcpy(p + SUM_AT, text, SUM - 1);
	}
}

/* A number for what a member holds. */
static uint64_t
hash_member(struct members *m, const char *folder, const char *code)
{
	uint64_t h = 14695981039346656037u;
	struct rec r;

	if (!members_read(m, folder, code, &r, "member"))
		abort(); /* it was named */
	while (rec_next(&r))
		for (size_t i = 0; i < r.row.n; i++)
			h = (h ^ (unsigned char)r.row.p[i]) * 1099511628211u;
	rec_close(&r);
	return h;
}

/* What all files hold, added up, asked for in one order or the other. */
static uint64_t
hash_all(int fd, bool back)
{
	struct members *m = members_open(fd, "archive", NULL);
	uint64_t sum = 0;

	for (int f = 0; f < 3; f++) {
		struct names codes = members_codes(m, folders[f]);
		for (int i = 0; i < codes.n; i++) {
			const char *code = codes.name[back ? codes.n - 1 - i : i];
			if (strchr(code, '/') || !names_plain(slice_of(code)))
				abort();
			members_ends(m, folders[f], code);
			sum += hash_member(m, folders[f], code) * (uint64_t)(2 * f + 3);
		}
	}
	return sum;
}

static void
take(void *arg)
{
	int fd = *(int *)arg;

	if (hash_all(fd, false) != hash_all(fd, true))
		abort();
}

/* What the C library makes once for its locales and character sets, and keeps, must not be freed with the rest. */
static void
make_once(int fd)
{
	static const char dir[] = "tests/fuzz/corpus/archive/";
	DIR *d = opendir(dir);
	char path[sizeof dir + 256];

	setenv("TZ", "UTC0", 1); /* which it looks at once then */
	__lsan_disable();
	for (struct dirent *e; d && (e = readdir(d)); ) {
		snprintf(path, sizeof path, "%s%s", dir, e->d_name);
		int from = open(path, O_RDONLY);
		if (ftruncate(fd, 0) == 0 && lseek(fd, 0, SEEK_SET) == 0 && sendfile(fd, from, NULL, 1 << 20) > 0 &&
		    setjmp(fuzz_death) == 0)
			take(&fd);
	}
	closedir(d);
	__lsan_enable();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static int fd = -1;
	unsigned char *p = malloc(size + 1);

	warn_quiet();
	if (fd < 0)
		make_once(fd = memfd_create("archive", 0));
	memcpy(p, data, size);
	make_sums_right(p, size);
	if (ftruncate(fd, 0) || pwrite(fd, p, size, 0) != (ssize_t)size)
		abort();
	free(p);
	fuzz_run(take, &fd);
	close_range((unsigned)fd + 1, ~0u, 0); /* what a death left open */
	return 0;
}
