#include "ledger/halts.h"

#include "ledger/transaction.h"

void
halts_put(struct ledger *l, const struct halts *h, const char *why)
{
	struct statement *s = statement_of(l, "INSERT INTO halt(strategy, instrument, kind, by, time, why) VALUES (?, ?, ?, ?, ?, ?)"
	    " ON CONFLICT DO NOTHING");

	statement_text(s, h->strategy);
	statement_text(s, h->instrument);
	statement_text(s, h->kind);
	statement_text(s, h->by);
	statement_int(s, transaction_time(l));
	statement_text(s, why);
	statement_run(s);
}

#define WHICH "strategy = ?1 AND instrument = ?2 AND (?3 IS NULL OR kind = ?3)"

static void
which(struct statement *s, const struct halts *h)
{
	statement_text(s, h->strategy);
	statement_text(s, h->instrument);
	statement_text(s, h->kind);
}

void
halts_take_off(struct ledger *l, const struct halts *h)
{
	struct statement *s = statement_of(l, "DELETE FROM halt WHERE " WHICH " AND by = ?4");

	which(s, h);
	statement_text(s, h->by);
	statement_run(s);
}

void
halts_take_all_off(struct ledger *l)
{
	statement_run(statement_of(l, "DELETE FROM halt"));
}

struct statement *
halts_standing(struct ledger *l, const struct halts *h)
{
	struct statement *s = statement_of(l, "SELECT by, kind FROM halt WHERE " WHICH " ORDER BY by, kind");

	which(s, h);
	return s;
}

bool
halts_hold(struct ledger *l, const char *strategy, const char *instrument, const char *kind)
{
	struct statement *s = statement_of(l, "SELECT 1 FROM halt WHERE strategy IN ('', ?) AND instrument IN ('', ?) AND kind = ?");

	statement_text(s, strategy);
	statement_text(s, instrument);
	statement_text(s, kind);
	return statement_found(s);
}

struct statement *
halts_all(struct ledger *l)
{
	return statement_of(l, "SELECT nullif(strategy, '') AS strategy, nullif(instrument, '') AS instrument, kind, by, time, why"
	    " FROM halt ORDER BY halt.strategy, halt.instrument, kind, by");
}
