/*
 * stamp - moments, in seconds from 1970-01-01 00:00:00, without zones or locale
 *
 * Days are time/date.h's.
 */
#ifndef ST_TIME_STAMP_H
#define ST_TIME_STAMP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/slice.h"

enum { DAY_SECONDS = 86400 };

/*
 * A stamp into seconds from 1970-01-01 00:00:00: YYYY-MM-DD, alone or followed by a
 * space or T and HH:MM[:SS]; a zone offset (Z, +hh, +hhmm, +hh:mm) is taken off.
 */
bool stamp_parse(struct slice s, int64_t *seconds);

/* Behind its first ten bytes, a date, is s as streams have a time: nothing, or a space and HH:MM or HH:MM:SS? */
bool stamp_is_plain(struct slice s);

/* YYYY-MM-DD HH:MM:SS, DATE_MAX bytes at most, no NUL. */
size_t stamp_print(char *buf, int64_t seconds);

/* The day of a stamp, and the seconds since that began. */
static inline int
stamp_day(int64_t seconds)
{
	return (int)(seconds / DAY_SECONDS - (seconds % DAY_SECONDS < 0));
}

static inline int
stamp_time(int64_t seconds)
{
	return (int)(seconds - (int64_t)stamp_day(seconds) * DAY_SECONDS);
}

/* A day's midnight. */
static inline int64_t
stamp_of_day(int day)
{
	return (int64_t)day * DAY_SECONDS;
}

#endif
