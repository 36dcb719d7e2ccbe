#include "date.h"

/* Days from civil and back: H. Hinnant, "chrono-compatible low-level date algorithms", 2014. */
int
date_of(int y, int m, int d)
{
	y -= m <= 2;
	int era = (y >= 0 ? y : y - 399) / 400;
	int yoe = y - era * 400;
	int doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;

	return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

void
date_civil(int day, int *year, int *month, int *mday)
{
	int z = day + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;

	*mday = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

/* Two digits below limit at p, or -1. */
static int
two(const char *p, int limit)
{
	unsigned a = (unsigned char)p[0] - '0', b = (unsigned char)p[1] - '0';
	int v = (int)(a * 10 + b);

	return a > 9 || b > 9 || v >= limit ? -1 : v;
}

static int
days_in_month(int y, int m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return m == 2 && (y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)) ? 29 : days[m - 1];
}

bool
date_parse(struct slice s, int *day)
{
	if (s.n < 10 || s.p[4] != '-' || s.p[7] != '-')
		return false;
	int c = two(s.p, 100), y = two(s.p + 2, 100), m = two(s.p + 5, 13), d = two(s.p + 8, 32);
	if (c < 0 || y < 0 || m < 1 || d < 1)
		return false;
	y += c * 100;
	if (d > days_in_month(y, m))
		return false;
	*day = date_of(y, m, d);
	return true;
}

/* Z, +hh, +hhmm or +hh:mm into seconds east. */
static bool
zone_parse(const char *p, size_t n, int *east)
{
	*east = 0;
	if (n == 0 || (n == 1 && *p == 'Z'))
		return true;
	if (*p != '+' && *p != '-')
		return false;
	int h = n >= 3 ? two(p + 1, 24) : -1, m = 0;
	if (n == 5)
		m = two(p + 3, 60);
	else if (n == 6 && p[3] == ':')
		m = two(p + 4, 60);
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
	*seconds = (int64_t)day * 86400;
	if (s.n == 10)
		return true;
	if (s.n < 16 || (s.p[10] != ' ' && s.p[10] != 'T') || s.p[13] != ':')
		return false;
	h = two(s.p + 11, 24);
	m = two(s.p + 14, 60);
	size_t at = 16;
	if (s.n >= 19 && s.p[16] == ':') {
		sec = two(s.p + 17, 60);
		at = 19;
	}
	if (h < 0 || m < 0 || sec < 0 || !zone_parse(s.p + at, s.n - at, &east))
		return false;
	*seconds += h * 3600 + m * 60 + sec - east;
	return true;
}

static void
put2(char *p, int v)
{
	p[0] = (char)('0' + v / 10);
	p[1] = (char)('0' + v % 10);
}

size_t
date_print(char *buf, int day)
{
	int y, m, d;

	date_civil(day, &y, &m, &d);
	put2(buf, y / 100 % 100);
	put2(buf + 2, y % 100);
	buf[4] = buf[7] = '-';
	put2(buf + 5, m);
	put2(buf + 8, d);
	return 10;
}

const char *
date_text(int day)
{
	static char text[4][DATE_MAX];
	static unsigned i;
	char *s = text[i++ % 4];

	s[date_print(s, day)] = '\0';
	return s;
}

size_t
stamp_print(char *buf, int64_t seconds)
{
	int64_t day = seconds / 86400 - (seconds % 86400 < 0);
	int t = (int)(seconds - day * 86400);

	date_print(buf, (int)day);
	buf[10] = ' ';
	buf[13] = buf[16] = ':';
	put2(buf + 11, t / 3600);
	put2(buf + 14, t / 60 % 60);
	put2(buf + 17, t % 60);
	return 19;
}
