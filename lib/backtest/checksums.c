#include "backtest/checksums.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/warn.h"
#include "data/data_folder.h"

/* ---- which files ---- */

static bool
in_folder(struct slice name, const char *folder, const struct names *codes)
{
	size_t n = strlen(folder);

	if (name.n < n + 5 || memcmp(name.p, folder, n) != 0 || memcmp(name.p + name.n - 4, ".csv", 4) != 0)
		return false;
	return !codes || names_get(codes, (struct slice){ name.p + n, name.n - n - 4 }) >= 0;
}

static bool
concerns(struct slice name, const struct names *codes)
{
	return in_folder(name, "multiple_prices_csv/", codes) || in_folder(name, "adjusted_prices_csv/", codes) ||
	    in_folder(name, "fx_prices_csv/", NULL) || in_folder(name, "csvconfig/", NULL);
}

/* The instruments traded, and all others when asset classes are looked at. */
static struct names
codes_used(const struct backtest *b)
{
	const char *classes = backtest_file(b, "work/classes.csv");
	struct names used = { 0 };
	struct stat s;

	for (int i = 0; i < b->instruments.codes.n; i++)
		names_put(&used, slice_of(b->instruments.codes.name[i]));
	if (stat(classes, &s) == 0 && s.st_size > 0 && backtest_has(b, "work/universe.csv")) {
		struct instruments all = instruments_read(backtest_file(b, "work/universe.csv"));
		for (int i = 0; i < all.codes.n; i++)
			names_put(&used, slice_of(all.codes.name[i]));
	}
	return used;
}

/* ---- the list ---- */

/* Has it another size or time of change than the run wrote down, "SIZE SECONDS[.FRACTION]"? */
static bool
is_changed(const char *path, const char *was)
{
	char now[64];
	struct stat s;

	if (stat(path, &s))
		return true;
	int n = snprintf(now, sizeof now, "%lld %lld", (long long)s.st_size, (long long)s.st_mtim.tv_sec);
	return strncmp(was, now, (size_t)n) != 0 || (was[n] && was[n] != '.');
}

static void
add(struct checksums *c, const char *path, const char *name, const char *was)
{
	struct checksum v = { .name = mem_text(name) };

	if (sha256_file(path, v.sha256))
		v.changed = is_changed(path, was);
	c->v = mem_grow(c->v, (size_t)c->n + 1, sizeof *c->v);
	c->v[c->n++] = v;
}

/* A line of work/data: of a folder NAME SIZE TIME, and a name may have blanks; of an archive SIZE TIME. */
static void
take_line(struct checksums *c, char *line, const struct names *codes)
{
	char *end = strrchr(line, ' '), *path;

	while (end && end > line && end[-1] != ' ')
		end--;
	if (!end || end == line) {
		path = data_file(c->data);
		add(c, path, c->data, line);
		free(path);
		return;
	}
	end[-1] = '\0';
	if (!concerns(slice_of(line), codes))
		return;
	path = mem_format("%s/%s", c->data, line);
	add(c, path, line, end);
	free(path);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(((const struct checksum *)a)->name, ((const struct checksum *)b)->name);
}

/* As `sha256sum NAME …` prints them. */
static void
hash_list(struct checksums *c)
{
	struct sha256_ctx h;

	sha256_init(&h);
	for (int i = 0; i < c->n; i++) {
		if (!*c->v[i].sha256)
			return;
		sha256_update(&h, SHA256_TEXT - 1, (const uint8_t *)c->v[i].sha256);
		sha256_update(&h, 2, (const uint8_t *)"  ");
		sha256_update(&h, strlen(c->v[i].name), (const uint8_t *)c->v[i].name);
		sha256_update(&h, 1, (const uint8_t *)"\n");
	}
	sha256_text(&h, c->all);
}

static void
tell(const char *first, int n, const char *what)
{
	if (n > 1)
		warn("%s and %d more: %s", first, n - 1, what);
	else if (n)
		warn("%s: %s", first, what);
}

static void
tell_lost(const struct checksums *c)
{
	const char *lost = NULL, *changed = NULL;
	int losts = 0, changes = 0;

	for (int i = 0; i < c->n; i++) {
		const struct checksum *v = &c->v[i];
		if (!*v->sha256 && !losts++)
			lost = v->name;
		if (v->changed && !changes++)
			changed = v->name;
	}
	tell(lost, losts, "cannot be read any more, so the page has no checksum");
	tell(changed, changes, "has changed since the run");
}

struct checksums
checksums_of(const struct backtest *b)
{
	struct checksums c = { .n = 0 };
	struct names codes = codes_used(b);
	const char *path = backtest_file(b, "work/data");
	FILE *f = fopen(path, "re");
	char *line = NULL;
	size_t room = 0;
	ssize_t n;

	if (!f)
		die_sys("cannot open '%s'", path);
	while ((n = getline(&line, &room, f)) > 0) {
		line[n - (line[n - 1] == '\n')] = '\0';
		if (!c.data)
			c.data = mem_text(line);
		else
			take_line(&c, line, &codes);
	}
	if (!feof(f)) /* getline ends for want of memory too */
		die_sys("cannot read '%s'", path);
	free(line);
	fclose(f);
	if (!c.n)
		die("%s: no files of the instruments used", path);
	qsort(c.v, (size_t)c.n, sizeof *c.v, by_name);
	hash_list(&c);
	tell_lost(&c);
	return c;
}
