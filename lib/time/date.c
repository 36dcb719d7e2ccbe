#include "time/date.h"

#include "base/two_digits.h"

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

static int
days_in_month(int y, int m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return m == 2 && (y % 4 == 0 && (y % 100 != 0 || y % 400 == 0)) ? 29 : days[m - 1];
}

int
date_months_later(int day, int months)
{
	int year, month, mday;

	date_civil(day, &year, &month, &mday);
	months += month - 1;
	return date_of(year + months / 12, months % 12 + 1, mday);
}

bool
date_parse(struct slice s, int *day)
{
	if (s.n < 10 || s.p[4] != '-' || s.p[7] != '-')
		return false;
	int c = two_digits_parse(s.p, 100), y = two_digits_parse(s.p + 2, 100), m = two_digits_parse(s.p + 5, 13),
	    d = two_digits_parse(s.p + 8, 32);
	if (c < 0 || y < 0 || m < 1 || d < 1)
		return false;
	y += c * 100;
	if (y == 0 || d > days_in_month(y, m))
		return false;
	*day = date_of(y, m, d);
	return true;
}

size_t
date_print(char *buf, int day)
{
	int y, m, d;

	date_civil(day, &y, &m, &d);
	two_digits_print(buf, y / 100 % 100);
	two_digits_print(buf + 2, y % 100);
	buf[4] = buf[7] = '-';
	two_digits_print(buf + 5, m);
	two_digits_print(buf + 8, d);
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
