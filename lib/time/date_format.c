#include "time/date_format.h"

#include <stdio.h>
#include <strings.h>

#include "time/date.h"
#include "time/stamp.h"

enum { UNSET = -1 };

static const char codes[] = "YymdbHIpMSfzs*%";
/* Of each of these a format may have one code, and have it once. */
static const char *const things[] = { "Yys", "mbs", "ds", "HIs", "ps", "Ms", "Ss", "f", "zs" };
static const char *const months[] = { "january", "february", "march", "april", "may", "june", "july", "august", "september",
	"october", "november", "december" };

struct parts {
	int year, month, day, hour, minute, second;
	int east;           /* of UTC, seconds */
	bool pm, am, twelve;
	bool epoch;
	int64_t seconds;    /* since 1970, if epoch */
};

static bool
has(const char *format, char code)
{
	for (; (format = strchr(format, '%')); format += 2)
		if (format[1] == code)
			return true;
	return false;
}

/* How many of the codes stand in it? */
static int
count(const char *format, const char *which)
{
	int n = 0;

	for (; (format = strchr(format, '%')); format += 2)
		n += strchr(which, format[1]) != NULL;
	return n;
}

bool
date_format_has_hour(const char *format)
{
	return count(format, "HIs") > 0;
}

const char *
date_format_wrong(const char *format)
{
	for (const char *p = format; (p = strchr(p, '%')); p += 2)
		if (!p[1] || !strchr(codes, p[1]))
			return "a code that is none of %Y %y %m %d %b %H %I %p %M %S %f %z %s %* %%";
	for (const char *p = format; (p = strchr(p, '%')); p += 2)
		if (p[1] == '*' && p[2])
			return "%*, which passes over the rest, and something behind it";
	for (size_t i = 0; i < sizeof things / sizeof *things; i++)
		if (count(format, things[i]) > 1)
			return "two codes that say the same thing";
	if (has(format, 's'))
		return NULL;
	if (!(has(format, 'Y') || has(format, 'y')) || !(has(format, 'm') || has(format, 'b')) || !has(format, 'd'))
		return "no year, month and day";
	if (!date_format_has_hour(format) && count(format, "MS"))
		return "minutes or seconds, and no hour";
	return has(format, 'I') != has(format, 'p') ? "%I and %p, which need each other" : NULL;
}

/* Take from `least` to `most` digits off s; UNSET when there are fewer, or it is above limit. */
static int
digits(struct slice *s, size_t least, size_t most, int limit)
{
	size_t n = 0;
	int v = 0;

	for (; n < s->n && n < most && s->p[n] >= '0' && s->p[n] <= '9'; n++)
		v = v * 10 + (s->p[n] - '0');
	s->p += n;
	s->n -= n;
	return n < least || v > limit ? UNSET : v;
}

static int
month_name(struct slice *s)
{
	for (int m = 0; m < 12; m++) {
		size_t n = strlen(months[m]);
		if (s->n < 3 || strncasecmp(s->p, months[m], 3) != 0)
			continue;
		n = s->n >= n && strncasecmp(s->p, months[m], n) == 0 ? n : 3;
		s->p += n;
		s->n -= n;
		return m + 1;
	}
	return UNSET;
}

static bool
half_of_day(struct slice *s, struct parts *t)
{
	if (s->n < 2 || (s->p[1] | 32) != 'm')
		return false;
	t->am = (s->p[0] | 32) == 'a';
	t->pm = (s->p[0] | 32) == 'p';
	s->p += 2;
	s->n -= 2;
	return t->am || t->pm;
}

/* Z, +hhmm or +hh:mm. */
static bool
zone(struct slice *s, struct parts *t)
{
	if (!s->n)
		return false;
	char sign = *s->p++;
	s->n--;
	if (sign == 'Z')
		return true;
	int h = digits(s, 2, 2, 23);
	if (s->n && *s->p == ':')
		s->p++, s->n--;
	int m = digits(s, 2, 2, 59);
	t->east = (h * 60 + m) * (sign == '-' ? -60 : 60);
	return (sign == '-' || sign == '+') && h >= 0 && m >= 0;
}

