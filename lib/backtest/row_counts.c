#include "backtest/row_counts.h"

#include "base/mem.h"

/* Keep the row if its instrument is one of those wanted. */
static void
keep_row(struct survey *s, const struct survey_options *o, const struct backtest_rows *w)
{
	const char *name = w->b->instruments.codes.name[w->instrument];

	for (int i = 0; i < o->keeps; i++)
		if (strcmp(o->keep[i], name) == 0)
			history_row(&s->history[i], w, o->rules);
}

struct survey
survey_read(const struct backtest *b, const struct survey_options *o)
{
	struct survey s = { .histories = o->keeps };
	struct backtest_rows w;

	s.history = mem_alloc((size_t)o->keeps, sizeof *s.history);
	for (int i = 0; i < o->keeps; i++)
		s.history[i].instrument = o->keep[i];
	backtest_rows_open(&w, b);
	while (backtest_rows_next(&w)) {
		habits_row(&s.habits, &w);
		comoves_row(&s.comoves, &w);
		exposures_row(&s.exposures, &w);
		keep_row(&s, o, &w);
	}
	habits_end(&s.habits, &w);
	comoves_end(&s.comoves, &w);
	exposures_end(&s.exposures);
	return s;
}
