#include "base/json.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"

json_t *
json_must(json_t *v)
{
	if (!v)
		die("out of memory");
	return v;
}

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

static void
print_text(struct out *o, const char *s)
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
		print_text(o, json_string_value(v));
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
			print_text(o, keys[i]);
			out_str(o, ": ");
		}
		json_print(o, keys ? json_object_get(v, keys[i]) : json_array_get(v, i), inner);
	}
	free(keys);
	if (n > 0 && indent >= 0)
		print_gap(o, indent, true);
	out_char(o, json_is_object(v) ? '}' : ']');
}
