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

struct stamp_printer {
	bool dates;      /* without the time of day */
	/* private */
	int day;
	char text[20];   /* of the last one */
};

struct stamp_printer stamp_printer_new(bool dates);

/* Seconds, as time/stamp.h's. */
void stamp_printer_put(struct stamp_printer *s, struct out *o, int64_t seconds);

#endif
