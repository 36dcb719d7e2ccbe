#include "time/instant.h"

#include <string.h>
#include <time.h>

#include "time/date.h"
#include "time/stamp.h"

/* The digits of a fraction as microseconds; how many bytes they take with their point, 0 when they are none. */
static size_t
fraction(const char *p, size_t n, int *micros)
{
	size_t i = 1;

	*micros = 0;
	for (int unit = INSTANT_SECOND / 10; i < n && p[i] >= '0' && p[i] <= '9'; i++, unit /= 10) {
		if (unit == 0)
			return 0;
		*micros += (p[i] - '0') * unit;
	}
	return i > 1 ? i : 0;
}

bool
instant_parse(struct slice s, int64_t *t)
{
	const char *point = memchr(s.p, '.', s.n);
	char whole[INSTANT_MAX];
	int micros = 0;
	int64_t seconds;

	if (point) {
		size_t before = (size_t)(point - s.p), n = fraction(point, s.n - before, &micros);
		if (n == 0 || before != 19 || s.n - n > sizeof whole)
			return false;
		memcpy(whole, s.p, before);
		memcpy(whole + before, point + n, s.n - before - n);
		s = (struct slice){ whole, s.n - n };
	}
	if (!stamp_parse(s, &seconds))
		return false;
	*t = seconds * INSTANT_SECOND + micros;
	return true;
}

size_t
instant_print(char text[INSTANT_MAX], int64_t t)
{
	int64_t seconds = t / INSTANT_SECOND - (t % INSTANT_SECOND < 0);
	int micros = (int)(t - seconds * INSTANT_SECOND);
	size_t n = stamp_print(text, seconds);

	if (micros) {
		text[n++] = '.';
		for (int unit = INSTANT_SECOND / 10; unit; unit /= 10)
			text[n++] = (char)('0' + micros / unit % 10);
	}
	text[n] = '\0';
	return n;
}

int64_t
instant_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * INSTANT_SECOND + now.tv_nsec / 1000;
}
