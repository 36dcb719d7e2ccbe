#include "forecast/trading_rules.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/names.h"
#include "forecast/rule_data.h"

/* near: the name that was meant, as nearest_said has it. */
static _Noreturn void
bad_name(const struct config *c, const struct trading_rule *v, const char *what, const char *value, const char *near)
{
	die("%s: rule '%s': %s: \"%s\"%s", c->path, v->name, what, value, near);
}

static _Noreturn void
bad(const struct config *c, const struct trading_rule *v, const char *what, const char *value)
{
	bad_name(c, v, what, value, "");
}

static void
read_data(const struct config *c, struct trading_rule *v, const json_t *rule)
{
	const char *data[SERIES_OF_RULE], *wrong;

	v->inputs = rule_data_data(rule, data);
	if (v->inputs < 0)
		bad(c, v, "its data is no list of at most 4 names", "");
	for (int i = 0; i < v->inputs; i++) {
		struct rule_data s;
		if ((wrong = rule_data_of(&s, data[i], json_object_get(rule, "other_args"), i + 1)))
			bad_name(c, v, wrong, data[i], rule_data_nearest(data[i]));
		v->data[i] = s.column;
		v->beyond |= s.beyond;
		v->relative |= s.mean == MEAN_CLASS;
	}
	if (v->rule && v->rule->inputs != v->inputs)
		die("%s: rule '%s': %d data where %s wants %d", c->path, v->name, v->inputs, v->rule->name, v->rule->inputs);
}

/* Those without underscores are the function's own, the others its data methods'. */
static size_t
own_args(const struct trading_rule *v, const json_t *args)
{
	size_t n = 0;

	for (void *i = json_object_iter((json_t *)args); i; i = json_object_iter_next((json_t *)args, i)) {
		size_t underscores = strspn(json_object_iter_key(i), "_");
		n += underscores == 0 || underscores > (size_t)v->inputs;
	}
	return n;
}

static void
read_args(const struct config *c, struct trading_rule *v, const json_t *args)
{
	const struct rule_arg *a = v->rule->args;
	size_t known = 0;
	int i;

	for (i = 0; i < RULE_ARGS && a[i].name; i++) {
		const json_t *x = json_object_get(args, a[i].name);
		known += x != NULL;
		v->args[i] = x && !json_is_null(x) ? config_as_num(c, x, a[i].name) : a[i].otherwise;
		if (isnan(v->args[i]))
			bad(c, v, "an argument is missing", a[i].name);
		if (!isinf(v->args[i]) && !(v->args[i] >= 1 && v->args[i] <= 1e6))
			bad(c, v, "an argument is out of range", a[i].name);
	}
	if (known != own_args(v, args))
		bad(c, v, "an argument that the function does not have", v->rule->name);
}

/* NAME=VALUE for each of other_args; text as it is, anything else as JSON. */
static void
read_program(struct trading_rule *v, const char *programs, const char *path, const json_t *args)
{
	size_t n = json_object_size(args), i = 1;
	const char *dir = programs && path[0] != '/' ? programs : NULL;

	v->argv = mem_alloc(n + 2, sizeof *v->argv);
	v->argv[0] = mem_format("%s%s%s", dir ? dir : "", dir ? "/" : "", path);
	for (void *it = json_object_iter((json_t *)args); it; it = json_object_iter_next((json_t *)args, it)) {
		const json_t *x = json_object_iter_value(it);
		char *text = json_is_string(x) ? mem_text(json_string_value(x)) : json_dumps(x, JSON_ENCODE_ANY | JSON_REAL_PRECISION(17));
		v->argv[i++] = mem_format("%s=%s", json_object_iter_key(it), text);
		free(text);
	}
}

static void
read_rule(const struct config *c, struct trading_rule *v, const char *programs, const json_t *rule)
{
	const char *function = json_string_value(json_object_get(rule, "function"));
	const json_t *args = json_object_get(rule, "other_args");

	if (!names_plain(slice_of(v->name)))
		die("%s: rule '%s': a control byte in its name, which columns will have", c->path, v->name);
	if (!function)
		bad(c, v, "it has no function", "");
	if (strncmp(function, "exec:", 5) == 0)
		read_program(v, programs, function + 5, args);
	else if (!(v->rule = rule_find(function)))
		bad_name(c, v, "no such rule function", function, rule_nearest(function));
	read_data(c, v, rule);
	v->attenuated = rule_data_attenuated(c, v->name);
	if (!v->rule)
		return;
	v->relative |= v->rule->relative;
	read_args(c, v, args);
}

struct trading_rules
trading_rules_read(const struct config *c, const char *programs)
{
	json_t *rules = (json_t *)config_get(c, "trading_rules");
	struct trading_rules t = { .n = 0 };

	if (!json_is_object(rules) || json_object_size(rules) == 0)
		die("%s: no trading_rules", c->path);
	t.v = mem_alloc(json_object_size(rules), sizeof *t.v);
	for (void *i = json_object_iter(rules); i; i = json_object_iter_next(rules, i)) {
		struct trading_rule *v = &t.v[t.n++];
		v->name = json_object_iter_key(i);
		read_rule(c, v, programs, json_object_iter_value(i));
		t.programs += !v->rule;
	}
	return t;
}
