/* intake_json - the rows of a JSON document: a list of objects, or lists beside each other */
#ifndef ST_VENDOR_INTAKE_JSON_H
#define ST_VENDOR_INTAKE_JSON_H

#include "base/slice.h"
#include "vendor/intake.h"

/* Add the rows to b; dies naming the document, and the row by its place in the list. */
void intake_json(const struct intake *k, struct bars *b, struct slice text);

#endif
