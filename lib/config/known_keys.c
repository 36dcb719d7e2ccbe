#include "config/known_keys.h"

#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "config/yaml.h"

/* The text of defaults.yaml; the path is from the folder that make runs in. */
__asm__(
    ".pushsection .rodata\n"
    "defaults_text:\n"
    ".incbin \"config/defaults.yaml\"\n"
    "defaults_text_end:\n"
    ".popsection\n");
extern const char defaults_text[], defaults_text_end[];

struct known_keys
known_keys_all(void)
{
	static struct config_yaml y;

	if (!y.value)
		y = yaml_text(defaults_text, (size_t)(defaults_text_end - defaults_text), "defaults.yaml");
	return (struct known_keys){ y.value, y.where };
}

struct known_keys
known_keys_get(struct known_keys k, const char *key)
{
	if (!json_object_get(k.value, key))
		key = "*";
	return (struct known_keys){ json_object_get(k.value, key), json_object_get(k.where, key) };
}

bool
known_keys_of_names(struct known_keys k)
{
	return json_object_get(k.value, "*") != NULL;
}

/* The line of the text that an entry stands in. */
static struct slice
line_of(struct known_keys k)
{
	const char *colon = strrchr(yaml_place(k.where), ':'), *p = defaults_text, *nl;
	double line = 1;

	if (colon)
		num_parse(colon + 1, strlen(colon + 1), &line);
	for (; line > 1; line--)
		p = (const char *)memchr(p, '\n', (size_t)(defaults_text_end - p)) + 1;
	nl = memchr(p, '\n', (size_t)(defaults_text_end - p));
	return (struct slice){ p, (size_t)(nl - p) };
}

static const char *
type_of(const json_t *v)
{
	return json_is_number(v) ? "number" : json_is_boolean(v) ? "flag" : json_is_string(v) ? "text" :
	    json_is_array(v) ? "list" : json_is_object(v) ? "map" : "";
}

struct known_keys_note
known_keys_note(struct known_keys k)
{
	struct slice line = line_of(k);
	const char *end = line.p + line.n, *p = memmem(line.p, line.n, " # ", 3), *close;
	struct known_keys_note n = { .unread = false };

	snprintf(n.type, sizeof n.type, "%s", type_of(k.value));
	if (!p)
		return n;
	p += 3;
	if (*p == '[' && (close = memchr(p, ']', (size_t)(end - p)))) {
		struct slice in = { p + 1, (size_t)(close - p - 1) };
		const char *comma = memchr(in.p, ',', in.n);
		n.unread = memmem(in.p, in.n, "unread", 6) != NULL;
		if (comma || !n.unread)
			snprintf(n.type, sizeof n.type, "%.*s", (int)((comma ? comma : close) - in.p), in.p);
		p = close + 1;
		p += *p == ' ';
	}
	n.meaning = (struct slice){ p, (size_t)(end - p) };
	return n;
}
