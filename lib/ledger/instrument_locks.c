#include "ledger/instrument_locks.h"

#include <sqlite3.h>

#include "ledger/transaction.h"

bool
instrument_locks_add(struct ledger *l, const char *instrument, const char *owner, const char *why)
{
	struct statement *s = statement_of(l, "INSERT INTO instrument_lock(instrument, owner, time, why) VALUES (?, ?, ?, ?)"
	    " ON CONFLICT DO NOTHING");

	statement_text(s, instrument);
	statement_text(s, owner);
	statement_int(s, transaction_time(l));
	statement_text(s, why);
	statement_run(s);
	return sqlite3_changes(l->db) > 0;
}

bool
instrument_locks_remove(struct ledger *l, const char *instrument, const char *owner)
{
	struct statement *s = statement_of(l, "DELETE FROM instrument_lock WHERE instrument = ? AND owner = ?");

	statement_text(s, instrument);
	statement_text(s, owner);
	statement_run(s);
	return sqlite3_changes(l->db) > 0;
}

void
instrument_locks_clear(struct ledger *l)
{
	statement_run(statement_of(l, "DELETE FROM instrument_lock"));
}

struct statement *
instrument_locks_all(struct ledger *l)
{
	return statement_of(l, "SELECT instrument, owner, time, why FROM instrument_lock ORDER BY instrument, owner");
}

bool
instrument_locks_any(struct ledger *l, const char *instrument)
{
	struct statement *s = statement_of(l, "SELECT 1 FROM instrument_lock WHERE instrument = ?");

	statement_text(s, instrument);
	return statement_found(s);
}
