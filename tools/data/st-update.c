/*
 * st-update - put new rows into a file of prices, unless one of them is a spike
 *
 *   $ printf 'DATETIME,PRICE\n2021-01-04 23:00:00,1.25\n2021-01-05 23:00:00,1.26\n' >EURUSD.csv
 *   $ printf 'DATETIME,PRICE\n2021-01-05 23:00:00,9\n2021-01-06 23:00:00,1.24\n' | st-update EURUSD.csv
 *   st-update: EURUSD.csv: 1 row added; left out: 1 not new
 *   $ tail -n 1 EURUSD.csv
 *   2021-01-06 23:00:00,1.24
 *
 * All new rows go in or none. The file is locked against another st-update, written
 * anew beside the old one and put in its place, so that whatever ends the program the
 * old file is there or the new one, whole.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/die.h"
#include "base/lock.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/warn.h"
#include "data/new_rows.h"
#include "data/price_merge.h"
#include "data/spike_settle.h"
#include "stream/stamped_file.h"
#include "time/stamp.h"

static struct update {
	bool full, overwrite, no_add, no_spike_check, dry_run, verbose;
	const char *now;
	struct new_rows rows;
	struct spike_settle spikes;
	struct lock lock;    /* to the end */
} u = { .rows.now = INT64_MAX, .spikes.most = 8 };

#define AT(x) offsetof(struct update, x)
static const struct opt opts[] = {
	{ 'c', "column", "NAME", "the column to check (default FINAL, or the only one)", O_STR, AT(rows.column) },
	{ 0, "full", NULL, "add rows of earlier stamps too, and fill in what the file lacks", O_FLAG, AT(full) },
	{ 0, "overwrite", NULL, "as --full, but the new value wins", O_FLAG, AT(overwrite) },
	{ 0, "no-add", NULL, "with --full or --overwrite: add no rows", O_FLAG, AT(no_add) },
	{ 0, "close", NULL, "stamp dates and midnights with the day's close, 23:00:00", O_FLAG, AT(rows.close) },
	{ 0, "now", "TIME", "leave rows out that are not before it", O_STR, AT(now) },
	{ 0, "drop-zero", NULL, "leave rows out whose volume and checked price are 0", O_FLAG, AT(rows.drop_zero) },
	{ 0, "drop-untraded", NULL, "leave rows out whose volume is not above 0", O_FLAG, AT(rows.drop_untraded) },
	{ 0, "max-spike", "X", "a change X times the average one is a spike (default 8)", O_NUM, AT(spikes.most) },
	{ 0, "no-spike-check", NULL, "accept every price", O_FLAG, AT(no_spike_check) },
	{ 'd', "decisions", "FILE", "what to do with spikes: stamp,decision", O_STR, AT(spikes.decisions) },
	{ 'a', "ask", NULL, "ask on the terminal what to do with a spike", O_FLAG, AT(spikes.ask) },
	{ 'n', "dry-run", NULL, "write nothing", O_FLAG, AT(dry_run) },
	{ 'v', "verbose", NULL, "say what was done when nothing was left out too", O_FLAG, AT(verbose) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-update", "FILE",
	"put new rows into a file of prices, unless one of them is a spike", opts };

/* ---- the file ---- */

static void
tell(const struct price_merge *m, const char *path)
{
	struct { size_t n; const char *why; } left[] = {
		{ m->left_out, "not new" }, { u.rows.repeated, "repeated" }, { u.rows.future, "not before --now" },
		{ u.rows.zero, "without price and volume" }, { u.rows.untraded, "untraded" }, { 0, NULL }
	};
	char s[512];
	int n = snprintf(s, sizeof s, "%zu row%s added", m->added, m->added == 1 ? "" : "s");
	bool any = false;

	if (m->changed)
		n += snprintf(s + n, sizeof s - (size_t)n, ", %zu changed", m->changed);
	for (int i = 0; left[i].why; i++) {
		if (!left[i].n)
			continue;
		n += snprintf(s + n, sizeof s - (size_t)n, "%s %zu %s", any ? "," : "; left out:", left[i].n, left[i].why);
		any = true;
	}
	if (any || u.verbose)
		warn("%s: %s", path, s);
}

/* The name of the file's first column, which has the stamps; NULL when there is no file. */
static char *
stamps_name(const char *path)
{
	struct stat st;
	struct rec r;

	if (stat(path, &st) || !S_ISREG(st.st_mode))
		return NULL; /* lock_take tells */
	rec_file(&r, path);
	rec_header(&r);
	char *name = rec_copy(&r, 0);
	rec_close(&r);
	return name;
}

/* The file that a link stands for; it is that which is replaced. */
static const char *
follow(const char *path)
{
	struct stat st;
	if (lstat(path, &st) || !S_ISLNK(st.st_mode))
		return path;
	const char *real = realpath(path, NULL);
	if (!real && errno != ENOENT)
		die_sys("cannot open '%s'", path);
	return real ? real : path;
}

/* The rows that are there, none when there is no file. */
static struct stamped_file
read_old(const char *path, bool there, const struct stamped_file *fresh)
{
	struct rec r;

	if (!there)
		return stamped_file_like(fresh, path);
	rec_file(&r, path);
	struct stamped_file old = stamped_file_read(&r, fresh->column.name[fresh->time]);
	stamped_file_check_order(&old);
	return old;
}

static bool
update(const char *path, struct stamped_file *fresh)
{
	static struct out out;
	struct stamped_file old = read_old(path, lock_take(&u.lock, path), fresh);
	enum price_merge_how how = u.overwrite ? MERGE_OVERWRITE : u.full ? MERGE_FILL : MERGE_NEWER;
	struct price_merge m = price_merge_rows(&old, fresh, how, u.no_add, new_rows_checked(&u.rows, &old));

	out_open(&out, 1, "stdout");
	size_t undecided = u.no_spike_check ? 0 : spike_settle(&u.spikes, &m, &out);
	out_flush(&out);
	if (undecided) {
		warn("%s: %zu spike%s to decide on, nothing written", path, undecided, undecided == 1 ? "" : "s");
		return false;
	}
	if (price_merge_changed(&m, 0) < m.n && !u.dry_run)
		price_merge_file(&m, path);
	tell(&m, path);
	return true;
}

int
main(int argc, char **argv)
{
	int i = opt_parse(&usage, &u, argc, argv);
	if (argc - i != 1)
		opt_bad(&usage, "one FILE is wanted", i < argc ? argv[i + 1] : "");
	if (!(u.spikes.most > 0))
		opt_bad(&usage, "--max-spike wants a number above 0", "");
	if (u.no_add && !u.full && !u.overwrite)
		die("--no-add goes with --full or --overwrite; see st-update --help");
	if (u.now && !stamp_parse(slice_of(u.now), &u.rows.now))
		opt_bad(&usage, "--now is not a time", u.now);
	const char *path = follow(argv[i]);
	struct stamped_file fresh = new_rows_read(&u.rows, stamps_name(path));
	return !update(path, &fresh);
}
