/* two_digits - numbers from 0 to 99 as two digits, as dates have them */
#ifndef ST_BASE_TWO_DIGITS_H
#define ST_BASE_TWO_DIGITS_H

/* Two digits below limit at p, or -1. */
static inline int
two_digits_parse(const char *p, int limit)
{
	unsigned a = (unsigned char)p[0] - '0', b = (unsigned char)p[1] - '0';
	int v = (int)(a * 10 + b);

	return a > 9 || b > 9 || v >= limit ? -1 : v;
}

static inline void
two_digits_print(char *p, int v)
{
	p[0] = (char)('0' + v / 10);
	p[1] = (char)('0' + v % 10);
}

#endif
