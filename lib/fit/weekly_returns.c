#include "fit/weekly_returns.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "stream/rec.h"
#include "time/date.h"

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
		g->of[i] = first ? names_put(&w->columns, rec_column(r, i)) : names_get(&w->columns, rec_text(r, i));
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
	struct slice name = rec_name(r, g->instrument, "instrument");
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

	if (!date_parse(time, &day) || time.n != 10 || date_weekday(day) == 5)
		die("%s:%ld: column 'time': neither a Sunday nor a business day: \"%.*s\"", r->name, r->line, SLICE(time));
	if (w->instruments.n == 1 && k->n == 0)
		w->rows = fit_frequency_rows_on(day);
	int period = frequency_period(w->rows, day);
	if (k->n == 0)
		k->first = period;
	if (period != k->first + k->n || fit_frequency_rows_on(day) != w->rows)
		die("%s:%ld: column 'time': not the %s after the one before: \"%.*s\"", r->name, r->line,
		    w->rows == WEEKLY ? "week" : "business day", SLICE(time));
	if (k->n == k->room) {
		k->room = k->room ? 2 * k->room : 512;
		k->x = mem_grow(k->x, (size_t)k->room * (size_t)n, sizeof *k->x);
	}
	for (int i = 0; i < r->n; i++)
		if (g->of[i] >= 0)
			k->x[k->n * n + g->of[i]] = rec_num(r, i, w->columns.name[g->of[i]]);
	k->n++;
}

/* ---- business days put together ---- */

static void
add(double *to, double x, bool last)
{
	if (!isnan(x))
		*to = last || isnan(*to) ? x : *to + x;
}

/* Days of a weekend between days that have returns have returns of 0. */
static void
fill_weekends(struct weekly_returns_weeks *to, int columns, int c)
{
	for (int i = 1; i < to->n - 2; i++)
		if (date_weekday(to->first + i) == 5 && !isnan(to->x[(i - 1) * columns + c]) && !isnan(to->x[(i + 2) * columns + c]))
			to->x[i * columns + c] = to->x[(i + 1) * columns + c] = 0;
}

static struct weekly_returns_weeks
put_together(const struct weekly_returns *w, const struct weekly_returns_weeks *days, enum fit_frequency f)
{
	int n = w->columns.n, first = fit_frequency_period(f, frequency_label(DAILY, days->first));
	int last = fit_frequency_period(f, frequency_label(DAILY, days->first + days->n - 1));
	struct weekly_returns_weeks to = { .first = first, .n = last - first + 1 };

	to.x = mem_alloc((size_t)to.n * (size_t)n, sizeof *to.x);
	for (int i = 0; i < to.n * n; i++)
		to.x[i] = num_missing();
	for (int c = 0; c < n; c++) {
		bool forecast = strncmp(w->columns.name[c], "forecast.", 9) == 0;
		for (int i = 0; i < days->n; i++) {
			int at = fit_frequency_period(f, frequency_label(DAILY, days->first + i)) - first;
			add(&to.x[at * n + c], days->x[i * n + c], forecast);
		}
		if (f == FIT_DAILY && !forecast)
			fill_weekends(&to, n, c);
	}
	return to;
}

/* Of instruments that have rows. */
static void
bring_to(struct weekly_returns *w, enum fit_frequency f)
{
	if (w->rows == WEEKLY && f != FIT_WEEKLY && w->instruments.n)
		die("rows of weeks where the config wants others: st-returns and st-account --weekly give them with the same config");
	if (w->rows == WEEKLY || f == FIT_BUSINESS_DAILY)
		return;
	for (int i = 0; i < w->instruments.n; i++) {
		struct weekly_returns_weeks to = put_together(w, &w->v[i], f);
		free(w->v[i].x);
		w->v[i] = to;
	}
}

struct weekly_returns
weekly_returns_read(char **file, int files, enum fit_frequency f)
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
	bring_to(&w, f);
	return w;
}

double
weekly_returns_at(const struct weekly_returns *w, int instrument, int column, int period)
{
	const struct weekly_returns_weeks *k = &w->v[instrument];

	if (period < k->first || period >= k->first + k->n)
		return num_missing();
	return k->x[(period - k->first) * w->columns.n + column];
}
