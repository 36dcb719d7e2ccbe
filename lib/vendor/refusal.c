#include "vendor/refusal.h"

#include <string.h>

#include "base/die.h"
#include "base/slice.h"

static const char *const format_names[] = { "CSV", "JSON", "an archive" };

static struct slice
without_space(const char *p, size_t n)
{
	while (n && strchr(" \t\r\n", *p) && *p)
		p++, n--;
	return (struct slice){ p, n };
}

/* The text of an error in an object: the value of a key, or of "message" or "description" in it; NULL when there is none. */
static const char *
message_at(const json_t *o, const char *key)
{
	const json_t *v = json_object_get(o, key);

	if (json_is_array(v))
		v = json_array_get(v, 0);
	if (json_is_object(v))
		v = json_object_get(v, json_object_get(v, "message") ? "message" : "description");
	return json_is_string(v) && *json_string_value(v) ? json_string_value(v) : NULL;
}

void
refusal_of(const json_t *root, const char *name, bool sure)
{
	static const char *const keys[] = { "error_message", "error", "errors", "Error Message", "message", "detail", "Information" };
	const size_t certain = 4; /* of them mean an error in any answer */

	for (size_t i = 0; i < (sure ? sizeof keys / sizeof *keys : certain); i++) {
		const char *s = message_at(root, keys[i]);
		if (s)
			die("%s: instead of data an error: \"%.200s\"", name, s);
	}
}

void
refusal_check(enum refusal_wanted wanted, const char *p, size_t n, const char *name)
{
	struct slice s = without_space(p, n);

	if (!s.n)
		die("%s: empty", name);
	if (*s.p == '<')
		die("%s: HTML or XML where %s was expected: \"%.*s\"", name, format_names[wanted], SLICE(s));
	if (wanted == INTAKE_JSON || (*s.p != '{' && *s.p != '['))
		return;
	json_t *root = json_loadb(s.p, s.n, 0, NULL);
	if (root)
		refusal_of(root, name, true);
	if (root || wanted == INTAKE_CSV)
		die("%s: JSON where %s was expected: \"%.*s\"", name, format_names[wanted], SLICE(s));
}
