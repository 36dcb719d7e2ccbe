#include "backtest/backtest_rows.h"

#include "base/die.h"
#include "base/mem.h"
#include "time/date.h"

static const char prefix[] = "forecast.";
enum { PREFIX = sizeof prefix - 1 };

static void
find_rules(struct backtest_rows *w)
{
	size_t room = (size_t)w->r.n;

	w->rule = mem_alloc(room, sizeof *w->rule);
	w->rule_column = mem_alloc(room, sizeof *w->rule_column);
	w->forecast = mem_alloc(room, sizeof *w->forecast);
	for (int i = 0; i < w->r.n; i++) {
		struct slice name = rec_text(&w->r, i);
		if (name.n <= PREFIX || memcmp(name.p, prefix, PREFIX) != 0)
			continue;
		w->rule[w->rules] = mem_dup(name.p, name.n) + PREFIX;
		w->rule_column[w->rules++] = i;
	}
}

static const char *
column_name(const struct backtest_rows *w, int i)
{
	static const char *const names[ROW_NUMBERS] = { "adjusted", "price", "fx", "vol", "forecast", "position", "lower", "upper" };

	return i == ROW_HELD ? w->b->held : names[i];
}

void
backtest_rows_open(struct backtest_rows *w, const struct backtest *b)
{
	*w = (struct backtest_rows){ .b = b, .instrument = -1 };
	rec_file(&w->r, backtest_file(b, "rows.csv"));
	rec_header(&w->r);
	w->time = rec_need(&w->r, "time");
	w->name = rec_need(&w->r, "instrument");
	for (int i = 0; i < ROW_NUMBERS; i++)
		w->column[i] = rec_need(&w->r, column_name(w, i));
	find_rules(w);
	w->seen = mem_alloc((size_t)b->instruments.codes.n, sizeof *w->seen);
}

static _Noreturn void
bad(const struct backtest_rows *w, int column, const char *name, const char *what)
{
	die("%s:%ld: column '%s': %s: \"%.*s\"", w->r.name, w->r.line, name, what, SLICE(rec_text(&w->r, column)));
}

static void
take_instrument(struct backtest_rows *w)
{
	const struct names *codes = &w->b->instruments.codes;
	struct slice name = rec_text(&w->r, w->name);

	w->first = w->instrument < 0 || !slice_is(name, codes->name[w->instrument]);
	if (!w->first)
		return;
	w->instrument = names_get(codes, name);
	if (w->instrument < 0)
		bad(w, w->name, "instrument", "not one of work/instruments.csv");
	if (w->seen[w->instrument])
		bad(w, w->name, "instrument", "its rows don't stand together");
	w->seen[w->instrument] = true;
}

bool
backtest_rows_next(struct backtest_rows *w)
{
	int before = w->day;

	if (!rec_next(&w->r)) {
		rec_close(&w->r);
		return false;
	}
	take_instrument(w);
	if (rec_text(&w->r, w->time).n != 10 || !date_parse(rec_text(&w->r, w->time), &w->day) || (!w->first && w->day <= before))
		bad(w, w->time, "time", "not a date after the one before");
	for (int i = 0; i < ROW_NUMBERS; i++)
		w->x[i] = rec_num(&w->r, w->column[i], column_name(w, i));
	for (int i = 0; i < w->rules; i++)
		w->forecast[i] = rec_num(&w->r, w->rule_column[i], w->rule[i] - PREFIX);
	return true;
}
