#include "stream/schema.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/installed.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/num.h"
#include "config/config.h"

static const char *const type_names[] = { "string", "number", "integer", NULL };
static const char *const format_names[] = { "", "date", "date-time-naive", "instrument", "contract", "currency",
	"currency-pair", NULL };

char *
schema_path(const char *name)
{
	return installed_find("ST_SCHEMAS", "schemas", name, ".json");
}

/* ---- loading ---- */

static const char *
text(const char *path, const char *at, const char *key, const json_t *v)
{
	if (!json_is_string(v))
		die("%s: '%s': %s is not a string", path, at, key);
	return json_string_value(v);
}

static double
number(const char *path, const char *at, const char *key, const json_t *v)
{
	if (!json_is_number(v))
		die("%s: '%s': %s is not a number", path, at, key);
	return json_number_value(v);
}

static bool
truth(const char *path, const char *at, const char *key, const json_t *v)
{
	if (!json_is_boolean(v))
		die("%s: '%s': %s is neither true nor false", path, at, key);
	return json_is_true(v);
}

/* A list of different strings. */
static struct names
list(const char *path, const char *at, const char *key, const json_t *v)
{
	struct names t = { 0 };

	if (!json_is_array(v))
		die("%s: '%s': %s is not a list", path, at, key);
	for (size_t i = 0; i < json_array_size(v); i++) {
		const char *s = text(path, at, key, json_array_get(v, i));
		if (names_put(&t, slice_of(s)) < (int)i)
			die("%s: '%s': %s has '%s' twice", path, at, key, s);
	}
	return t;
}

static int
one_of(const char *path, const char *at, const char *key, const json_t *v, const char *const *names)
{
	const char *s = text(path, at, key, v);

	for (int i = 0; names[i]; i++)
		if (strcmp(s, names[i]) == 0)
			return i;
	die("%s: '%s': %s \"%s\" is not understood", path, at, key, s);
}

static void
load_keyword(const char *path, struct schema_column *c, const char *key, const json_t *v)
{
	if (strcmp(key, "title") == 0) {
		c->name = text(path, c->name, key, v);
	} else if (strcmp(key, "description") == 0) {
		c->description = text(path, c->name, key, v);
	} else if (strcmp(key, "x-unit") == 0) {
		c->unit = text(path, c->name, key, v);
	} else if (strcmp(key, "type") == 0) {
		c->type = (enum schema_type)one_of(path, c->name, key, v, type_names);
	} else if (strcmp(key, "format") == 0) {
		c->format = (enum schema_format)one_of(path, c->name, key, v, format_names);
	} else if (strcmp(key, "enum") == 0) {
		c->allowed = list(path, c->name, key, v);
	} else if (strcmp(key, "minLength") == 0) {
		c->min_length = number(path, c->name, key, v);
	} else if (strcmp(key, "maximum") == 0) {
		c->max = number(path, c->name, key, v);
	} else if (strcmp(key, "minimum") == 0 || strcmp(key, "exclusiveMinimum") == 0) {
		c->min = number(path, c->name, key, v);
		c->above = *key == 'e';
	} else if (strcmp(key, "x-missing") == 0) {
		c->missing = truth(path, c->name, key, v);
	} else {
		die("%s: '%s': keyword \"%s\" is not understood", path, c->name, key);
	}
}

/* The prefix that a pattern stands for: "^raw\\." is "raw.". */
static char *
prefix_of(const char *path, const char *pattern)
{
	char *s = mem_dup(pattern, strlen(pattern)), *to = s;
	const char *p = pattern;

	if (*p++ != '^' || !*p)
		die("%s: pattern \"%s\" is not a prefix", path, pattern);
	for (; *p; p++) {
		if (*p == '\\' && strchr(".\\", p[1]) && p[1])
			p++;
		else if (strchr(".\\^$|?*+()[]{}", *p))
			die("%s: pattern \"%s\" is not a prefix", path, pattern);
		*to++ = *p;
	}
	*to = '\0';
	return s;
}

static struct schema_column
load_column(const char *path, const char *name, json_t *o)
{
	struct schema_column c = { .name = name, .unit = "", .description = "", .min = num_missing(), .max = num_missing() };
	const char *key;
	json_t *v;

	if (!json_is_object(o) || !json_object_get(o, "type"))
		die("%s: '%s': has no type", path, name);
	json_object_foreach(o, key, v)
		load_keyword(path, &c, key, v);
	return c;
}

