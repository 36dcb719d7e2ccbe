#include "backtest/idle_instruments.h"

#include <string.h>

#include "base/mem.h"
#include "stream/table.h"

struct idle_instruments
idle_instruments_read(const struct backtest *b)
{
	struct idle_instruments all = { .n = 0 };

	if (!backtest_has(b, "work/idle.csv"))
		return all;
	struct table t = table_read(backtest_file(b, "work/idle.csv"));
	int name = table_column(&t, "instrument"), why = table_column(&t, "why"), largest = table_column(&t, "largest");
	all.v = mem_alloc((size_t)t.n, sizeof *all.v);
	for (; all.n < t.n; all.n++)
		all.v[all.n] = (struct idle_instrument){ table_text(&t, all.n, name), table_text(&t, all.n, why),
			table_num(&t, all.n, largest) };
	return all;
}

const char *
idle_instruments_why(const struct idle_instruments *t, const char *name)
{
	for (int i = 0; i < t->n; i++)
		if (strcmp(t->v[i].name, name) == 0)
			return t->v[i].why;
	return NULL;
}
