#include "order/trade_limit.h"

#include <inttypes.h>
#include <string.h>

#define DAY_MICROSECONDS INT64_C(86400000000)

bool
trade_limit_check(int64_t most, int64_t days, struct wrong *w)
{
	if (most < 0 || most > QUANTITY_MOST)
		return wrong_say(w, "lots are not 0 to %d: %" PRId64, QUANTITY_MOST, most);
	return (days >= 1 && days <= TRADE_LIMIT_DAYS) || wrong_say(w, "days are not 1 to %d: %" PRId64, TRADE_LIMIT_DAYS, days);
}

struct trade_limit
trade_limit_new(const char *strategy, const char *instrument, int days, int64_t most, int64_t now)
{
	return (struct trade_limit){ .strategy = strategy, .instrument = instrument, .days = days, .most = most, .reset = now };
}

bool
trade_limit_applies(const struct trade_limit *l, const char *strategy, const char *instrument)
{
	return strcmp(l->instrument, instrument) == 0 && (!*l->strategy || strcmp(l->strategy, strategy) == 0);
}

void
trade_limit_reset(struct trade_limit *l, int64_t now)
{
	l->used = 0;
	l->reset = now;
}

void
trade_limit_read(struct trade_limit *l, int64_t now)
{
	if (now - l->reset > l->days * DAY_MICROSECONDS)
		trade_limit_reset(l, now);
}

int64_t
trade_limit_possible(struct trade_limit *l, int n, int64_t wanted, int64_t now)
{
	int64_t possible = wanted;

	for (int i = 0; i < n; i++) {
		trade_limit_read(&l[i], now);
		if (l[i].most - l[i].used < possible)
			possible = l[i].most - l[i].used;
	}
	return possible < 0 ? 0 : possible;
}

void
trade_limit_add(struct trade_limit *l, const struct quantity *trade, int64_t now)
{
	trade_limit_read(l, now);
	l->used += quantity_total(trade);
}

void
trade_limit_remove(struct trade_limit *l, const struct quantity *trade, int64_t now)
{
	trade_limit_read(l, now);
	l->used -= quantity_total(trade);
	if (l->used < 0)
		l->used = 0;
}

void
trade_limit_change(struct trade_limit *l, int64_t most, int64_t now)
{
	trade_limit_read(l, now);
	l->most = most;
}
