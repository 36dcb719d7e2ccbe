/*
 * listing - rows of the ledger as records: NDJSON, keys as the statement names its columns, or CSV with a header
 *
 * Times are text, yes and no true and false (in CSV 1 and 0), what is missing is left out (in CSV empty).
 */
#ifndef ST_LEDGER_LISTING_H
#define ST_LEDGER_LISTING_H

#include <stdbool.h>

#include "base/out.h"
#include "ledger/statement.h"

/* Columns that no statement gives, behind those of each row: their names in CSV, and what prints them, a comma before each. */
struct ledger_more {
	const char *names;
	void (*print)(struct out *o, struct statement *row, bool csv);
};

/* Print all rows of s, whose values are bound; more may be NULL. How many there were. */
int64_t ledger_list_more(struct out *o, struct statement *s, const struct ledger_more *more, bool csv);

static inline int64_t
ledger_list(struct out *o, struct statement *s, bool csv)
{
	return ledger_list_more(o, s, NULL, csv);
}

#endif
