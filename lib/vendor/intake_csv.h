/*
 * intake_csv - the rows of a foreign CSV text, by libcsv
 *
 * Lines may end in LF, CRLF or CR, quoted fields may go over several of them, blank
 * ones are passed over. A quote in a field that does not begin with one stands for
 * itself, and so does one inside a quoted field that no delimiter follows - but not when
 * that field goes over lines, for then one quote is missing and rows would vanish in it.
 */
#ifndef ST_VENDOR_INTAKE_CSV_H
#define ST_VENDOR_INTAKE_CSV_H

#include "base/slice.h"
#include "vendor/intake.h"

/* Add the rows to b; the text begins with line `line` of the file. Dies naming file and line. */
void intake_csv(const struct intake *k, struct bars *b, struct slice text, long line);

#endif
