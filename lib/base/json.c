#include "base/json.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/nearest.h"

/* ---- reading ---- */

/* jansson would go as deep as 2048, with as many frames on the stack; this looks ahead. */
static bool
is_too_deep(struct slice s)
{
	bool in_text = false;
	int depth = 0;

	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];
		if (in_text && c == '\\')
			i++;
		else if (c == '"')
			in_text = !in_text;
		else if (!in_text && (c == '{' || c == '['))
			depth++;
		else if (!in_text && (c == '}' || c == ']'))
			depth--;
		if (depth > JSON_DEPTH)
			return true;
	}
	return false;
}

json_t *
json_parse(struct slice text, struct wrong *w)
{
	json_error_t e;

	if (is_too_deep(text)) {
		wrong_say(w, "more than %d lists and objects within one another", JSON_DEPTH);
		return NULL;
	}
	json_t *v = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &e);
	if (!v)
		wrong_say(w, "byte %d: %s", e.position, e.text);
	return v;
}

bool
json_has(const json_t *o, const char *key)
{
	const json_t *v = json_object_get(o, key);

	return v && !json_is_null(v);
}

/* The entry, if it is there and of the kind that was found out. */
static bool
check(const json_t *v, bool is, const char *key, const char *kind, struct wrong *w)
{
	if (!v)
		return wrong_say(w, "no '%s'", key);
	return is || wrong_say(w, "'%s' is not %s", key, kind);
}

bool
json_get_text(const json_t *o, const char *key, const char **s, struct wrong *w)
{
	const json_t *v = json_object_get(o, key);

	if (!check(v, json_is_string(v), key, "text", w))
		return false;
	*s = json_string_value(v);
	return true;
}

bool
json_get_num(const json_t *o, const char *key, double *x, struct wrong *w)
{
	const json_t *v = json_object_get(o, key);

	if (!check(v, json_is_number(v), key, "a number", w))
		return false;
	*x = json_number_value(v);
	return true;
}

bool
json_get_int(const json_t *o, const char *key, int64_t *n, struct wrong *w)
{
	const json_t *v = json_object_get(o, key);

	if (!check(v, json_is_integer(v), key, "a whole number", w))
		return false;
	*n = json_integer_value(v);
	return true;
}

bool
json_get_bool(const json_t *o, const char *key, bool *b, struct wrong *w)
{
	const json_t *v = json_object_get(o, key);

	if (!check(v, json_is_boolean(v), key, "true or false", w))
		return false;
	*b = json_is_true(v);
	return true;
}

bool
json_get_object(const json_t *o, const char *key, const json_t **v, struct wrong *w)
{
	const json_t *found = json_object_get(o, key);

	if (!check(found, json_is_object(found), key, "an object", w))
		return false;
	*v = found;
	return true;
}

bool
json_get_array(const json_t *o, const char *key, const json_t **v, struct wrong *w)
{
	const json_t *found = json_object_get(o, key);

	if (!check(found, json_is_array(found), key, "a list", w))
		return false;
	*v = found;
	return true;
}

/* ---- printing ---- */

static int
by_bytes(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char **
json_sorted_keys(const json_t *o)
{
	const char **keys = mem_alloc(json_object_size(o), sizeof *keys), *key;
	size_t n = 0;
	json_t *v;

	json_object_foreach((json_t *)o, key, v)
		keys[n++] = key;
	qsort(keys, n, sizeof *keys, by_bytes);
	return keys;
}

void
json_print_text(struct out *o, const char *s)
{
	char hex[8];

	out_char(o, '"');
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			out_char(o, '\\');
		if ((unsigned char)*s >= 0x20) {
			out_char(o, *s);
			continue;
		}
		snprintf(hex, sizeof hex, "\\u%04x", (unsigned)*s);
		out_str(o, *s == '\n' ? "\\n" : *s == '\t' ? "\\t" : *s == '\r' ? "\\r" : hex);
	}
	out_char(o, '"');
}

static void
print_scalar(struct out *o, const json_t *v)
{
	char buf[32];

	if (json_is_string(v)) {
		json_print_text(o, json_string_value(v));
	} else if (json_is_integer(v)) {
		snprintf(buf, sizeof buf, "%" JSON_INTEGER_FORMAT, json_integer_value(v));
		out_str(o, buf);
	} else if (json_is_real(v)) {
		out_num(o, json_real_value(v));
	} else {
		out_str(o, json_is_true(v) ? "true" : json_is_false(v) ? "false" : "null");
	}
}

/* Before an element: a new line indented by one a level, or on one line (indent < 0) the space after a comma. */
static void
print_gap(struct out *o, int indent, bool first)
{
	if (!first)
		out_char(o, ',');
	if (indent >= 0)
		out_char(o, '\n');
	else if (!first)
		out_char(o, ' ');
	for (int i = 0; i < indent; i++)
		out_char(o, ' ');
}

void
json_print(struct out *o, const json_t *v, int indent)
{
	size_t n = json_is_object(v) ? json_object_size(v) : json_array_size(v);
	int inner = indent < 0 ? indent : indent + 1;

	if (!json_is_object(v) && !json_is_array(v)) {
		print_scalar(o, v);
		return;
	}
	out_char(o, json_is_object(v) ? '{' : '[');
	const char **keys = json_is_object(v) ? json_sorted_keys(v) : NULL;
	for (size_t i = 0; i < n; i++) {
		print_gap(o, inner, i == 0);
		if (keys) {
			json_print_text(o, keys[i]);
			out_str(o, ": ");
		}
		json_print(o, keys ? json_object_get(v, keys[i]) : json_array_get(v, i), inner);
	}
	free(keys);
	if (n > 0 && indent >= 0)
		print_gap(o, indent, true);
	out_char(o, json_is_object(v) ? '}' : ']');
}

const char *
json_nearest(const json_t *object, const char *wanted)
{
	struct nearest near = nearest_to(slice_of(wanted));
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)object, key, v)
		nearest_try(&near, key);
	return nearest_said(&near);
}

void
json_print_compact(struct out *o, const json_t *v)
{
	bool is_object = json_is_object(v);
	const char *key, *between = "";
	json_t *inner;
	size_t i;

	if (!is_object && !json_is_array(v)) {
		print_scalar(o, v);
		return;
	}
	out_char(o, is_object ? '{' : '[');
	json_object_foreach((json_t *)v, key, inner) {
		out_str(o, between);
		json_print_text(o, key);
		out_char(o, ':');
		json_print_compact(o, inner);
		between = ",";
	}
	json_array_foreach(v, i, inner) {
		out_str(o, between);
		json_print_compact(o, inner);
		between = ",";
	}
	out_char(o, is_object ? '}' : ']');
}
