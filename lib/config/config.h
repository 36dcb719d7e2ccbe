/* config - the merged config, the one JSON document that st-config writes */
#ifndef ST_CONFIG_CONFIG_H
#define ST_CONFIG_CONFIG_H

#include <jansson.h>
#include <stdbool.h>

struct cfg {
	const char *path; /* for messages */
	json_t *root;
};

/* Read a JSON object; dies naming file and line when it is none. */
struct cfg cfg_load(const char *path);

/*
 * The value at a dotted path of keys ("volatility_calculation.days"). The plain
 * forms die naming file and key when it is absent or of another kind; the _or
 * forms give the default when it is absent or null. A number may stand as a
 * string, and "True" or "t" in any case is true, as the reference has it.
 * Strings live as long as the document.
 */
double cfg_num(const struct cfg *c, const char *path);
double cfg_num_or(const struct cfg *c, const char *path, double otherwise);
bool cfg_bool_or(const struct cfg *c, const char *path, bool otherwise);
const char *cfg_str(const struct cfg *c, const char *path);
const char *cfg_str_or(const struct cfg *c, const char *path, const char *otherwise);
const json_t *cfg_get(const struct cfg *c, const char *path); /* NULL when absent or null */

/* A JSON number, or text that reads as one; dies naming `what`. */
double cfg_as_num(const struct cfg *c, const json_t *v, const char *what);

/* The last component of a function's name: "a.b.mixed_vol_calc" gives "mixed_vol_calc". */
const char *cfg_function(const char *name);

/* What `compat: none` switches off: true while the reference's losses are reproduced. */
bool cfg_compat(const struct cfg *c);

#endif
