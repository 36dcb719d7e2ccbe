/*
 * contract - contract ids
 *
 * An id is the number YYYYMMDD, whose day is 0 when the month is all that is known:
 * 20200300. Ids compare as their eight digits do. A spread is several ids. From
 * pysystemtrade's contractDate.
 */
#ifndef ST_ROLL_CONTRACT_H
#define ST_ROLL_CONTRACT_H

#include <stdbool.h>

#include "base/out.h"
#include "base/slice.h"

enum { CONTRACT_MAX = 8, SPREAD_LEGS = 8 }; /* bytes that contract_print writes; legs of a spread at most */

/* YYYYMM or YYYYMMDD (DD may be 00) as an id into *id; false when it is no month or no day. */
bool contract_parse(struct slice s, int *id);

/* The legs of ids joined by '_', in their order, into id[SPREAD_LEGS]; how many, 0 when it is no spread (or one id). */
int contract_legs(struct slice s, int *id);

/* Its eight digits, without a NUL. */
size_t contract_print(char *buf, int id);
void contract_put(struct out *o, int id);

int contract_id(int year, int month);        /* of a whole month, 1-12 */
int contract_day(int id);                    /* time/date.h's day: the month's first when no day is known */

#endif
