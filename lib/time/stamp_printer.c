#include "time/stamp_printer.h"

#include <limits.h>

#include "base/two_digits.h"
#include "time/stamp.h"

struct stamp_printer
stamp_printer_new(bool dates)
{
	return (struct stamp_printer){ .dates = dates, .day = INT_MIN };
}

void
stamp_printer_put(struct stamp_printer *s, struct out *o, int64_t seconds)
{
	int day = stamp_day(seconds), time = stamp_time(seconds);

	if (day != s->day) {
		s->day = day;
		stamp_print(s->text, seconds);
	}
	two_digits_print(s->text + 11, time / 3600);
	two_digits_print(s->text + 14, time / 60 % 60);
	two_digits_print(s->text + 17, time % 60);
	out_bytes(o, s->text, s->dates ? 10 : 19);
}
