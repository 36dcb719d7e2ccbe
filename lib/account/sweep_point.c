#include "account/sweep_point.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"

/* The path of a name in a folder; kept, for messages. */
static const char *
within(const char *dir, const char *name)
{
	size_t room = strlen(dir) + strlen(name) + 2;
	char *path = mem_alloc(room, 1);

	snprintf(path, room, "%s/%s", dir, name);
	return path;
}

struct sweep_point
sweep_point_of(struct rec *r, int column, const char *points)
{
	struct slice s = rec_text(r, column);
	char *text = rec_copy(r, column);

	if (s.n == 0 || strlen(text) != s.n || strchr(text, '/') || *text == '.')
		die("%s:%ld: column 'point': no name of a point: \"%.*s\"", r->name, r->line, SLICE(s));
	struct sweep_point p = { within(points, text) };
	free(text);
	if (access(p.dir, F_OK) != 0)
		p.dir = NULL;
	return p;
}

struct stamped_file
sweep_point_returns(const struct sweep_point *p)
{
	struct rec r;

	rec_file(&r, within(p->dir, "returns.csv"));
	struct stamped_file s = stamped_file_read(&r, "time");
	stamped_file_check_order(&s);
	return s;
}

double *
sweep_point_column(const struct stamped_file *returns, const char *name)
{
	int column = names_get(&returns->column, slice_of(name));
	double *x = mem_alloc(returns->n + 1, sizeof *x);

	if (column < 0)
		die("%s:1: no column '%s'", returns->name, name);
	for (size_t i = 0; i < returns->n; i++)
		x[i] = stamped_file_num(returns, i, column);
	return x;
}

struct rec
sweep_point_stats(const struct sweep_point *p)
{
	struct rec r;

	rec_file(&r, within(p->dir, "stats.csv"));
	return r;
}

bool
sweep_point_held(const struct sweep_point *p, struct rec *r)
{
	const char *path = within(p->dir, "held.csv");

	if (access(path, F_OK) != 0)
		return false;
	rec_file(r, path);
	return true;
}
