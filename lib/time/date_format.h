/*
 * date_format - the dates of foreign files, by a format as C and Python write it
 *
 * Of strptime(3): %Y %y %m %d %b %H %I %p %M %S %f %z %s %%, and at the end %*, which passes
 * over whatever is left; all else stands for itself. %m %d %H %I %M %S take one digit or two, %f a fraction of a second that is
 * cut off, %b the first three letters of an English month, in any case, and the rest
 * of it if it is there; %y up to 50 is 20yy; %z is taken off, so that the time is that
 * of UTC; %s is seconds from 1970. A format without an hour (%H, %I, %s) means the
 * day's close: 23:00:00. No two codes may say the same thing.
 */
#ifndef ST_TIME_DATE_FORMAT_H
#define ST_TIME_DATE_FORMAT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum { DATE_FORMAT_MAX = 256, DATE_FORMAT_CLOSE = 23 * 3600 /* seconds of the day */ };

/* What a format has that none may have (or lacks: a year, month and day), NULL when it is right. */
const char *date_format_wrong(const char *format);

/* Does it say more than the day? */
bool date_format_has_hour(const char *format);

/* All of s into seconds from 1970-01-01 00:00:00; false when it isn't a date of that format. */
bool date_format_parse(const char *format, struct slice s, int64_t *seconds);

/* A stamp in that format, ended by a NUL; cut off at DATE_FORMAT_MAX. %Y %y %m %d %H %M %S %s only. */
void date_format_print(char buf[DATE_FORMAT_MAX], const char *format, int64_t seconds);

#endif
