/*
 * schema - what columns a stream has, and what may stand in them
 *
 * A schema is a JSON Schema of one record, of which this much is understood (any
 * other keyword is an error): title, description, type object, properties,
 * patternProperties whose pattern is a prefix ("^raw\\."), required,
 * additionalProperties; and of a property: title, description, type (string,
 * number, integer), format, enum, minLength, minimum, maximum, exclusiveMinimum.
 * Formats are date, date-time-naive, instrument, contract, currency, currency-pair.
 * Our own keywords: x-order, every column in its order (those of a pattern by
 * their title); x-key, the columns that together occur once, time increasing for
 * each value of the others; x-unit; x-missing, the field may be empty.
 */
#ifndef ST_STREAM_SCHEMA_H
#define ST_STREAM_SCHEMA_H

#include <stdbool.h>

#include "base/names.h"
#include "base/slice.h"

enum schema_type { SCHEMA_STRING, SCHEMA_NUMBER, SCHEMA_INTEGER };

enum schema_format {
	FORMAT_NONE,
	FORMAT_DATE,          /* YYYY-MM-DD */
	FORMAT_STAMP,         /* that, or with HH:MM[:SS], without a zone */
	FORMAT_INSTRUMENT,    /* letters, digits, _ and -: a code can name a file */
	FORMAT_CONTRACT,      /* YYYYMM, YYYYMM00 or YYYYMMDD */
	FORMAT_CURRENCY,      /* USD */
	FORMAT_CURRENCY_PAIR, /* EURUSD */
};

struct schema_column {
	const char *name;     /* "vol"; "raw.RULE" where prefix is "raw." */
	char *prefix;         /* of the columns that a pattern stands for, or NULL */
	const char *unit, *description; /* "" when not said */
	enum schema_type type;
	enum schema_format format;
	struct names allowed;   /* enum; none when empty */
	double min, max;      /* NaN when not said */
	bool above;           /* min itself is too low */
	double min_length;
	bool required, missing;
};

struct schema {
	const char *path;     /* for messages */
	const char *title, *description;
	struct schema_column *c;
	int n;
	struct names key;
	bool more;            /* further columns are allowed */
};

/*
 * The file of a schema: `name` itself when it has a slash or ends in .json, else
 * name.json in $ST_SCHEMAS or where the program was installed or built. Dies
 * when there is none. The caller owns it.
 */
char *schema_path(const char *name);

/* Read one; dies naming the file and what is wrong. */
struct schema schema_load(const char *path);

/* The index of the column that a header's name stands for, or -1. */
int schema_find(const struct schema *s, struct slice name);

/* What is wrong with a value, NULL when nothing is; valid until the next call: stream/schema_check.c. */
const char *schema_check(const struct schema_column *c, struct slice value);

/* "date or empty": what may stand in a column, for people; valid until the next call. */
const char *schema_type_name(const struct schema_column *c);

/* Print the columns as an aligned table for people: stream/schema_print.c. */
struct out;
void schema_print(const struct schema *s, struct out *o);

#endif
