#include "trade/gate_markets.h"

#include <math.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "stream/table.h"
#include "time/instant.h"

static struct gate_market
market(const struct table *t, int row)
{
	struct gate_market m = { .instrument = table_text(t, row, table_column(t, "instrument")),
		.asset_class = table_text(t, row, table_column(t, "asset_class")), .price = table_num(t, row, table_column(t, "price")),
		.point_value = table_num(t, row, table_column(t, "point_value")),
		.deviation = table_num(t, row, table_column(t, "deviation")) };
	const char *time = table_text(t, row, table_column(t, "time"));

	if (!*time)
		m.price = num_missing(); /* who knows from when it is? */
	else if (!instant_parse(slice_of(time), &m.time))
		die("%s: column 'time': not a time: \"%.80s\"", table_place(t, row), time);
	return m;
}

static void
read_covariance(struct gate_markets *m, const char *path)
{
	struct table t = table_read(path);
	int instrument = table_column(&t, "instrument");

	for (int row = 0; row < t.n; row++) {
		int i = gate_markets_find(m, table_text(&t, row, instrument));
		for (int column = 0; i >= 0 && column < t.column.n; column++) {
			int j = gate_markets_find(m, t.column.name[column]);
			if (j >= 0 && column != instrument)
				m->covariance[i * m->n + j] = table_num(&t, row, column);
		}
	}
}

struct gate_markets
gate_markets_read(const char *instruments, const char *covariance)
{
	struct gate_markets m = { .n = 0 };

	if (instruments) {
		struct table t = table_read(instruments);
		m.market = mem_alloc((size_t)t.n, sizeof *m.market);
		for (; m.n < t.n; m.n++) {
			m.market[m.n] = market(&t, m.n);
			if (gate_markets_find(&m, m.market[m.n].instrument) >= 0)
				die("%s: a second row of %s", table_place(&t, m.n), m.market[m.n].instrument);
		}
	}
	m.covariance = mem_alloc((size_t)m.n * (size_t)m.n, sizeof *m.covariance);
	for (int i = 0; i < m.n * m.n; i++)
		m.covariance[i] = num_missing();
	if (covariance)
		read_covariance(&m, covariance);
	return m;
}

int
gate_markets_find(const struct gate_markets *m, const char *instrument)
{
	for (int i = 0; i < m->n; i++)
		if (strcmp(m->market[i].instrument, instrument) == 0)
			return i;
	return -1;
}

double
gate_markets_lot(const struct gate_markets *m, int i)
{
	double value = i < 0 ? NAN : fabs(m->market[i].price * m->market[i].point_value);

	return value > 0 ? value : NAN;
}
