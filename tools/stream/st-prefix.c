/*
 * st-prefix - does a table of rows over time begin with the rows of a shorter one?
 *
 *   $ printf 'time,instrument,price,mean\n2021-01-04,GOLD,1,2\n2021-01-05,GOLD,3,2\n' >whole
 *   $ printf 'time,instrument,price,mean\n2021-01-04,GOLD,1,1\n' >part
 *   $ st-prefix whole part
 *   column,time,instrument,part,whole
 *   mean,2021-01-04,GOLD,1,2
 *
 * What a program says of a day must not change when later days are known: the rows of a run on a
 * truncated history are those of the whole run. Exit 1 when they are not.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/names.h"
#include "base/nearest.h"
#include "base/num.h"
#include "base/opt.h"
#include "base/out.h"
#include "stream/rec.h"

static struct prefix {
	struct opt_list ignored;
	double rtol;
	/* from here on not options */
	struct rec whole, part;
	int *column;       /* of whole, for each of part; -1 for one that doesn't count */
	int time, instrument, whole_time, whole_instrument;
	bool *told;        /* of each column */
	bool differs;
	struct out out;
} prefix;

#define AT(x) offsetof(struct prefix, x)
static const struct opt opts[] = {
	{ 'x', "ignore", "NAME", "a column that may change; repeatable", O_LIST, AT(ignored) },
	{ 0, "rtol", "X", "let numbers differ by X of their size (default 0: the same text)", O_NUM, AT(rtol) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-prefix", "WHOLE PART",
	"does a table of rows over time begin with the rows of a shorter one?", opts };

static void
tell(struct slice column, struct slice part, struct slice whole)
{
	struct prefix *p = &prefix;
	struct out *o = &p->out;

	if (!p->differs)
		out_str(o, "column,time,instrument,part,whole\n");
	p->differs = true;
	struct slice cells[] = { column, p->part.f[p->time], p->part.f[p->instrument], part, whole };
	for (int i = 0; i < 5; i++) {
		out_bytes(o, cells[i].p, cells[i].n);
		out_char(o, i < 4 ? ',' : '\n');
	}
}

static bool
is_equal(struct slice a, struct slice b)
{
	double x, y;

	if (slice_eq(a, b))
		return true;
	if (!(prefix.rtol > 0) || !num_parse(a.p, a.n, &x) || !num_parse(b.p, b.n, &y))
		return false;
	return fabs(x - y) <= prefix.rtol * fmax(fabs(x), fabs(y));
}

/* ---- headers ---- */

static bool
is_ignored(struct slice name)
{
	for (int i = 0; i < prefix.ignored.n; i++)
		if (slice_is(name, prefix.ignored.v[i]))
			return true;
	return false;
}

/* Die of one that is to be passed over and that neither file has. */
static void
check_ignored(const struct names *whole)
{
	const struct prefix *p = &prefix;

	for (int i = 0; i < p->ignored.n; i++) {
		struct slice name = slice_of(p->ignored.v[i]);
		if (names_get(whole, name) < 0 && rec_find(&p->part, p->ignored.v[i]) < 0)
			die("%s:%ld: no column '%.80s'%s", p->whole.name, p->whole.line, p->ignored.v[i],
			    nearest_of(name, whole->name, whole->n));
	}
}

/* Of the first column with each name; both names without their quotes. */
static int
find_column(const struct names *whole, const int *first, struct slice name)
{
	int i = names_get(whole, name);

	if (i < 0)
		die("%s:%ld: no column '%.*s'%s", prefix.whole.name, prefix.whole.line, SLICE(name),
		    nearest_of(name, whole->name, whole->n));
	return first[i];
}

/* The names of part's columns are kept, as they stood: a record lasts until the next is read. */
static char **
read_headers(void)
{
	struct prefix *p = &prefix;
	struct names whole = { .n = 0 };
	char **name;
	int *first;

	rec_header(&p->whole);
	rec_header(&p->part);
	p->time = rec_need(&p->part, "time");
	p->instrument = rec_need(&p->part, "instrument");
	p->whole_time = rec_need(&p->whole, "time");
	p->whole_instrument = rec_need(&p->whole, "instrument");
	p->column = mem_alloc((size_t)p->part.n, sizeof *p->column);
	p->told = mem_alloc((size_t)p->part.n, sizeof *p->told);
	name = mem_alloc((size_t)p->part.n, sizeof *name);
	first = mem_alloc((size_t)p->whole.n, sizeof *first);
	for (int i = 0; i < p->whole.n; i++) {
		int known = whole.n, at = names_put(&whole, rec_column(&p->whole, i));
		if (at == known)
			first[at] = i;
	}
	check_ignored(&whole);
	for (int i = 0; i < p->part.n; i++) {
		struct slice text = rec_text(&p->part, i);
		name[i] = mem_dup(p->part.f[i].p, p->part.f[i].n);
		p->column[i] = is_ignored(text) ? -1 : find_column(&whole, first, text);
	}
	free(first);
	return name;
}

/* ---- rows ---- */

static void
compare_row(char **name)
{
	struct prefix *p = &prefix;

	for (int i = 0; i < p->part.n; i++) {
		if (p->column[i] < 0 || p->told[i] || is_equal(p->part.f[i], p->whole.f[p->column[i]]))
			continue;
		p->told[i] = true;
		tell(slice_of(name[i]), p->part.f[i], p->whole.f[p->column[i]]);
	}
}

/* Is whole at the row that part is at? */
static bool
same_row(void)
{
	struct prefix *p = &prefix;

	return slice_eq(p->part.f[p->time], p->whole.f[p->whole_time]) &&
	    slice_eq(p->part.f[p->instrument], p->whole.f[p->whole_instrument]);
}

/*
 * Whole's next row must be part's, but that where part goes on with another instrument the rest of
 * the one before may be passed over.
 */
static bool
find_row(const char *before)
{
	struct prefix *p = &prefix;
	bool other = !slice_is(p->part.f[p->instrument], before);

	while (rec_next(&p->whole)) {
		if (same_row())
			return true;
		if (!other || !slice_is(p->whole.f[p->whole_instrument], before))
			return false;
	}
	return false;
}

static void
compare(char **name)
{
	struct prefix *p = &prefix;
	static char before[256];

	while (rec_next(&p->part)) {
		struct slice now = p->part.f[p->instrument];
		if (!find_row(before)) {
			tell(slice_of("time"), p->part.f[p->time], (struct slice){ "", 0 });
			return;
		}
		compare_row(name);
		if (now.n >= sizeof before)
			die("%s:%ld: column 'instrument': too long", p->part.name, p->part.line);
		memcpy(before, now.p, now.n);
		before[now.n] = '\0';
	}
}

int
main(int argc, char **argv)
{
	struct prefix *p = &prefix;

	int i = opt_parse(&usage, p, argc, argv);
	if (argc - i != 2)
		opt_bad(&usage, "two files are wanted", i < argc ? argv[i] : "");
	if (p->rtol < 0)
		die("--rtol is below 0");
	out_open(&p->out, 1, "stdout");
	rec_file(&p->whole, argv[i]);
	rec_file(&p->part, argv[i + 1]);
	compare(read_headers());
	out_flush(&p->out);
	return p->differs;
}
