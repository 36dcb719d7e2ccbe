/* config - the merged config, the one JSON document that st-config writes */
#ifndef ST_CONFIG_CONFIG_H
#define ST_CONFIG_CONFIG_H

#include <jansson.h>
#include <stdbool.h>

struct config {
	const char *path; /* for messages */
	json_t *root;
};

/* Read a JSON object; dies naming file and line when it is none. */
struct config config_load(const char *path);

/*
 * The value at a dotted path of keys ("volatility_calculation.days"). The plain
 * forms die naming file and key when it is absent or of another kind; the _or
 * forms give the default when it is absent or null. A number may stand as a
 * string, and "True" or "t" in any case is true, as the reference has it.
 * Strings live as long as the document.
 */
double config_num(const struct config *c, const char *path);
double config_num_or(const struct config *c, const char *path, double otherwise);
bool config_bool_or(const struct config *c, const char *path, bool otherwise);
const char *config_str(const struct config *c, const char *path);
const char *config_str_or(const struct config *c, const char *path, const char *otherwise);
const json_t *config_get(const struct config *c, const char *path); /* NULL when absent or null */

/* A JSON number, or text that reads as one; dies naming `what`. */
double config_as_num(const struct config *c, const json_t *v, const char *what);

/* The last component of a function's name: "a.b.mixed_vol_calc" gives "mixed_vol_calc". */
const char *config_function(const char *name);

/* What `compat: none` switches off: true while the reference's losses are reproduced. */
bool config_compat(const struct config *c);

#endif
