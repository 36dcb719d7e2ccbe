#include "ledger/roll_states.h"

#include "base/die.h"
#include "ledger/statement.h"
#include "ledger/transaction.h"

enum roll_state
roll_states_get(struct ledger *l, const char *instrument)
{
	struct statement *s = statement_of(l, "SELECT state FROM roll_state WHERE instrument = ?");
	enum roll_state state = ROLL_STATE_NO_ROLL;

	statement_text(s, instrument);
	if (statement_row(s) && !roll_state_named(slice_of(statement_get_text(s, 0)), &state))
		die("%s: no roll state: \"%s\"", l->path, statement_get_text(s, 0));
	statement_end(s);
	return state;
}

bool
roll_states_put(struct ledger *l, const char *instrument, enum roll_state state)
{
	struct statement *s = statement_of(l, "INSERT INTO roll_state(instrument, state, time) VALUES (?, ?, ?)"
	    " ON CONFLICT(instrument) DO UPDATE SET state = excluded.state, time = excluded.time WHERE state <> excluded.state");

	statement_text(s, instrument);
	statement_text(s, roll_state_name[state]);
	statement_int(s, transaction_time(l));
	statement_run(s);
	return sqlite3_changes(l->db) > 0;
}
