#include "config/unusual.h"

#include <math.h>
#include <stdio.h>

#include "base/num.h"
#include "base/warn.h"

/* The first of its kind, and how many there are. */
struct found {
	char first[600];
	int n;
};

/* NaN of what is none. */
static double
number(const json_t *v)
{
	double x = NAN;

	if (json_is_string(v))
		return num_parse(json_string_value(v), json_string_length(v), &x) ? x : NAN;
	return json_is_number(v) ? json_number_value(v) : NAN;
}

static void
weights(struct found *f, const json_t *map, const json_t *where, const char *instrument)
{
	const char *rule;
	json_t *v;

	json_object_foreach((json_t *)map, rule, v) {
		const json_t *at = json_object_get(where, rule);
		if (json_is_object(v))
			weights(f, v, at, rule);
		else if (number(v) < 0 && !f->n++)
			snprintf(f->first, sizeof f->first, "%.300s: rule '%.80s' of %s%.80s%s has a weight below zero, %g", yaml_place(at), rule,
			    instrument ? "'" : "", instrument ? instrument : "all instruments", instrument ? "'" : "", number(v));
	}
}

/* v is the scalar of a rule, or of all that have none of their own. */
static void
scalar(struct found *f, const json_t *v, const json_t *where, const char *rule)
{
	if (number(v) <= 0 && !f->n++)
		snprintf(f->first, sizeof f->first, "%.300s: %s%.80s%s has a forecast scalar not above zero, %g", yaml_place(where),
		    rule ? "rule '" : "", rule ? rule : "a rule without one of its own", rule ? "'" : "", number(v));
}

static void
scalars(struct found *f, const struct config_yaml *doc)
{
	const json_t *rules = json_object_get(doc->value, "trading_rules"), *listed = json_object_get(doc->value, "forecast_scalars");
	const json_t *rules_at = json_object_get(doc->where, "trading_rules"), *at = json_object_get(doc->where, "forecast_scalars");
	const char *rule;
	json_t *v;

	json_object_foreach((json_t *)rules, rule, v)
		scalar(f, json_object_get(v, "forecast_scalar"), json_object_get(json_object_get(rules_at, rule), "forecast_scalar"), rule);
	json_object_foreach((json_t *)listed, rule, v)
		scalar(f, v, json_object_get(at, rule), rule);
	scalar(f, json_object_get(doc->value, "forecast_scalar"), json_object_get(doc->where, "forecast_scalar"), NULL);
}

static void
tell(const struct found *f, const char *meaning)
{
	if (f->n > 1)
		warn("%s, and %d more: %s", f->first, f->n - 1, meaning);
	else if (f->n)
		warn("%s: %s", f->first, meaning);
}

void
unusual_tell(const struct config_yaml *doc)
{
	struct found w = { .n = 0 }, s = { .n = 0 };

	weights(&w, json_object_get(doc->value, "forecast_weights"), json_object_get(doc->where, "forecast_weights"), NULL);
	scalars(&s, doc);
	tell(&w, "its forecasts are turned round");
	tell(&s, "its forecasts are turned round, or none");
}
