#include "ledger/invariants.h"

#include <stddef.h>

const struct ledger_invariant ledger_invariants[] = {
	{ "sqlite", "SQLite finds no damage",
	    "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'" },
	{ "references", "every row that another names is there",
	    "SELECT \"table\" || ' names a row of ' || parent || ' that is not there' FROM pragma_foreign_key_check" },
	{ "json", "what is to be JSON is",
	    "SELECT 'event ' || seq FROM event WHERE NOT json_valid(key) OR NOT json_valid(coalesce(before, '{}'))"
	    " OR NOT json_valid(coalesce(after, '{}'))"
	    " UNION ALL SELECT 'wanted ' || id FROM wanted WHERE NOT json_valid(coalesce(detail, '{}'))"
	    " UNION ALL SELECT 'instrument order ' || id FROM instrument_order WHERE NOT json_valid(coalesce(cut, '{}'))"
	    " UNION ALL SELECT 'refusal ' || id FROM refusal WHERE NOT json_valid(coalesce(proposed, '{}'))" },
	{ "I1", "a fill is within its trade, or its order is marked overfilled",
	    "SELECT 'contract order ' || id FROM contract_leg JOIN contract_order USING(id)"
	    " WHERE overfilled = 0 AND (abs(fill) > abs(trade) OR fill * trade < 0)"
	    " UNION ALL SELECT 'broker order ' || id FROM broker_leg JOIN broker_order USING(id)"
	    " WHERE overfilled = 0 AND (abs(fill) > abs(trade) OR fill * trade < 0)" },
	{ "I2", "a broker order's fill is the sum of its executions",
	    "SELECT 'broker order ' || b.id || ' leg ' || b.leg FROM broker_leg b WHERE fill <> coalesce("
	    "(SELECT sum(quantity) FROM execution e WHERE e.broker_order = b.id AND e.leg = b.leg"
	    " AND NOT EXISTS (SELECT 1 FROM execution r WHERE r.replaces = e.id)), 0)" },
	{ "I3", "a fill is the sum of the fills below it; a roll's is none",
	    "SELECT 'contract order ' || c.id || ' leg ' || c.leg FROM contract_leg c WHERE fill <> coalesce("
	    "(SELECT sum(l.fill) FROM broker_order b JOIN broker_leg l USING(id) WHERE b.parent = c.id AND l.contract = c.contract), 0)"
	    " UNION ALL SELECT 'instrument order ' || i.id FROM instrument_order i WHERE by = 'roll' AND fill <> 0"
	    " UNION ALL SELECT 'instrument order ' || i.id FROM instrument_order i WHERE by <> 'roll'"
	    " AND EXISTS (SELECT 1 FROM contract_order WHERE parent = i.id) AND fill <> "
	    "coalesce((SELECT sum(l.fill) FROM contract_order c JOIN contract_leg l USING(id) WHERE c.parent = i.id"
	    " AND (SELECT count(*) FROM contract_leg g WHERE g.id = c.id) = 1), 0)" },
	{ "I4", "what is below an order that is done is done",
	    "SELECT 'contract order ' || c.id FROM contract_order c JOIN instrument_order i ON i.id = c.parent"
	    " WHERE i.state <> 'live' AND c.state = 'live'"
	    " UNION ALL SELECT 'broker order ' || b.id FROM broker_order b JOIN contract_order c ON c.id = b.parent"
	    " WHERE c.state <> 'live' AND b.state = 'live'" },
	{ "I5", "an instrument has one live roll at most",
	    "SELECT instrument FROM instrument_order WHERE by = 'roll' AND state = 'live' GROUP BY instrument HAVING count(*) > 1" },
	{ "I6", "an order is of its parent's strategy and instrument, has legs, and none is missing beside it",
	    "SELECT 'contract order ' || c.id FROM contract_order c JOIN instrument_order i ON i.id = c.parent"
	    " WHERE c.strategy <> i.strategy OR c.instrument <> i.instrument"
	    " OR NOT EXISTS (SELECT 1 FROM contract_leg WHERE id = c.id)"
	    " UNION ALL SELECT 'broker order ' || b.id FROM broker_order b JOIN contract_order c ON c.id = b.parent"
	    " WHERE b.strategy <> c.strategy OR b.instrument <> c.instrument"
	    " OR NOT EXISTS (SELECT 1 FROM broker_leg WHERE id = b.id)"
	    " UNION ALL SELECT 'instrument order ' || i.id FROM instrument_order i WHERE by <> 'hand'"
	    " AND EXISTS (SELECT 1 FROM contract_order WHERE parent = i.id) AND trade <> "
	    "(SELECT sum(l.trade) FROM contract_order c JOIN contract_leg l USING(id) WHERE c.parent = i.id)" },
	{ "I8", "a position is the sum of its executions and of trades between strategies, each row following the one before",
	    "SELECT 'contract position ' || seq FROM contract_position p JOIN execution e ON e.id = p.execution"
	    " WHERE delta <> quantity - coalesce((SELECT quantity FROM execution r WHERE r.id = e.replaces), 0)"
	    " UNION ALL SELECT 'execution ' || e.id FROM execution e WHERE quantity <> coalesce("
	    "(SELECT quantity FROM execution r WHERE r.id = e.replaces), 0)"
	    " AND NOT EXISTS (SELECT 1 FROM contract_position WHERE execution = e.id)"
	    " UNION ALL SELECT 'strategy position ' || seq FROM strategy_position p JOIN instrument_order i ON i.id = p.instrument_order"
	    " WHERE delta <> fill"
	    " UNION ALL SELECT 'contract position ' || seq FROM (SELECT seq, position, sum(delta) OVER"
	    " (PARTITION BY instrument, contract ORDER BY seq) AS total FROM contract_position) WHERE position <> total"
	    " UNION ALL SELECT 'strategy position ' || seq FROM (SELECT seq, position, sum(delta) OVER"
	    " (PARTITION BY strategy, instrument ORDER BY seq) AS total FROM strategy_position) WHERE position <> total" },
	{ "I9", "contracts and strategies hold the same of an instrument",
	    "SELECT instrument || ': ' || contracts || ' by contracts, ' || strategies || ' by strategies' FROM position_break" },
	{ NULL, NULL, NULL }
};