static bool
epoch(struct slice *s, struct parts *t)
{
	bool minus = s->n && *s->p == '-';
	size_t n = minus;

	for (; n < s->n && n < 12 && s->p[n] >= '0' && s->p[n] <= '9'; n++)
		t->seconds = t->seconds * 10 + (s->p[n] - '0');
	bool some = n > minus;
	t->seconds = minus ? -t->seconds : t->seconds;
	t->epoch = true;
	s->p += n;
	s->n -= n;
	return some;
}

static bool
fraction(struct slice *s)
{
	return digits(s, 1, 9, 999999999) >= 0;
}

static bool
take(char code, struct slice *s, struct parts *t)
{
	switch (code) {
	case 'Y': return (t->year = digits(s, 4, 4, 9999)) >= 0;
	case 'y':
		t->year = digits(s, 2, 2, 99);
		t->year += t->year < 0 ? 0 : t->year <= 50 ? 2000 : 1900;
		return t->year >= 0;
	case 'm': return (t->month = digits(s, 1, 2, 12)) >= 1;
	case 'd': return (t->day = digits(s, 1, 2, 31)) >= 1;
	case 'b': return (t->month = month_name(s)) >= 1;
	case 'H': return (t->hour = digits(s, 1, 2, 23)) >= 0;
	case 'I': t->twelve = true; return (t->hour = digits(s, 1, 2, 12)) >= 1;
	case 'p': return half_of_day(s, t);
	case 'M': return (t->minute = digits(s, 1, 2, 59)) >= 0;
	case 'S': return (t->second = digits(s, 1, 2, 59)) >= 0;
	case 'f': return fraction(s);
	case 'z': return zone(s, t);
	case 's': return epoch(s, t);
	case '*': s->n = 0; return true;
	default: return false;
	}
}

/* The parts as one stamp; false when there is no such day. */
static bool
together(const struct parts *t, int64_t *seconds)
{
	char text[16];
	int day;

	if (t->epoch) {
		*seconds = t->seconds;
		return true;
	}
	snprintf(text, sizeof text, "%04d-%02d-%02d", t->year % 10000, t->month % 100, t->day % 100);
	if (!date_parse(slice_of(text), &day))
		return false;
	int hour = t->twelve ? t->hour % 12 + 12 * t->pm : t->hour;
	*seconds = stamp_of_day(day) + hour * 3600 + t->minute * 60 + t->second - t->east;
	return true;
}

bool
date_format_parse(const char *format, struct slice s, int64_t *seconds)
{
	struct parts t = { .hour = date_format_has_hour(format) ? 0 : DATE_FORMAT_CLOSE / 3600 };

	for (const char *p = format; *p; p++) {
		bool literal = *p != '%' || p[1] == '%';
		p += *p == '%';
		if (literal ? !s.n || *s.p != *p : !take(*p, &s, &t))
			return false;
		s.p += literal;
		s.n -= literal;
	}
	return s.n == 0 && together(&t, seconds);
}

static int
print_code(char *at, size_t room, char code, int64_t seconds)
{
	int day = stamp_day(seconds), second = stamp_time(seconds), y, m, d;

	date_civil((int)day, &y, &m, &d);
	switch (code) {
	case 'Y': return snprintf(at, room, "%04d", y);
	case 'y': return snprintf(at, room, "%02d", y % 100);
	case 'm': return snprintf(at, room, "%02d", m);
	case 'd': return snprintf(at, room, "%02d", d);
	case 'H': return snprintf(at, room, "%02d", second / 3600);
	case 'M': return snprintf(at, room, "%02d", second / 60 % 60);
	case 'S': return snprintf(at, room, "%02d", second % 60);
	case 's': return snprintf(at, room, "%lld", (long long)seconds);
	default: return snprintf(at, room, "%c", code);
	}
}

void
date_format_print(char buf[DATE_FORMAT_MAX], const char *format, int64_t seconds)
{
	size_t n = 0;

	for (const char *p = format; *p && n + 1 < DATE_FORMAT_MAX; p++) {
		if (*p == '%' && p[1])
			n += (size_t)print_code(buf + n, DATE_FORMAT_MAX - n, *++p, seconds);
		else
			buf[n++] = *p;
	}
	buf[n < DATE_FORMAT_MAX ? n : DATE_FORMAT_MAX - 1] = '\0';
}
