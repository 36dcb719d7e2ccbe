#include "data/spike_settle.h"

#include "data/spike_decisions.h"
#include "time/date.h"
#include "time/stamp.h"

static void
list_spike(struct out *o, const struct price_merge *m, size_t i, double ratio, bool first)
{
	char stamp[DATE_MAX];

	if (first)
		out_str(o, "stamp,value,previous,ratio\n");
	out_bytes(o, stamp, stamp_print(stamp, m->row[i].t));
	out_char(o, ',');
	out_num(o, m->row[i].x);
	out_char(o, ',');
	out_num(o, m->row[i - 1].x);
	out_char(o, ',');
	out_num(o, ratio);
	out_char(o, '\n');
}

static struct spike_decision
decide(const struct spike_settle *s, struct spike_decisions *d, const struct price_merge *m, size_t i)
{
	struct spike_decision what = spike_decisions_next(d, m->row[i].t);

	return what.kind == SPIKE_UNDECIDED && s->ask ? spike_decisions_ask(d, m, i) : what;
}

size_t
spike_settle(const struct spike_settle *s, struct price_merge *m, struct out *o)
{
	struct spike_decisions d = spike_decisions_read(s->decisions);
	size_t undecided = 0, i;
	double ratio;

	for (size_t from = price_merge_changed(m, 0); from < m->n; ) {
		if ((i = price_merge_spike(m, from, s->most, &ratio)) == m->n)
			break;
		struct spike_decision what = decide(s, &d, m, i);
		if (what.kind == SPIKE_UNDECIDED)
			list_spike(o, m, i, ratio, undecided++ == 0);
		else if (what.kind == SPIKE_PREVIOUS)
			price_merge_choose(m, i, m->row[i - 1].x);
		else if (what.kind == SPIKE_VALUE)
			price_merge_choose(m, i, what.x);
		if (what.kind != SPIKE_VALUE)
			from = price_merge_changed(m, i + 1);
	}
	return undecided;
}
