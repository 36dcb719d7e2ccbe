#include "ledger/roll_states.h"

#include <stdio.h>

#include "base/die.h"
#include "ledger/statement.h"
#include "ledger/transaction.h"

struct said {
	enum roll_state state;
	char by[128];            /* "" for a person */
};

static struct said
said_of(struct ledger *l, const char *instrument)
{
	struct statement *s = statement_of(l, "SELECT state, by FROM roll_state WHERE instrument = ?");
	struct said said = { ROLL_STATE_NO_ROLL, "" };

	statement_text(s, instrument);
	if (statement_row(s)) {
		if (!roll_state_named(slice_of(statement_get_text(s, 0)), &said.state))
			die("%s: no roll state: \"%s\"", l->path, statement_get_text(s, 0));
		if (statement_has(s, 1))
			snprintf(said.by, sizeof said.by, "%s", statement_get_text(s, 1));
	}
	statement_end(s);
	return said;
}

enum roll_state
roll_states_get(struct ledger *l, const char *instrument)
{
	return said_of(l, instrument).state;
}

enum roll_states_answer
roll_states_put(struct ledger *l, const char *instrument, enum roll_state state, int64_t held, const char *by, struct wrong *w)
{
	struct said said = said_of(l, instrument);
	struct statement *s;

	if (!roll_state_check(said.state, state, held, by, *said.by ? said.by : NULL, w))
		return ROLL_STATES_WRONG;
	if (said.state == state)
		return ROLL_STATES_SAME;
	s = statement_of(l, "INSERT INTO roll_state(instrument, state, time, by) VALUES (?, ?, ?, ?)"
	    " ON CONFLICT DO UPDATE SET state = excluded.state, time = excluded.time, by = excluded.by");
	statement_text(s, instrument);
	statement_text(s, roll_state_name[state]);
	statement_int(s, transaction_time(l));
	statement_text(s, by);
	statement_run(s);
	return ROLL_STATES_PUT;
}

struct statement *
roll_states_all(struct ledger *l)
{
	return statement_of(l, "SELECT instrument, state, time, by FROM roll_state ORDER BY instrument");
}
