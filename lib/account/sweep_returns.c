#include "account/sweep_returns.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "account/sweep_point.h"
#include "base/bisect.h"
#include "base/die.h"
#include "base/mem.h"
#include "stream/stamped_file.h"
#include "time/frequency.h"
#include "time/stamp.h"

static struct sweep_returns_point
returns_of(const struct sweep_point *p)
{
	struct stamped_file s = sweep_point_returns(p);
	const char *slash = strrchr(p->dir, '/');
	struct sweep_returns_point r = { mem_dup(slash + 1, strlen(slash + 1)), mem_alloc(s.n + 1, sizeof *r.day),
		sweep_point_column(&s, "net_percent"), (int)s.n };

	for (int i = 0; i < r.n; i++)
		r.day[i] = stamp_day(s.row[i].t);
	stamped_file_free(&s);
	return r;
}

/* A point's first return; past its end when it has none. Rows behind the last one go. */
static int
first_return(struct sweep_returns_point *r)
{
	int i = 0;

	while (r->n && isnan(r->x[r->n - 1]))
		r->n--;
	while (i < r->n && isnan(r->x[i]))
		i++;
	return i;
}

struct sweep_returns
sweep_returns_read(const char *path, const char *points)
{
	struct sweep_returns all = { .n = 0 };
	struct rec r;

	rec_file(&r, path);
	rec_header(&r);
	int column = rec_need(&r, "point");
	while (rec_next(&r)) {
		struct sweep_point p = sweep_point_of(&r, column, points);
		if (!p.dir)
			continue;
		struct sweep_returns_point earned = returns_of(&p);
		int i = first_return(&earned);
		if (i == earned.n)
			continue;
		if (all.n == 0 || earned.day[i] > all.first)
			all.first = (int)earned.day[i];
		if (all.n == 0 || earned.day[earned.n - 1] > all.last)
			all.last = (int)earned.day[earned.n - 1];
		all.point = mem_grow(all.point, (size_t)all.n + 1, sizeof *all.point);
		all.point[all.n++] = earned;
	}
	rec_close(&r);
	if (all.n == 0)
		die("%s: no point has returns", path);
	return all;
}

int
sweep_returns_row(const struct sweep_returns_point *p, int day)
{
	return (int)bisect(p->day, (size_t)p->n, sizeof *p->day, day);
}

void
sweep_returns_stats(const struct sweep_returns_point *p, int from, int to, double out[STATS])
{
	int row = sweep_returns_row(p, from), n = sweep_returns_row(p, to) - row;
	double *scratch = mem_alloc((size_t)n + 1, sizeof *scratch);

	return_stats_of(p->x + row, n, frequency_per_year(DAILY), scratch, out);
	free(scratch);
}

void
sweep_returns_append(struct sweep_returns_point *account, const struct sweep_returns_point *p, int from, int to)
{
	int row = sweep_returns_row(p, from), n = sweep_returns_row(p, to) - row;
	size_t room = (size_t)(account->n + n + 1);

	account->day = mem_grow(account->day, room, sizeof *account->day);
	account->x = mem_grow(account->x, room, sizeof *account->x);
	for (int i = row; i < row + n; i++) {
		account->day[account->n] = p->day[i];
		account->x[account->n++] = p->x[i];
	}
}
