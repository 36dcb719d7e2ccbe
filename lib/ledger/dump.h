/*
 * dump - the ledger as text: two that hold the same give the same bytes
 *
 * NDJSON: the first line has the version, {"ledger":1}; each other a row, {"table":…,COLUMN:…}, tables as schema.sql has
 * them, rows by their key, columns that are NULL left out. Events are not in it: st-journal export has these. A sealed
 * dump has seq, time and hash of the last event in its first line, so that the events of a ledger that is loaded from it
 * go on where these ended.
 */
#ifndef ST_LEDGER_DUMP_H
#define ST_LEDGER_DUMP_H

#include "base/out.h"
#include "ledger/ledger.h"

void ledger_dump(struct out *o, struct ledger *l, bool sealed);

/* Fill a ledger that holds nothing from a dump; path "-" is standard input. Dies naming file and line. */
void ledger_load(struct ledger *l, const char *path);

#endif
