/*
 * stamp_printer - times printed one after another, in which the day seldom changes
 *
 * YYYY-MM-DD HH:MM:SS, or the date alone.
 */
#ifndef ST_TIME_STAMP_PRINTER_H
#define ST_TIME_STAMP_PRINTER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/out.h"

struct stamps {
	bool dates;      /* without the time of day */
	/* private */
	int day;
	char text[20];   /* of the last one */
};

struct stamps stamps_of(bool dates);

/* Seconds, as time/stamp.h's. */
void stamps_print(struct stamps *s, struct out *o, int64_t seconds);

#endif
