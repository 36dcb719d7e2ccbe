#include "data/new_rows.h"

#include <errno.h>
#include <math.h>
#include <unistd.h>

#include "base/die.h"
#include "base/nearest.h"
#include "time/stamp.h"

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

static struct stamped_file
read_whole(const char *time)
{
	struct rec r;
	char last = '\n';

	rec_source(&r, read_stdin, &last, "stdin");
	struct stamped_file s = stamped_file_read(&r, time);
	if (last != '\n')
		die("stdin: cut off, its last line does not end");
	return s;
}

int
new_rows_checked(const struct new_rows *n, const struct stamped_file *s)
{
	int final = names_get(&s->column, slice_of(n->column ? n->column : "FINAL"));

	if (final >= 0 && final != s->time)
		return final;
	if (n->column)
		die("%s:1: no column '%s'%s", s->name, n->column, nearest_of(slice_of(n->column), s->column.name, s->column.n));
	if (s->column.n != 2)
		die("%s:1: no column 'FINAL'", s->name);
	return !s->time;
}

static int
volume_column(const struct new_rows *n, const struct stamped_file *s)
{
	int i = names_get(&s->column, slice_of("VOLUME"));

	if (i < 0 && (n->drop_zero || n->drop_untraded))
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
is_wanted(struct new_rows *n, const struct stamped_file *s, size_t i, int checked, int volume)
{
	double v = volume < 0 ? NAN : stamped_file_num(s, i, volume);
	size_t *why = s->row[i].t >= n->now ? &n->future
	    : n->drop_zero && v == 0 && stamped_file_num(s, i, checked) == 0 ? &n->zero
	    : n->drop_untraded && !(v > 0) ? &n->untraded : NULL;

	if (why)
		++*why;
	return !why;
}

static void
drop_rows(struct new_rows *n, struct stamped_file *s)
{
	int checked = n->drop_zero ? new_rows_checked(n, s) : -1, volume = volume_column(n, s);
	size_t kept = 0;

	for (size_t i = 0; i < s->n; i++) {
		if (n->close && s->row[i].t % DAY_SECONDS == 0)
			s->row[i].t += 23 * 3600;
		if (is_wanted(n, s, i, checked, volume))
			s->row[kept++] = s->row[i];
	}
	s->n = kept;
	n->repeated = stamped_file_sort(s);
}

struct stamped_file
new_rows_read(struct new_rows *n, const char *time)
{
	struct stamped_file s = read_whole(time);

	check_numbers(&s);
	drop_rows(n, &s);
	return s;
}
