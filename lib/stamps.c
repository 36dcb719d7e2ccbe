#include "stamps.h"

#include <limits.h>

#include "date.h"

struct stamps
stamps_of(bool dates)
{
	return (struct stamps){ .dates = dates, .day = INT_MIN };
}

static void
put2(char *p, int v)
{
	p[0] = (char)('0' + v / 10);
	p[1] = (char)('0' + v % 10);
}

void
stamps_print(struct stamps *s, struct out *o, int64_t seconds)
{
	int day = (int)(seconds / 86400 - (seconds % 86400 < 0));
	int time = (int)(seconds - (int64_t)day * 86400);

	if (day != s->day) {
		s->day = day;
		stamp_print(s->text, seconds);
	}
	put2(s->text + 11, time / 3600);
	put2(s->text + 14, time / 60 % 60);
	put2(s->text + 17, time % 60);
	out_bytes(o, s->text, s->dates ? 10 : 19);
}
