#include "ledger/upgrade.h"

#include <errno.h>
#include <unistd.h>

#include "base/die.h"
#include "base/replacement.h"
#include "ledger/statement.h"

/* Version 1 is the first. */
const struct ledger_steps ledger_steps = { 0, NULL };

void
ledger_copy(struct ledger *l, const char *copy)
{
	struct ledger copied;
	struct statement *s = statement_of(l, "VACUUM INTO ?");

	if (access(copy, F_OK) == 0 || errno != ENOENT)
		die("there is a file '%s' already", copy);
	statement_text(s, copy);
	statement_run(s);
	ledger_open_any(&copied, copy, 0);
	if (statement_found(statement_of(&copied, "SELECT 1 FROM pragma_integrity_check WHERE integrity_check <> 'ok'")))
		die("the copy '%s' is damaged", copy);
	ledger_close(&copied);
	replacement_sync_folder(copy);
}

int
ledger_upgrade(struct ledger *l, const struct ledger_steps *steps, int version)
{
	char set[64];

	statement_run(statement_of(l, "BEGIN IMMEDIATE"));
	for (; version <= steps->n; version++)
		if (sqlite3_exec(l->db, steps->sql[version - 1], NULL, NULL, NULL) != SQLITE_OK)
			ledger_die(l, "cannot be upgraded");
	sqlite3_snprintf(sizeof set, set, "PRAGMA user_version = %d", version);
	statement_run(statement_of(l, set));
	statement_run(statement_of(l, "COMMIT"));
	return version;
}
