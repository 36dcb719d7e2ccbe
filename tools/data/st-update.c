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
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/lock.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/replacement.h"
#include "base/warn.h"
#include "data/price_merge.h"
#include "data/spike_answers.h"
#include "stream/stamped_file.h"
#include "time/date.h"
#include "time/stamp.h"

static struct update {
	bool full, overwrite, no_add, close, no_spike_check, drop_zero, drop_untraded, ask, dry_run, verbose;
	const char *column, *now, *decisions_path;
	double max_spike;
	/* from here on not options */
	size_t future, zero, untraded, repeated; /* rows left out */
	struct out out;
} u = { .max_spike = 8 };

#define AT(x) offsetof(struct update, x)
static const struct opt opts[] = {
	{ 'c', "column", "NAME", "the column to check (default FINAL, or the only one)", O_STR, AT(column) },
	{ 0, "full", NULL, "add rows of earlier stamps too, and fill in what the file lacks", O_FLAG, AT(full) },
	{ 0, "overwrite", NULL, "as --full, but the new value wins", O_FLAG, AT(overwrite) },
	{ 0, "no-add", NULL, "with --full or --overwrite: add no rows", O_FLAG, AT(no_add) },
	{ 0, "close", NULL, "stamp dates and midnights with the day's close, 23:00:00", O_FLAG, AT(close) },
	{ 0, "now", "TIME", "leave rows out that are not before it", O_STR, AT(now) },
	{ 0, "drop-zero", NULL, "leave rows out whose volume and checked price are 0", O_FLAG, AT(drop_zero) },
	{ 0, "drop-untraded", NULL, "leave rows out whose volume is not above 0", O_FLAG, AT(drop_untraded) },
	{ 0, "max-spike", "X", "a change X times the average one is a spike (default 8)", O_NUM, AT(max_spike) },
	{ 0, "no-spike-check", NULL, "accept every price", O_FLAG, AT(no_spike_check) },
	{ 'd', "decisions", "FILE", "what to do with spikes: stamp,decision", O_STR, AT(decisions_path) },
	{ 'a', "ask", NULL, "ask on the terminal what to do with a spike", O_FLAG, AT(ask) },
	{ 'n', "dry-run", NULL, "write nothing", O_FLAG, AT(dry_run) },
	{ 'v', "verbose", NULL, "say what was done when nothing was left out too", O_FLAG, AT(verbose) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-update", "FILE",
	"put new rows into a file of prices, unless one of them is a spike", opts };

/* ---- new rows ---- */

static ssize_t
read_stdin(void *last, char *buf, size_t n)
{
	ssize_t k;

	do
		k = read(0, buf, n);
	while (k < 0 && errno == EINTR);
	if (k < 0)
		die_sys("cannot read 'stdin'");
	if (k)
		*(char *)last = buf[k - 1];
	return k;
}

/* What doesn't end in a line's end was cut off, and 12.34 may be 1 there: nothing of it is taken. */
static struct stamped_file
read_fresh(const char *time)
{
	struct rec r;
	char last = '\n';

	rec_source(&r, read_stdin, &last, "stdin");
	struct stamped_file s = stamped_file_read(&r, time);
	if (last != '\n')
		die("stdin: cut off, its last line does not end");
	return s;
}

static int
checked_column(const struct stamped_file *s)
{
	int final = names_get(&s->column, slice_of(u.column ? u.column : "FINAL"));

	if (final >= 0 && final != s->time)
		return final;
	if (u.column || s->column.n != 2)
		die("%s:1: no column '%s'", s->name, u.column ? u.column : "FINAL");
	return !s->time;
}

static int
volume_column(const struct stamped_file *s)
{
	int i = names_get(&s->column, slice_of("VOLUME"));

	if (i < 0 && (u.drop_zero || u.drop_untraded))
		die("%s:1: no column 'VOLUME'", s->name);
	return i;
}

static void
check_numbers(const struct stamped_file *s)
{
	for (size_t i = 0; i < s->n; i++)
		for (int c = 0; c < s->column.n; c++)
			if (c != s->time)
				stamped_file_num(s, i, c);
}

static bool
is_wanted(const struct stamped_file *s, size_t i, int64_t now, int checked, int volume)
{
	double v = volume < 0 ? NAN : stamped_file_num(s, i, volume);
	size_t *why = s->row[i].t >= now ? &u.future
	    : u.drop_zero && v == 0 && stamped_file_num(s, i, checked) == 0 ? &u.zero
	    : u.drop_untraded && !(v > 0) ? &u.untraded : NULL;

	if (why)
		++*why;
	return !why;
}

static void
drop_rows(struct stamped_file *s)
{
	int checked = u.drop_zero ? checked_column(s) : -1, volume = volume_column(s);
	int64_t now = INT64_MAX;
	size_t kept = 0;

	if (u.now && !stamp_parse(slice_of(u.now), &now))
		opt_bad(&usage, "--now is not a time", u.now);
	for (size_t i = 0; i < s->n; i++) {
		if (u.close && s->row[i].t % DAY_SECONDS == 0)
			s->row[i].t += 23 * 3600;
		if (is_wanted(s, i, now, checked, volume))
			s->row[kept++] = s->row[i];
	}
	s->n = kept;
	u.repeated = stamped_file_sort(s);
}

/* ---- spikes ---- */

static void
list_spike(const struct price_merge *m, size_t i, double ratio, bool first)
{
	struct out *o = &u.out;
	char stamp[DATE_MAX];

	if (first)
		out_str(o, "stamp,value,previous,ratio\n");
	out_bytes(o, stamp, stamp_print(stamp, m->row[i].t));
	out_char(o, ',');
	out_num(o, m->row[i].x);
	out_char(o, ',');
	out_num(o, m->row[i - 1].x);
	out_char(o, ',');
	out_num(o, ratio);
	out_char(o, '\n');
}

static struct spike_answer
decide(struct spike_answers *d, const struct price_merge *m, size_t i)
{
	struct spike_answer what = spike_answers_next(d, m->row[i].t);

	return what.kind == UNDECIDED && u.ask ? spike_answers_ask(d, m, i) : what;
}

/*
 * Find a decision for every spike and follow it; how many have none. A value that was
 * typed is tested again, as it may be wrong as well; what was accepted is not.
 */
static size_t
settle(struct price_merge *m)
{
	struct spike_answers d = spike_answers_read(u.decisions_path);
	size_t undecided = 0, i;
	double ratio;

	for (size_t from = price_merge_changed(m, 0); from < m->n; ) {
		if ((i = price_merge_spike(m, from, u.max_spike, &ratio)) == m->n)
			break;
		struct spike_answer what = decide(&d, m, i);
		if (what.kind == UNDECIDED)
			list_spike(m, i, ratio, undecided++ == 0);
		else if (what.kind == PREVIOUS)
			price_merge_choose(m, i, m->row[i - 1].x);
		else if (what.kind == VALUE)
			price_merge_choose(m, i, what.x);
		if (what.kind != VALUE)
			from = price_merge_changed(m, i + 1);
	}
	return undecided;
}

/* ---- the file ---- */

static void
tell(const struct price_merge *m, const char *path)
{
	struct { size_t n; const char *why; } left[] = {
		{ m->left_out, "not new" }, { u.repeated, "repeated" }, { u.future, "not before --now" },
		{ u.zero, "without price and volume" }, { u.untraded, "untraded" }, { 0, NULL }
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

static void
write_file(const struct price_merge *m, const char *path)
{
	struct replacement file;

	replacement_open_durable(&file, path);
	price_merge_print_header(m, &file.out);
	for (size_t i = 0; i < m->n; i++)
		price_merge_print_row(m, &file.out, i);
	replacement_close(&file);
}

/* The name of the file's first column, which has the stamps; NULL when there is no file. */
static char *
stamps_name(const char *path)
{
	struct stat st;
	struct rec r;

	if (stat(path, &st) || !S_ISREG(st.st_mode))
		return NULL; /* lock_file tells */
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
	char *real = lstat(path, &st) == 0 && S_ISLNK(st.st_mode) ? realpath(path, NULL) : NULL;

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
	struct stamped_file old = read_old(path, lock_file(path), fresh);
	enum price_merge_how how = u.overwrite ? MERGE_OVERWRITE : u.full ? MERGE_FILL : MERGE_NEWER;
	struct price_merge m = price_merge_rows(&old, fresh, how, u.no_add, checked_column(&old));

	out_open(&u.out, 1, "stdout");
	size_t undecided = u.no_spike_check ? 0 : settle(&m);
	out_flush(&u.out);
	if (undecided) {
		warn("%s: %zu spike%s to decide on, nothing written", path, undecided, undecided == 1 ? "" : "s");
		return false;
	}
	if (price_merge_changed(&m, 0) < m.n && !u.dry_run)
		write_file(&m, path);
	tell(&m, path);
	return true;
}

int
main(int argc, char **argv)
{
	int i = opt_parse(&usage, &u, argc, argv);
	if (argc - i != 1)
		opt_bad(&usage, "one FILE is wanted", i < argc ? argv[i + 1] : "");
	if (!(u.max_spike > 0))
		opt_bad(&usage, "--max-spike wants a number above 0", "");
	if (u.no_add && !u.full && !u.overwrite)
		die("--no-add goes with --full or --overwrite; see st-update --help");
	const char *path = follow(argv[i]);
	struct stamped_file fresh = read_fresh(stamps_name(path));
	check_numbers(&fresh);
	drop_rows(&fresh);
	return !update(path, &fresh);
}
