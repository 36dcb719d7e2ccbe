/* contract_field - a contract or a date, of a row's field or as it was typed; dies naming the place when it is none */
#ifndef ST_ROLL_CONTRACT_FIELD_H
#define ST_ROLL_CONTRACT_FIELD_H

#include "base/slice.h"
#include "stream/rec.h"

/* The place, for messages: a column of the row that r is at; r NULL for what was typed. */
struct contract_field {
	const struct rec *r;
	const char *column;
};

/* The id of a single contract; the legs of a spread, or the one, into id[SPREAD_LEGS], and how many; a day. */
int contract_field_id(struct contract_field at, struct slice s);
int contract_field_legs(struct contract_field at, struct slice s, int *id);
int contract_field_day(struct contract_field at, struct slice s);

#endif
