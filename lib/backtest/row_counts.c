#include "backtest/row_counts.h"

#include "base/mem.h"

/* Keep the row if its instrument is one of those wanted. */
static void
keep_row(struct row_counts *s, const struct row_counts_options *o, const struct backtest_rows *w)
{
	const char *name = w->b->instruments.codes.name[w->instrument];

	for (int i = 0; i < o->keeps; i++)
		if (strcmp(o->keep[i], name) == 0)
			instrument_history_row(&s->history[i], w, o->rules);
}

struct row_counts
row_counts_read(const struct backtest *b, const struct row_counts_options *o)
{
	struct row_counts s = { .histories = o->keeps };
	struct backtest_rows w;

	s.history = mem_alloc((size_t)o->keeps, sizeof *s.history);
	for (int i = 0; i < o->keeps; i++)
		s.history[i].instrument = o->keep[i];
	backtest_rows_open(&w, b);
	while (backtest_rows_next(&w)) {
		trading_activity_row(&s.habits, &w);
		backtest_correlations_row(&s.comoves, &w);
		exposures_row(&s.exposures, &w);
		keep_row(&s, o, &w);
	}
	trading_activity_end(&s.habits, &w);
	backtest_correlations_end(&s.comoves, &w);
	exposures_end(&s.exposures);
	return s;
}
