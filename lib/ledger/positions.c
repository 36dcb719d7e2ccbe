#include "ledger/positions.h"

/* Values 1 to 4 of each statement, of struct positions. */
#define OF_STRATEGY "(?1 IS NULL OR strategy = ?1) AND (?2 IS NULL OR instrument = ?2) AND ?3 IS NULL AND ?4 IS NOT 'contract'"
#define OF_CONTRACT "?1 IS NULL AND (?2 IS NULL OR instrument = ?2) AND (?3 IS NULL OR contract = ?3) AND ?4 IS NOT 'strategy'"

static void
bind(struct statement *s, const struct positions *which)
{
	statement_text(s, which->strategy);
	statement_text(s, which->instrument);
	statement_text(s, which->contract);
	statement_text(s, which->by);
}

struct statement *
positions_at(struct ledger *l, const struct positions *which, int64_t time)
{
	struct statement *s = statement_of(l,
	    "SELECT strategy, instrument, NULL AS contract, sum(delta) AS position, max(time) AS time FROM strategy_position"
	    " WHERE " OF_STRATEGY " AND time <= ?5 GROUP BY strategy, instrument HAVING sum(delta) <> 0"
	    " UNION ALL SELECT NULL, instrument, contract, sum(delta), max(time) FROM contract_position"
	    " WHERE " OF_CONTRACT " AND time <= ?5 GROUP BY instrument, contract HAVING sum(delta) <> 0"
	    " ORDER BY instrument, contract, strategy");

	bind(s, which);
	statement_int(s, time);
	return s;
}

struct statement *
positions_history(struct ledger *l, const struct positions *which)
{
	struct statement *s = statement_of(l, "SELECT strategy, instrument, contract, p.time AS time, delta, position,"
	    " execution, broker_order, coalesce(p.instrument_order, o.parent) AS instrument_order FROM ("
	    "SELECT strategy, instrument, NULL AS contract, seq, time, delta, position, execution, instrument_order"
	    " FROM strategy_position WHERE " OF_STRATEGY
	    " UNION ALL SELECT NULL, instrument, contract, seq, time, delta, position, execution, NULL"
	    " FROM contract_position WHERE " OF_CONTRACT ") p"
	    " LEFT JOIN execution e ON e.id = p.execution"
	    " LEFT JOIN (SELECT b.id, c.parent FROM broker_order b JOIN contract_order c ON c.id = b.parent) o ON o.id = e.broker_order"
	    " ORDER BY instrument, contract, strategy, seq");

	bind(s, which);
	return s;
}

struct statement *
positions_breaks(struct ledger *l)
{
	return statement_of(l, "SELECT instrument, contracts, strategies FROM position_break ORDER BY instrument");
}
