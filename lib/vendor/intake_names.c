#include "vendor/intake_names.h"

#include <stdio.h>

bool
intake_names_read(struct intake_names *names, const json_t *v)
{
	size_t n = json_is_string(v) ? 1 : json_array_size(v);

	*names = (struct intake_names){ .n = 0 };
	for (size_t i = 0; i < n && n <= INTAKE_NAMES; i++) {
		const json_t *one = json_is_string(v) ? v : json_array_get(v, i);
		if (!json_is_string(one))
			return false;
		names->v[names->n++] = json_string_value(one);
	}
	return names->n > 0;
}

const char *
intake_names_text(const struct intake_names *names, char quote)
{
	static char s[1024];
	size_t n = 0;

	for (int i = 0; i < names->n && n < sizeof s; i++) {
		const char *before = i == 0 ? "" : i + 1 == names->n ? " or " : ", ";
		n += (size_t)snprintf(s + n, sizeof s - n, "%s%c%s%c", before, quote, names->v[i], quote);
	}
	return s;
}