/* Put a property where x-order has it. */
static void
place(struct schema *s, const struct names *order, struct schema_column c)
{
	int i = names_get(order, slice_of(c.name));

	if (i < 0)
		die("%s: '%s': not in x-order", s->path, c.name);
	if (s->c[i].name)
		die("%s: '%s': described twice", s->path, c.name);
	s->c[i] = c;
}

static void
load_columns(struct schema *s, json_t *root)
{
	struct names order = list(s->path, "", "x-order", json_object_get(root, "x-order"));
	const char *name;
	json_t *v;

	s->n = order.n;
	s->c = mem_alloc((size_t)s->n, sizeof *s->c);
	json_object_foreach(json_object_get(root, "properties"), name, v)
		place(s, &order, load_column(s->path, name, v));
	json_object_foreach(json_object_get(root, "patternProperties"), name, v) {
		struct schema_column c = load_column(s->path, name, v);
		c.prefix = prefix_of(s->path, name);
		place(s, &order, c);
	}
	for (int i = 0; i < s->n; i++)
		if (!s->c[i].name)
			die("%s: '%s': in x-order, but not described", s->path, order.name[i]);
}

/* The column called so, for x-key and required. */
static struct schema_column *
named(struct schema *s, const char *key, const char *name)
{
	for (int i = 0; i < s->n; i++)
		if (strcmp(s->c[i].name, name) == 0 && !s->c[i].prefix)
			return &s->c[i];
	struct nearest near = nearest_to(slice_of(name));
	for (int i = 0; i < s->n; i++)
		nearest_try(&near, s->c[i].name);
	die("%s: %s: no property '%s'%s", s->path, key, name, nearest_said(&near));
}

struct schema
schema_load(const char *path)
{
	static const char *const known[] = { "$schema", "$id", "title", "description", "type", "properties",
		"patternProperties", "required", "additionalProperties", "x-order", "x-key" };
	json_t *root = config_load(path).root, *v;
	struct schema s = { .path = path, .title = "", .description = "", .more = true };
	const char *key;

	json_object_foreach(root, key, v) {
		size_t i = 0;
		while (i < sizeof known / sizeof *known && strcmp(key, known[i]) != 0)
			i++;
		if (i == sizeof known / sizeof *known)
			die("%s: keyword \"%s\" is not understood", path, key);
	}
	if ((v = json_object_get(root, "title")))
		s.title = text(path, "", "title", v);
	if ((v = json_object_get(root, "description")))
		s.description = text(path, "", "description", v);
	if ((v = json_object_get(root, "additionalProperties")))
		s.more = truth(path, "", "additionalProperties", v);
	load_columns(&s, root);
	if ((v = json_object_get(root, "x-key")))
		s.key = list(path, "", "x-key", v);
	for (int i = 0; i < s.key.n; i++)
		named(&s, "x-key", s.key.name[i]);
	v = json_object_get(root, "required");
	for (size_t i = 0; i < json_array_size(v); i++)
		named(&s, "required", text(path, "", "required", json_array_get(v, i)))->required = true;
	return s;
}

/* ---- asking ---- */

int
schema_find(const struct schema *s, struct slice name)
{
	for (int i = 0; i < s->n; i++) {
		const struct schema_column *c = &s->c[i];
		size_t n = c->prefix ? strlen(c->prefix) : 0;
		if (n ? name.n > n && memcmp(name.p, c->prefix, n) == 0 : slice_is(name, c->name))
			return i;
	}
	return -1;
}

const char *
schema_type_name(const struct schema_column *c)
{
	static char s[256];
	size_t n = 0;

	if (!c->allowed.n)
		n = (size_t)snprintf(s, sizeof s, "%s", c->format ? format_names[c->format] : type_names[c->type]);
	for (int i = 0; i < c->allowed.n && n < sizeof s; i++)
		n += (size_t)snprintf(s + n, sizeof s - n, "%s%s", i ? "|" : "", c->allowed.name[i]);
	if (c->missing && n < sizeof s)
		snprintf(s + n, sizeof s - n, " or empty");
	return s;
}
