#include "order/order_record.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/num.h"
#include "order/order_name.h"
#include "order/quantity.h"
#include "roll/contract.h"
#include "time/instant.h"

/* ---- entries that may be missing: false when one is there and wrong ---- */

static bool
text(const json_t *o, const char *key, const char **s, struct wrong *w)
{
	return !json_has(o, key) || json_get_text(o, key, s, w);
}

static bool
num(const json_t *o, const char *key, double *x, struct wrong *w)
{
	*x = num_missing();
	return !json_has(o, key) || json_get_num(o, key, x, w);
}

static bool
contract(const json_t *o, const char *key, const char **s, struct wrong *w)
{
	int id;

	if (!text(o, key, s, w))
		return false;
	return !*s || (strlen(*s) == CONTRACT_MAX && contract_parse(slice_of(*s), &id)) ||
	    wrong_say(w, "'%s' is not a contract, eight digits: \"%s\"", key, *s);
}

static bool
instant(const json_t *o, const char *key, int64_t *t, struct wrong *w)
{
	const char *s = NULL;

	*t = ORDER_RECORD_NO_TIME;
	if (!text(o, key, &s, w))
		return false;
	return !s || instant_parse(slice_of(s), t) || wrong_say(w, "'%s' is not a time: \"%s\"", key, s);
}

static bool
lots(const json_t *o, const char *key, int64_t *n, struct wrong *w)
{
	struct quantity q;

	return json_get_int(o, key, n, w) && quantity_of(&q, n, 1, w);
}

/* ---- the record ---- */

static bool
check_type(const struct order_record *r, struct wrong *w)
{
	static const char *const types[] = { "best", "market", "limit", "panic" };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (strcmp(r->type, types[i]) == 0)
			return strcmp(r->type, "limit") != 0 || !isnan(r->limit_price) ||
			    wrong_say(w, "a limit order without 'limit_price'");
	return wrong_say(w, "'type' is not best, market, limit or panic: \"%s\"", r->type);
}

static bool
take_wanted(const json_t *o, struct order_record *r, struct wrong *w)
{
	r->has_held = json_has(o, "held");
	r->no_trading = json_is_true(json_object_get(o, "no_trading"));
	if (json_has(o, "wanted") && !json_get_int(o, "wanted", &r->wanted, w))
		return false;
	if (json_has(o, "cut") && !json_get_array(o, "cut", &r->cut, w))
		return false;
	return !r->has_held || lots(o, "held", &r->held, w);
}

bool
order_record_of_json(const json_t *o, struct order_record *r, struct wrong *w)
{
	*r = (struct order_record){ .type = "best" };
	return json_get_text(o, "strategy", &r->strategy, w) && order_name_check(slice_of(r->strategy), "strategy", w) &&
	    json_get_text(o, "instrument", &r->instrument, w) && order_name_check(slice_of(r->instrument), "instrument", w) &&
	    lots(o, "trade", &r->trade, w) && text(o, "type", &r->type, w) && num(o, "limit_price", &r->limit_price, w) &&
	    contract(o, "limit_contract", &r->limit_contract, w) && num(o, "reference_price", &r->reference_price, w) &&
	    contract(o, "reference_contract", &r->reference_contract, w) && instant(o, "reference_time", &r->reference_time, w) &&
	    take_wanted(o, r, w) && check_type(r, w);
}

void
order_record_cut(json_t *o, int64_t to, const char *by, const char *why)
{
	json_t *list = json_object_get(o, "cut");
	int64_t from = json_integer_value(json_object_get(o, "trade"));

	if (from == to)
		return;
	if (!list) {
		list = json_array();
		json_object_set_new(o, "cut", list);
	}
	json_array_append_new(list, json_pack("{s:s, s:I, s:I, s:s}", "by", by, "from", (json_int_t)from, "to",
	    (json_int_t)to, "why", why));
	json_object_set_new(o, "trade", json_integer(to));
}
