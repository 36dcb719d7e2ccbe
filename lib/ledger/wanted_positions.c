#include "ledger/wanted_positions.h"

#include <string.h>

#include "base/json.h"
#include "ledger/transaction.h"
#include "time/instant.h"
#include "time/stamp.h"

#define COLUMNS "id, strategy, instrument, time, run, kind, lower, upper, position, reference_price, reference_contract," \
	" reference_time, detail"

/* The last one of the series: its kind and time; false when there is none. */
static bool
last_of(struct ledger *l, const struct wanted_record *r, enum wanted_kind *kind, int64_t *time)
{
	struct statement *s = statement_of(l, "SELECT kind, time FROM wanted WHERE strategy = ? AND instrument = ?"
	    " ORDER BY kind = ? DESC, time DESC LIMIT 1");

	statement_text(s, r->strategy);
	statement_text(s, r->instrument);
	statement_text(s, wanted_kind_name[r->wanted.kind]);
	bool any = statement_row(s);
	if (any) {
		wanted_kind_named(slice_of(statement_get_text(s, 0)), kind);
		*time = statement_get_int(s, 1);
	}
	statement_end(s);
	return any;
}

static bool
goes_with(enum wanted_kind a, enum wanted_kind b)
{
	bool a_dynamic = a == WANTED_RAW || a == WANTED_DYNAMIC, b_dynamic = b == WANTED_RAW || b == WANTED_DYNAMIC;

	return a == b || (a_dynamic && b_dynamic);
}

static bool
check_age(const struct wanted_record *r, int64_t now, int stale_days, struct wrong *w)
{
	char text[INSTANT_MAX];

	if (r->reference_time == WANTED_RECORD_NO_TIME)
		return true;
	instant_print(text, r->reference_time);
	if (r->reference_time > now)
		return wrong_say(w, "its price is of %s, which is to come", text);
	if ((now - r->reference_time) / INSTANT_SECOND / DAY_SECONDS > stale_days)
		return wrong_say(w, "its price is of %s, more than %d days ago", text, stale_days);
	return true;
}

static void
insert(struct ledger *l, const struct wanted_record *r, int64_t time)
{
	struct statement *s = statement_of(l, "INSERT INTO wanted(strategy, instrument, time, run, kind, lower, upper, position,"
	    " reference_price, reference_contract, reference_time, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	struct out detail;

	out_memory(&detail);
	if (r->detail)
		json_print_compact(&detail, r->detail);
	out_char(&detail, '\0');
	statement_text(s, r->strategy);
	statement_text(s, r->instrument);
	statement_int(s, time);
	statement_text(s, r->run ? r->run : "");
	statement_text(s, wanted_kind_name[r->wanted.kind]);
	statement_num(s, r->wanted.lower);
	statement_num(s, r->wanted.upper);
	statement_num(s, r->wanted.position);
	statement_num(s, r->reference_price);
	statement_text(s, r->reference_contract);
	statement_int_or_null(s, r->reference_time, WANTED_RECORD_NO_TIME);
	statement_text(s, r->detail ? detail.buf : NULL);
	statement_run(s);
	out_close(&detail);
}

/* Is what was said at that time just this? */
static bool
is_same(struct ledger *l, const struct wanted_record *r, int64_t time)
{
	struct statement *s = statement_of(l, "SELECT 1 FROM wanted WHERE strategy = ? AND instrument = ? AND time = ? AND kind = ?"
	    " AND run = ? AND lower IS ? AND upper IS ? AND position IS ?");

	statement_text(s, r->strategy);
	statement_text(s, r->instrument);
	statement_int(s, time);
	statement_text(s, wanted_kind_name[r->wanted.kind]);
	statement_text(s, r->run ? r->run : "");
	statement_num(s, r->wanted.lower);
	statement_num(s, r->wanted.upper);
	statement_num(s, r->wanted.position);
	return statement_found(s);
}

enum wanted_positions_answer
wanted_positions_put(struct ledger *l, const struct wanted_record *r, int stale_days, struct wrong *w)
{
	int64_t now = transaction_time(l), time = r->time == WANTED_RECORD_NO_TIME ? now : r->time, last;
	enum wanted_kind kind;
	char text[INSTANT_MAX];

	if (!wanted_record_check(r, w) || !check_age(r, now, stale_days, w))
		return WANTED_REFUSED;
	instant_print(text, time);
	if (time > now) {
		wrong_say(w, "wanted at %s, which is to come", text);
		return WANTED_REFUSED;
	}
	if (last_of(l, r, &kind, &last)) {
		if (!goes_with(kind, r->wanted.kind)) {
			wrong_say(w, "%s, where %s positions were wanted before", wanted_kind_name[r->wanted.kind], wanted_kind_name[kind]);
			return WANTED_REFUSED;
		}
		if (kind == r->wanted.kind && time <= last) {
			if (time == last && is_same(l, r, time))
				return WANTED_THERE;
			wrong_say(w, "wanted at %s, but something was wanted then or later already", text);
			return WANTED_REFUSED;
		}
	}
	insert(l, r, time);
	return WANTED_PUT;
}

struct statement *
wanted_positions_now(struct ledger *l, const char *strategy)
{
	struct statement *s = statement_of(l, "SELECT " COLUMNS " FROM wanted w WHERE strategy = coalesce(?, strategy) AND time ="
	    " (SELECT max(time) FROM wanted v WHERE v.strategy = w.strategy AND v.instrument = w.instrument AND v.kind = w.kind)"
	    " ORDER BY strategy, instrument, kind");

	statement_text(s, strategy);
	return s;
}

struct statement *
wanted_positions_history(struct ledger *l, const char *strategy, const char *instrument)
{
	struct statement *s = statement_of(l, "SELECT " COLUMNS " FROM wanted WHERE strategy = ? AND instrument = ? ORDER BY time, id");

	statement_text(s, strategy);
	statement_text(s, instrument);
	return s;
}
