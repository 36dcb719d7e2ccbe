#include "data/zip_names.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"

/* Bytes of what a zip file is made of, without the texts behind each: end of the table, an entry of it, one before a file. */
enum { END = 22, END64 = 56, WHERE64 = 20, ENTRY = 46, LOCAL = 30, COMMENT_MAX = 65535 };

struct zip {
	int fd;
	const char *name;
	uint64_t size;
};

struct table {
	uint64_t entries, size, at;
};

static _Noreturn void
bad(const struct zip *z)
{
	die("cannot read '%s': zip: its table of contents is corrupt or cut off", z->name);
}

/* A number of n bytes, the lowest first. */
static uint64_t
number(const unsigned char *p, int n)
{
	uint64_t x = 0;

	while (n--)
		x = x << 8 | p[n];
	return x;
}

/* n bytes at a place; the caller owns them. */
static unsigned char *
bytes_at(const struct zip *z, uint64_t at, uint64_t n)
{
	if (at > z->size || n > z->size - at)
		bad(z);
	unsigned char *p = mem_alloc(n + 1, 1);
	if (pread(z->fd, p, n, (off_t)at) != (ssize_t)n)
		die_sys("cannot read '%s'", z->name);
	return p;
}

static bool
begins(const unsigned char *p, const char *signature)
{
	return memcmp(p, signature, 4) == 0;
}

/* The end of a table that is too large for the end's own numbers, which is told right before that. */
static struct table
large_table(const struct zip *z, uint64_t end)
{
	unsigned char *where = bytes_at(z, end < WHERE64 ? z->size + 1 : end - WHERE64, WHERE64);
	unsigned char *p = begins(where, "PK\6\7") ? bytes_at(z, number(where + 8, 8), END64) : where;

	if (!begins(p, "PK\6\6"))
		bad(z);
	struct table t = { number(p + 32, 8), number(p + 40, 8), number(p + 48, 8) };
	free(where);
	free(p);
	return t;
}

static struct table
find_table(const struct zip *z)
{
	uint64_t n = z->size < END + COMMENT_MAX ? z->size : END + COMMENT_MAX;
	unsigned char *tail = bytes_at(z, z->size - n, n), *p = NULL;

	for (uint64_t i = n < END ? 0 : n - END + 1; i-- > 0 && !p; )
		if (begins(tail + i, "PK\5\6"))
			p = tail + i;
	if (!p)
		bad(z);
	struct table t = { number(p + 10, 2), number(p + 12, 4), number(p + 16, 4) };
	if (t.entries == UINT16_MAX || t.size == UINT32_MAX || t.at == UINT32_MAX)
		t = large_table(z, z->size - n + (uint64_t)(p - tail));
	free(tail);
	return t;
}

/* Where the file of an entry is: beyond 4 GiB it stands in the entry's extra fields, behind sizes that do too. */
static uint64_t
place_of(const struct zip *z, const unsigned char *entry)
{
	uint64_t place = number(entry + 42, 4);
	const unsigned char *p = entry + ENTRY + number(entry + 28, 2), *end = p + number(entry + 30, 2);

	if (place != UINT32_MAX)
		return place;
	for (; end - p >= 4; p += 4 + number(p + 2, 2)) {
		int skip = 8 * ((number(entry + 24, 4) == UINT32_MAX) + (number(entry + 20, 4) == UINT32_MAX));
		if (number(p, 2) == 1 && end - p >= 4 + skip + 8)
			return number(p + 4 + skip, 8);
	}
	bad(z);
}

static void
check_entry(const struct zip *z, const unsigned char *entry)
{
	uint64_t n = number(entry + 28, 2);
	unsigned char *local = bytes_at(z, place_of(z, entry), LOCAL + n);

	if (!begins(local, "PK\3\4") || number(local + 26, 2) != n || memcmp(local + LOCAL, entry + ENTRY, n) != 0)
		die("cannot read '%s': zip: '%.*s' is called '%.*s' in the table of contents", z->name, (int)n, local + LOCAL, (int)n,
		    entry + ENTRY);
	free(local);
}

void
zip_names_check(int fd, const char *name)
{
	struct stat st;

	if (fstat(fd, &st))
		die_sys("cannot read '%s'", name);
	struct zip z = { fd, name, (uint64_t)st.st_size };
	struct table t = find_table(&z);
	unsigned char *table = bytes_at(&z, t.at, t.size), *p = table;
	for (uint64_t i = 0; i < t.entries; i++) {
		uint64_t left = t.size - (uint64_t)(p - table);
		if (left < ENTRY || !begins(p, "PK\1\2"))
			bad(&z);
		uint64_t n = ENTRY + number(p + 28, 2) + number(p + 30, 2) + number(p + 32, 2);
		if (n > left)
			bad(&z);
		check_entry(&z, p);
		p += n;
	}
	if ((uint64_t)(p - table) != t.size)
		bad(&z);
	free(table);
}
