/*
 * instant - moments in whole microseconds from 1970-01-01 00:00:00 UTC, as the ledger keeps them
 *
 * As text YYYY-MM-DD HH:MM:SS, with .ffffff behind it unless that is nothing.
 */
#ifndef ST_TIME_INSTANT_H
#define ST_TIME_INSTANT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/slice.h"

enum { INSTANT_SECOND = 1000000, INSTANT_MAX = 32 }; /* bytes of the longest text, a NUL included */

/* What time/stamp.h takes, and up to six digits of a second's fraction; a day alone is its midnight. */
bool instant_parse(struct slice s, int64_t *t);

/* Ended by a NUL; the bytes before it. */
size_t instant_print(char text[INSTANT_MAX], int64_t t);

/* The clock. */
int64_t instant_now(void);

#endif
