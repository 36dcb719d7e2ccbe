#include "ledger/position_limits.h"

#include "order/position_limit.h"

void
position_limits_set(struct ledger *l, const char *strategy, const char *instrument, int64_t most)
{
	struct statement *s = statement_of(l, "INSERT INTO position_limit(strategy, instrument, most) VALUES (?, ?, ?)"
	    " ON CONFLICT DO UPDATE SET most = excluded.most");

	statement_text(s, strategy);
	statement_text(s, instrument);
	statement_int(s, most);
	statement_run(s);
}

void
position_limits_remove(struct ledger *l, const char *strategy, const char *instrument)
{
	struct statement *s = statement_of(l, "DELETE FROM position_limit WHERE strategy = ? AND instrument = ?");

	statement_text(s, strategy);
	statement_text(s, instrument);
	statement_run(s);
}

struct statement *
position_limits_all(struct ledger *l)
{
	return statement_of(l, "SELECT nullif(strategy, '') AS strategy, instrument, most FROM position_limit"
	    " ORDER BY instrument, position_limit.strategy");
}

int64_t
position_limits_get(struct ledger *l, const char *strategy, const char *instrument)
{
	struct statement *s = statement_of(l, "SELECT most FROM position_limit WHERE strategy = ? AND instrument = ?");

	statement_text(s, strategy);
	statement_text(s, instrument);
	return statement_first_int(s, POSITION_LIMIT_NONE);
}
