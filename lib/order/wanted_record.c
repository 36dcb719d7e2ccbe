#include "order/wanted_record.h"

#include <math.h>
#include <string.h>

#include "base/json.h"
#include "base/num.h"
#include "order/order_name.h"
#include "roll/contract.h"
#include "time/instant.h"

/* Entries that may be missing: false when one is there and wrong. */
static bool
text(const json_t *o, const char *key, const char **s, struct wrong *w)
{
	*s = NULL;
	return !json_has(o, key) || json_get_text(o, key, s, w);
}

static bool
num(const json_t *o, const char *key, double *x, struct wrong *w)
{
	*x = num_missing();
	return !json_has(o, key) || json_get_num(o, key, x, w);
}

static bool
instant(const json_t *o, const char *key, int64_t *t, struct wrong *w)
{
	const char *s;

	*t = WANTED_RECORD_NO_TIME;
	if (!text(o, key, &s, w))
		return false;
	return !s || instant_parse(slice_of(s), t) || wrong_say(w, "'%s' is not a time: \"%s\"", key, s);
}

static bool
kind(const json_t *o, enum wanted_kind *k, struct wrong *w)
{
	const char *s;

	if (!json_get_text(o, "kind", &s, w))
		return false;
	return wanted_kind_named(slice_of(s), k) || wrong_say(w, "'kind' is not simple, buffered, raw or dynamic: \"%s\"", s);
}

/* A band has no position, a position no band. */
static bool
check_numbers(const struct wanted *x, struct wrong *w)
{
	if (x->kind == WANTED_BUFFERED)
		return isnan(x->position) || wrong_say(w, "a buffered one has no 'position'");
	return (isnan(x->lower) && isnan(x->upper)) || wrong_say(w, "only a buffered one has 'lower' and 'upper'");
}

bool
wanted_record_check(const struct wanted_record *r, struct wrong *w)
{
	int id;

	if (!order_name_check(slice_of(r->strategy), "strategy", w) || !order_name_check(slice_of(r->instrument), "instrument", w))
		return false;
	if (r->reference_contract && (strlen(r->reference_contract) != CONTRACT_MAX ||
	    !contract_parse(slice_of(r->reference_contract), &id)))
		return wrong_say(w, "'reference_contract' is not a contract, eight digits: \"%s\"", r->reference_contract);
	return check_numbers(&r->wanted, w) && wanted_check(&r->wanted, w);
}

bool
wanted_record_of_json(const json_t *o, struct wanted_record *r, struct wrong *w)
{
	*r = (struct wanted_record){ .detail = json_has(o, "detail") ? json_object_get(o, "detail") : NULL };
	return json_get_text(o, "strategy", &r->strategy, w) && json_get_text(o, "instrument", &r->instrument, w) &&
	    instant(o, "time", &r->time, w) && text(o, "run", &r->run, w) && kind(o, &r->wanted.kind, w) &&
	    num(o, "position", &r->wanted.position, w) && num(o, "lower", &r->wanted.lower, w) &&
	    num(o, "upper", &r->wanted.upper, w) && num(o, "reference_price", &r->reference_price, w) &&
	    text(o, "reference_contract", &r->reference_contract, w) && instant(o, "reference_time", &r->reference_time, w) &&
	    wanted_record_check(r, w);
}
