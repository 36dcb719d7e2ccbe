/* config - the merged config, the one JSON document that st-config writes */
#ifndef ST_CONFIG_CONFIG_H
#define ST_CONFIG_CONFIG_H

#include <jansson.h>
#include <stdbool.h>

#include "base/wrong.h"

struct config {
	const char *path; /* for messages */
	json_t *root;
};

/* Read a JSON object; wrong, naming file and line, when it is none. path must live as long as c. */
bool config_try(struct config *c, const char *path, struct wrong *w);

/*
 * The value at a dotted path of keys ("volatility_calculation.days"). The plain
 * forms answer, naming file and key, that it is absent or of another kind; the _or
 * forms give the default when it is absent or null. A number may stand as a
 * string, and "True" or "t" in any case is true, as the reference has it.
 * Strings live as long as the document.
 */
bool config_try_num(const struct config *c, const char *path, double *x, struct wrong *w);
bool config_try_num_or(const struct config *c, const char *path, double otherwise, double *x, struct wrong *w);
bool config_try_bool_or(const struct config *c, const char *path, bool otherwise, bool *b, struct wrong *w);
bool config_try_str(const struct config *c, const char *path, const char **s, struct wrong *w);
bool config_try_str_or(const struct config *c, const char *path, const char *otherwise, const char **s, struct wrong *w);

/* A JSON number, or text that reads as one; wrong, naming `what`, is all else. */
bool config_try_as_num(const struct config *c, const json_t *v, const char *what, double *x, struct wrong *w);

/* The value, NULL when absent or null. */
const json_t *config_get(const struct config *c, const char *path);

/* What `compat: none` switches off: true while the reference's losses are reproduced. */
bool config_try_compat(const struct config *c, bool *compat, struct wrong *w);

/* The last component of a function's name: "a.b.mixed_vol_calc" gives "mixed_vol_calc". */
const char *config_function(const char *name);

/* ---- for programs: as those above, but they die of what is wrong ---- */

struct config config_load(const char *path);

/* The same for a filter: those of a chain, which name one file, share one document, which none may change. */
struct config config_shared(const char *path);
double config_num(const struct config *c, const char *path);
double config_num_or(const struct config *c, const char *path, double otherwise);
double config_above_zero_or(const struct config *c, const char *path, double otherwise); /* refuses what is not */
bool config_bool_or(const struct config *c, const char *path, bool otherwise);
const char *config_str(const struct config *c, const char *path);
const char *config_str_or(const struct config *c, const char *path, const char *otherwise);
double config_as_num(const struct config *c, const json_t *v, const char *what);
bool config_compat(const struct config *c);

/* Does the config itself say `compat: pysystemtrade`? Then even mistakes are repeated that have no place in an account. */
bool config_compat_asked(const struct config *c);

#endif
