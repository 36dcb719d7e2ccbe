#include "ledger/overrides.h"

#include "base/num.h"
#include "order/override.h"

static void
put(struct ledger *l, const char *strategy, const char *instrument, double value, const char *why)
{
	struct statement *s = statement_of(l, "INSERT INTO override(strategy, instrument, value, why) VALUES (?, ?, ?, ?)"
	    " ON CONFLICT DO UPDATE SET value = excluded.value, why = excluded.why");

	statement_text(s, strategy);
	statement_text(s, instrument);
	statement_num(s, value);
	statement_text(s, why);
	statement_run(s);
}

static void
take_away(struct ledger *l, const char *strategy, const char *instrument)
{
	struct statement *s = statement_of(l, "DELETE FROM override WHERE strategy = ? AND instrument = ?");

	statement_text(s, strategy);
	statement_text(s, instrument);
	statement_run(s);
}

void
overrides_set(struct ledger *l, const char *strategy, const char *instrument, double value, const char *why)
{
	if (value == OVERRIDE_NONE)
		take_away(l, strategy, instrument);
	else
		put(l, strategy, instrument, value, why);
}

void
overrides_clear(struct ledger *l)
{
	statement_run(statement_of(l, "DELETE FROM override"));
}

static void
name_of(sqlite3_context *c, int n, sqlite3_value **value)
{
	(void)n;
	sqlite3_result_text(c, override_name(sqlite3_value_double(value[0])), -1, SQLITE_STATIC);
}

struct statement *
overrides_all(struct ledger *l)
{
	statement_function(l, "override_name", 1, name_of);
	return statement_of(l, "SELECT nullif(strategy, '') AS strategy, nullif(instrument, '') AS instrument, value,"
	    " override_name(value) AS name, why FROM override ORDER BY override.strategy, override.instrument");
}

static double
one(struct ledger *l, const char *strategy, const char *instrument)
{
	struct statement *s = statement_of(l, "SELECT value FROM override WHERE strategy = ? AND instrument = ?");

	statement_text(s, strategy);
	statement_text(s, instrument);
	double value = statement_row(s) ? statement_get_num(s, 0) : num_missing();
	statement_end(s);
	return value;
}

double
overrides_get(struct ledger *l, const char *strategy, const char *instrument)
{
	const struct override_sources all = {
		.strategy = one(l, strategy, ""), .instrument = one(l, "", instrument), .pair = one(l, strategy, instrument)
	};

	return override_of(&all);
}
