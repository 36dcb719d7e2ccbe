#include "ledger/proposals.h"

#include "base/die.h"
#include "base/json.h"
#include "ledger/held.h"
#include "stream/ndjson.h"

static void
pass(struct ledger *l, json_t *order, const struct ndjson *in, struct out *o, proposals_filter *filter)
{
	struct order_record r;
	struct wrong w;

	if (!order_record_of_json(order, &r, &w))
		die("%s:%ld: %s", in->name, in->line, w.text);
	if (!filter(l, order, &r))
		return;
	json_print_compact(o, order);
	out_char(o, '\n');
}

void
proposals_each(struct ledger *l, const char *path, struct out *o, proposals_filter *filter)
{
	enum { MOST = 1 << 20 }; /* bytes of a line */
	enum ndjson_got got;
	struct ndjson in;
	struct wrong w;
	json_t *order;

	ndjson_file(&in, path, MOST);
	while ((got = ndjson_next(&in, &order, &w)) == NDJSON_OBJECT) {
		pass(l, order, &in, o, filter);
		json_decref(order);
	}
	if (got == NDJSON_WRONG)
		die("%s", w.text);
	ndjson_close(&in);
}

int64_t
proposals_held(struct ledger *l, const struct order_record *r)
{
	return r->has_held ? r->held : held_by_strategy(l, r->strategy, r->instrument);
}
