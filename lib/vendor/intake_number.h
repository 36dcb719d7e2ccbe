/* intake_number - a number as a vendor writes it: 1,112.50 or 1.112,5 or 2.3M, or a text that means none */
#ifndef ST_VENDOR_INTAKE_NUMBER_H
#define ST_VENDOR_INTAKE_NUMBER_H

#include "base/slice.h"
#include "vendor/intake.h"

/* The number, missing when the text means that; dies naming the row at `at` and the column on anything else. */
double intake_number(const struct intake *k, const struct bars *b, long at, const char *column, struct slice s);

#endif
