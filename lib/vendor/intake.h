/*
 * intake - what a vendor's file or a server's answer holds, as bars
 *
 * Everything here comes from outside. It is refused, by name and line, when it is
 * empty, a page of HTML or a message of an error instead of data, cut off, or when a
 * date or number is none; then vendor/bars.h looks at order and sense.
 */
#ifndef ST_VENDOR_INTAKE_H
#define ST_VENDOR_INTAKE_H

#include <jansson.h>

#include "vendor/bars.h"
#include "vendor/intake_names.h"
#include "vendor/refusal.h"

enum { INTAKE_MAX = 1 << 30 };

/* How to read it: part of an adapter. */
struct intake {
	enum refusal_wanted format;
	const char *rows;               /* JSON: keys, with points between, that lead to the list; "" is the document */
	bool arrays;                    /* JSON: they lead to an object, of which time and columns are lists beside each other */
	struct intake_names time;       /* the column (JSON: key) of the time */
	struct intake_names date_format; /* of time/date_format.h; one of them throughout */
	struct intake_names column[BAR_VALUES]; /* empty when there is none; PRICE of a series stands at FINAL */
	bool series;
	bool days;                      /* rows are days: a time means its date, as it is `east` of UTC */
	int east;                       /* seconds */
	int skip_top, skip_bottom;      /* lines of a CSV file that are no rows */
	char delimiter, decimal;        /* of a CSV file */
	const char *thousands;          /* the bytes that group digits in threes, "" for none */
	const json_t *suffixes;         /* letters behind a number and the powers of ten that they mean; NULL for none */
	const json_t *missing;          /* texts that mean no value, besides the empty one; NULL for none */
	enum bar_order order;
	bool settlement;
};

/*
 * All that a descriptor gives from where it stands, at most INTAKE_MAX bytes, which come from `name`; free the
 * bars with bars_free. whole: the bytes are known to be all of them, else a CSV text must end with the end of a line.
 */
struct bars intake_fd(const struct intake *k, int fd, const char *name, bool whole);

/* The same of the n bytes at p. */
struct bars intake_bytes(const struct intake *k, const char *p, size_t n, const char *name, bool whole);

#endif
