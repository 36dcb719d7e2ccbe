/*
 * wanted_record - a wanted position as a record, a line of NDJSON
 *
 * Keys strategy, instrument, time, run, kind, lower and upper or position, reference_price, reference_contract,
 * reference_time, detail; the references and detail may be missing, time and run too where who reads it knows them.
 */
#ifndef ST_ORDER_WANTED_RECORD_H
#define ST_ORDER_WANTED_RECORD_H

#include <jansson.h>
#include <stdint.h>

#include "order/wanted.h"

#define WANTED_RECORD_NO_TIME INT64_MIN

struct wanted_record {
	const char *strategy, *instrument;
	int64_t time;                   /* microseconds, or WANTED_RECORD_NO_TIME */
	const char *run;                /* hash of config, data and version of what made it; NULL when missing */
	struct wanted wanted;           /* of a buffered one position is NaN, of others lower and upper */
	double reference_price;         /* at which it was reckoned; NaN when missing */
	const char *reference_contract; /* eight digits; NULL when missing */
	int64_t reference_time;         /* of that price, or WANTED_RECORD_NO_TIME */
	const json_t *detail;           /* NULL when missing */
};

/* Texts are those of o, and live as long. Wrong when a name cannot be one, or it cannot be wanted. */
bool wanted_record_of_json(const json_t *o, struct wanted_record *r, struct wrong *w);

/* May it be wanted? As above, of one that came another way. */
bool wanted_record_check(const struct wanted_record *r, struct wrong *w);

#endif
