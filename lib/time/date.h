/*
 * date - civil days, without zones or locale
 *
 * A day is a count from 1970-01-01. A business day is Monday to Friday, without
 * holidays; Saturday and Sunday belong to the Friday before (pandas' "B" bins).
 */
#ifndef ST_TIME_DATE_H
#define ST_TIME_DATE_H

#include <stdbool.h>

#include "base/slice.h"

enum { DATE_MAX = 20 }; /* bytes that date_print and stamp_print (time/stamp.h) may write */

int date_of(int year, int month, int day);             /* the day; month 1-12, any day number */
void date_civil(int day, int *year, int *month, int *mday);

/* The same day of the month 0 or more months later; one that this month doesn't have is counted on into the next. */
int date_months_later(int day, int months);

/* YYYY-MM-DD at the head of s into *day; false when it isn't a real date; no year is 0. */
bool date_parse(struct slice s, int *day);

size_t date_print(char *buf, int day);                 /* YYYY-MM-DD, no NUL */
/* The same ended by a NUL, for messages; valid until the fourth call from here. */
const char *date_text(int day);

static inline int
date_weekday(int day) /* 0 Monday … 6 Sunday */
{
	return ((day + 3) % 7 + 7) % 7;
}

/* The business day that a day belongs to. */
static inline int
date_business(int day)
{
	int w = date_weekday(day);

	return w > 4 ? day - (w - 4) : day;
}

/* The business day after a business day, and before one. */
static inline int
date_next_business(int day)
{
	return day + (date_weekday(day) == 4 ? 3 : 1);
}

static inline int
date_previous_business(int day)
{
	return day - (date_weekday(day) == 0 ? 3 : 1);
}

#endif
