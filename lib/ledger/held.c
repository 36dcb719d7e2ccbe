#include "ledger/held.h"

#include "ledger/statement.h"

int64_t
held_by_strategy(struct ledger *l, const char *strategy, const char *instrument)
{
	struct statement *s = statement_of(l, "SELECT position FROM strategy_position WHERE strategy = ? AND instrument = ?"
	    " ORDER BY seq DESC LIMIT 1");

	statement_text(s, strategy);
	statement_text(s, instrument);
	return statement_first_int(s, 0);
}

int64_t
held_by_all(struct ledger *l, const char *instrument)
{
	struct statement *s = statement_of(l, "SELECT sum(position) FROM strategy_position_now WHERE instrument = ?");

	statement_text(s, instrument);
	return statement_first_int(s, 0);
}

int64_t
held_of_contract(struct ledger *l, const char *instrument, const char *contract)
{
	struct statement *s = statement_of(l, "SELECT position FROM contract_position WHERE instrument = ? AND contract = ?"
	    " ORDER BY seq DESC LIMIT 1");

	statement_text(s, instrument);
	statement_text(s, contract);
	return statement_first_int(s, 0);
}
