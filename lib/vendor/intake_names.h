/* intake_names - names of one thing, of which the first that is there counts */
#ifndef ST_VENDOR_INTAKE_NAMES_H
#define ST_VENDOR_INTAKE_NAMES_H

#include <jansson.h>
#include <stdbool.h>

enum { INTAKE_NAMES = 8 };

struct intake_names {
	const char *v[INTAKE_NAMES]; /* owned by whoever gave them */
	int n;
};

/* A text, or a list of 1 to INTAKE_NAMES of them; false when it is something else. */
bool intake_names_read(struct intake_names *names, const json_t *v);

/* `"a", "b" or "c"` for messages, in the quotes that are given; valid until the next call. */
const char *intake_names_text(const struct intake_names *names, char quote);

#endif
