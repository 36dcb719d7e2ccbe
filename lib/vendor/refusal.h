/*
 * refusal - answers that are a message for people, or about an error, where data was expected
 *
 * Servers give them with a status of success, and saved files may hold them.
 */
#ifndef ST_VENDOR_REFUSAL_H
#define ST_VENDOR_REFUSAL_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

/* What a vendor's file is wanted to be. */
enum refusal_wanted { INTAKE_CSV, INTAKE_JSON, INTAKE_ARCHIVE };

/* Dies when the n bytes at p, which come from `name`, are nothing, HTML, or JSON where that isn't wanted. */
void refusal_check(enum refusal_wanted wanted, const char *p, size_t n, const char *name);

/* Dies with the message of an object that is an error's; sure: with that of any that looks like one. */
void refusal_of(const json_t *root, const char *name, bool sure);

#endif
