/*
 * schema_header - a stream's header beside a schema: which field is which column, and which make the key
 */
#ifndef ST_STREAM_SCHEMA_HEADER_H
#define ST_STREAM_SCHEMA_HEADER_H

#include "stream/rec.h"
#include "stream/schema.h"

struct schema_header {
	int n;
	char **name;        /* of the fields, without quotes */
	int *column;        /* of the schema, for each field; -1 when it has none */
	int time;           /* the field of the time in the key, or -1 */
	int *key, keys;     /* the fields of the key's other columns */
	bool keyed;         /* there is a key, and all of it is there */
};

/*
 * Of the record at hand. What is wrong with a field is told to `problem` with its name and its value, fields from the left:
 * it stands there twice, is not of the schema, or is out of its order.
 */
struct schema_header schema_header_read(const struct schema *s, const struct rec *r,
    void (*problem)(const char *column, const char *what, struct slice value));

/* The first field that is this column of the schema, or -1. */
int schema_header_field(const struct schema_header *h, int column);

#endif
