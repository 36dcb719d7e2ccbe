#include "fit/weekly_returns.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "stream/rec.h"
#include "time/date.h"
#include "time/frequency.h"

/* A file being read; of[i]: the column of w that field i is, -1 for none. */
struct reading {
	struct rec r;
	int time, instrument, *of;
	int last;              /* the instrument of the row before, -1 at first */
};

static void
read_header(struct weekly_returns *w, struct reading *g, bool first)
{
	struct rec *r = &g->r;

	rec_header(r);
	g->time = rec_need(r, "time");
	g->instrument = rec_need(r, "instrument");
	g->of = mem_alloc((size_t)r->n, sizeof *g->of);
	for (int i = 0; i < r->n; i++) {
		g->of[i] = -1;
		if (i == g->time || i == g->instrument)
			continue;
		g->of[i] = first ? names_put(&w->columns, rec_text(r, i)) : names_get(&w->columns, rec_text(r, i));
		if (g->of[i] < 0)
			die("%s:1: a column '%.*s' that the first file lacks", r->name, SLICE(rec_text(r, i)));
	}
	if (r->n - 2 != w->columns.n)
		die("%s:1: not as many columns as the first file, or one twice", r->name);
}

static struct weekly_returns_weeks *
weeks_of(struct weekly_returns *w, struct reading *g)
{
	const struct rec *r = &g->r;
	struct slice name = rec_text(r, g->instrument);
	int known = w->instruments.n, i = names_put(&w->instruments, name);

	if (i == known) {
		w->v = mem_grow(w->v, (size_t)known + 1, sizeof *w->v);
		w->v[i] = (struct weekly_returns_weeks){ .n = 0 };
	} else if (i != g->last) {
		die("%s:%ld: column 'instrument': its rows don't stand together: \"%.*s\"", r->name, r->line, SLICE(name));
	}
	g->last = i;
	return &w->v[i];
}

static void
read_row(struct weekly_returns *w, struct reading *g)
{
	const struct rec *r = &g->r;
	struct weekly_returns_weeks *k = weeks_of(w, g);
	struct slice time = rec_text(r, g->time);
	int n = w->columns.n, day;

	if (!date_parse(time, &day) || time.n != 10 || date_weekday(day) != 6)
		die("%s:%ld: column 'time': not a Sunday: \"%.*s\"", r->name, r->line, SLICE(time));
	int week = frequency_period(WEEKLY, day);
	if (k->n == 0)
		k->first = week;
	if (week != k->first + k->n)
		die("%s:%ld: column 'time': not the week after the one before: \"%.*s\"", r->name, r->line, SLICE(time));
	if (k->n == k->room) {
		k->room = k->room ? 2 * k->room : 512;
		k->x = mem_grow(k->x, (size_t)k->room * (size_t)n, sizeof *k->x);
	}
	for (int i = 0; i < r->n; i++)
		if (g->of[i] >= 0)
			k->x[k->n * n + g->of[i]] = rec_num(r, i, w->columns.name[g->of[i]]);
	k->n++;
}

struct weekly_returns
weekly_returns_read(char **file, int files)
{
	static char *standard[] = { "-" };
	struct weekly_returns w = { .v = NULL };

	if (files == 0) {
		file = standard;
		files = 1;
	}
	for (int i = 0; i < files; i++) {
		struct reading g = { .last = -1 };
		rec_file(&g.r, file[i]);
		read_header(&w, &g, i == 0);
		while (rec_next(&g.r))
			read_row(&w, &g);
		rec_close(&g.r);
		free(g.of);
	}
	return w;
}

double
weekly_returns_at(const struct weekly_returns *w, int instrument, int column, int week)
{
	const struct weekly_returns_weeks *k = &w->v[instrument];

	if (week < k->first || week >= k->first + k->n)
		return num_missing();
	return k->x[(week - k->first) * w->columns.n + column];
}
