#include "time/stamp.h"

#include "base/two_digits.h"
#include "time/date.h"

/* Z, +hh, +hhmm or +hh:mm into seconds east. */
static bool
zone_parse(const char *p, size_t n, int *east)
{
	*east = 0;
	if (n == 0 || (n == 1 && *p == 'Z'))
		return true;
	if (*p != '+' && *p != '-')
		return false;
	int h = n >= 3 ? two_digits_parse(p + 1, 24) : -1, m = 0;
	if (n == 5)
		m = two_digits_parse(p + 3, 60);
	else if (n == 6 && p[3] == ':')
		m = two_digits_parse(p + 4, 60);
	else if (n != 3)
		return false;
	if (h < 0 || m < 0)
		return false;
	*east = (h * 60 + m) * (*p == '-' ? -60 : 60);
	return true;
}

bool
stamp_parse(struct slice s, int64_t *seconds)
{
	int day, h, m, sec = 0, east = 0;

	if (!date_parse(s, &day))
		return false;
	*seconds = stamp_of_day(day);
	if (s.n == 10)
		return true;
	if (s.n < 16 || (s.p[10] != ' ' && s.p[10] != 'T') || s.p[13] != ':')
		return false;
	h = two_digits_parse(s.p + 11, 24);
	m = two_digits_parse(s.p + 14, 60);
	size_t at = 16;
	if (s.n >= 19 && s.p[16] == ':') {
		sec = two_digits_parse(s.p + 17, 60);
		at = 19;
	}
	if (h < 0 || m < 0 || sec < 0 || !zone_parse(s.p + at, s.n - at, &east))
		return false;
	*seconds += h * 3600 + m * 60 + sec - east;
	return true;
}

bool
stamp_is_plain(struct slice s)
{
	if (s.n == 10)
		return true;
	return (s.n == 16 || (s.n == 19 && s.p[16] == ':' && two_digits_parse(s.p + 17, 60) >= 0)) && s.p[10] == ' ' && s.p[13] == ':' &&
	       two_digits_parse(s.p + 11, 24) >= 0 && two_digits_parse(s.p + 14, 60) >= 0;
}

size_t
stamp_print(char *buf, int64_t seconds)
{
	int day = stamp_day(seconds), t = stamp_time(seconds);

	date_print(buf, day);
	buf[10] = ' ';
	buf[13] = buf[16] = ':';
	two_digits_print(buf + 11, t / 3600);
	two_digits_print(buf + 14, t / 60 % 60);
	two_digits_print(buf + 17, t % 60);
	return 19;
}
