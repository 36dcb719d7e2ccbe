#include "ledger/refusals.h"

#include "base/json.h"
#include "ledger/transaction.h"

void
refusals_put(struct ledger *l, const struct order_record *r, const json_t *proposed, const struct gate_answer *a,
    const char *why)
{
	struct statement *s = statement_of(l, "INSERT INTO refusal(time, strategy, instrument, trade, allowed, \"check\", \"limit\","
	    " value, why, proposed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
	struct out text;

	out_memory(&text);
	json_print_compact(&text, proposed);
	out_char(&text, '\0');
	statement_int(s, transaction_time(l));
	statement_text(s, r->strategy);
	statement_text(s, r->instrument);
	statement_int(s, a->from);
	statement_int(s, a->to);
	statement_text(s, a->check);
	statement_num(s, a->limit);
	statement_num(s, a->value);
	statement_text(s, why);
	statement_text(s, text.buf);
	statement_run(s);
	out_close(&text);
}

struct statement *
refusals_all(struct ledger *l, int64_t most)
{
	struct statement *s = statement_of(l, "SELECT time, strategy, instrument, trade, allowed, \"check\", \"limit\", value, why"
	    " FROM (SELECT * FROM refusal ORDER BY id DESC LIMIT ?) ORDER BY id");

	statement_int(s, most);
	return s;
}
