#include "trade/gate_config.h"

#include <math.h>
#include <stddef.h>
#include <string.h>

#include "base/die.h"
#include "config/yaml.h"

#define LIMIT(name) { #name, offsetof(struct gate_limits, name) }
static const struct {
	const char *key;
	size_t at;
} numbers[] = {
	LIMIT(lots), LIMIT(value), LIMIT(position), LIMIT(asset_class), LIMIT(leverage), LIMIT(risk), LIMIT(day_loss), LIMIT(drawdown),
	LIMIT(collar), LIMIT(price_age), LIMIT(orders_minute), LIMIT(orders_day), LIMIT(same_order),
};

static bool
take_number(struct gate_limits *g, const char *key, const json_t *v, const json_t *where)
{
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		if (strcmp(key, numbers[i].key) != 0)
			continue;
		double x = json_is_number(v) ? json_number_value(v) : NAN;
		if (!(x >= 0) && !json_is_null(v))
			die("%s: risk_gate: %s: not a number of 0 or more", yaml_place(where), key);
		*(double *)((char *)g + numbers[i].at) = x;
		return true;
	}
	return false;
}

static json_t *
take_list(json_t *v, const json_t *where)
{
	json_t *code;
	size_t i;

	if (!json_is_array(v))
		die("%s: risk_gate: list: not a list of instruments", yaml_place(where));
	json_array_foreach(v, i, code)
		if (!json_is_string(code))
			die("%s: risk_gate: list: not a list of instruments", yaml_place(where));
	return json_incref(v);
}

static void
take(struct gate_config *c, const char *key, json_t *v, const json_t *where)
{
	if (take_number(&c->limits, key, v, where))
		return;
	if (strcmp(key, "list") == 0) {
		c->listed = take_list(v, where);
	} else if (strcmp(key, "opposite") == 0) {
		if (!json_is_boolean(v))
			die("%s: risk_gate: opposite: not yes or no", yaml_place(where));
		c->limits.opposite = json_is_true(v);
	} else {
		die("%s: risk_gate: no such key: \"%.80s\"", yaml_place(where), key);
	}
}

struct gate_config
gate_config_read(const char *path)
{
	struct config_yaml y = yaml_file(path);
	json_t *gate = json_object_get(y.value, "risk_gate"), *where = json_object_get(y.where, "risk_gate"), *v;
	struct gate_config c = { .listed = NULL };
	const char *key;

	if (!json_is_object(gate))
		die("%s: no mapping 'risk_gate': without limits there is no gate", path);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		*(double *)((char *)&c.limits + numbers[i].at) = NAN;
	json_object_foreach(gate, key, v)
		take(&c, key, v, json_object_get(where, key));
	yaml_close(&y);
	return c;
}

bool
gate_config_lists(const struct gate_config *c, const char *instrument)
{
	json_t *code;
	size_t i;

	if (!c->listed)
		return true;
	json_array_foreach(c->listed, i, code)
		if (strcmp(json_string_value(code), instrument) == 0)
			return true;
	return false;
}

void
gate_config_free(struct gate_config *c)
{
	json_decref(c->listed);
}
