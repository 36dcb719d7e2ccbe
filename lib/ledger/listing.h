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

/* Print all rows of s, whose values are bound; how many there were. */
int64_t ledger_list(struct out *o, struct statement *s, bool csv);

#endif
