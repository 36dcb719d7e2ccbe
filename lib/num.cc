/*
 * The shortest digits come from the C++ library's to_chars (Ryu) and the hard
 * cases of reading from its from_chars; the short cuts below serve what market
 * data mostly is, decimals of a few digits.
 */
#include "num.h"

#include <charconv>
#include <cstdint>
#include <cstring>

static const double pow10tab[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

static bool
parse_slow(const char *p, const char *end, double *x)
{
	double v;

	if (p < end && *p == '+')
		p++;
	const char *q = p < end && *p == '-' ? p + 1 : p;
	if (q == end || !((*q >= '0' && *q <= '9') || *q == '.'))
		return false; /* from_chars takes inf and nan */
	std::from_chars_result r = std::from_chars(p, end, v);
	if (r.ec != std::errc() || r.ptr != end)
		return false;
	*x = v;
	return true;
}

/*
 * With at most 19 digits, no exponent and a mantissa below 2^53 one division
 * by a power of ten up to 10^22 is correctly rounded (Clinger 1990).
 */
bool
num_parse(const char *p, size_t n, double *x)
{
	const char *start = p, *end = p + n;
	uint64_t m = 0;
	int digits = 0, frac = -1;
	bool neg = false;

	if (p < end && (*p == '-' || *p == '+'))
		neg = *p++ == '-';
	for (; p < end; p++) {
		unsigned d = (unsigned char)*p - '0';
		if (d < 10) {
			m = m * 10 + d;
			digits++;
			if (frac >= 0)
				frac++;
		} else if (*p == '.' && frac < 0) {
			frac = 0;
		} else {
			return digits && parse_slow(start, end, x);
		}
	}
	if (!digits)
		return false;
	if (digits > 19 || m > (uint64_t)1 << 53 || frac > 22)
		return parse_slow(start, end, x);
	double v = (double)m;
	if (frac > 0)
		v /= pow10tab[frac];
	*x = neg ? -v : v;
	return true;
}

/* 10^n, 0 <= n <= 308, correctly rounded. */
static double
power_of_ten(int n)
{
	char text[8] = "1e";
	double x = 0;

	if (n <= 22)
		return pow10tab[n];
	std::from_chars(text, std::to_chars(text + 2, text + sizeof text, n).ptr, x);
	return x;
}

/* pandas 1.5.3, precise_xstrtod: only numbers of more than 15 digits can differ. */
bool
num_parse_pandas(const char *p, size_t n, double *x)
{
	const char *end = p + n, *start = p;
	double v = 0;
	int digits = 0, exponent = 0, written = 0;
	bool point = false;

	if (!num_parse(p, n, x))
		return false;
	if (n <= 15)
		return true;
	if (p < end && (*p == '-' || *p == '+'))
		p++;
	for (; p < end && (*p == '.' || (*p >= '0' && *p <= '9')); p++) {
		if (*p == '.') {
			point = true;
		} else if (digits < 17) {
			v = v * 10. + (*p - '0');
			digits++;
			exponent -= point;
		} else {
			exponent += !point;
		}
	}
	if (p < end) { /* at the e */
		bool neg = *++p == '-';
		for (p += *p == '-' || *p == '+'; p < end && written < 10000; p++)
			written = written * 10 + (*p - '0');
		exponent += neg ? -written : written;
	}
	if (exponent > 308 || exponent < -308)
		return true; /* of no market: left as it is */
	v = exponent < 0 ? v / power_of_ten(-exponent) : v * power_of_ten(exponent);
	*x = *start == '-' ? -v : v;
	return true;
}

static size_t
put_uint(char *buf, uint64_t m)
{
	char tmp[20], *p = tmp + sizeof tmp;

	do
		*--p = (char)('0' + m % 10);
	while (m /= 10);
	size_t n = (size_t)(tmp + sizeof tmp - p);
	memcpy(buf, p, n);
	return n;
}

/* m/10000 with at least one decimal, trailing zeros dropped. */
static size_t
put_4_decimals(char *buf, uint64_t m)
{
	size_t n = put_uint(buf, m / 10000);
	unsigned f = (unsigned)(m % 10000);

	buf[n++] = '.';
	buf[n++] = (char)('0' + f / 1000);
	for (unsigned unit = 1000; (f %= unit) != 0;) {
		unit /= 10;
		buf[n++] = (char)('0' + f / unit);
	}
	return n;
}

/* Digits d[0..n) with the point after the first and exponent e, as repr has it. */
static size_t
put_repr(char *buf, const char *d, int n, int e)
{
	char *p = buf;

	if (e < -4 || e >= 16) {
		*p++ = d[0];
		if (n > 1) {
			*p++ = '.';
			memcpy(p, d + 1, (size_t)n - 1);
			p += n - 1;
		}
		*p++ = 'e';
		*p++ = e < 0 ? '-' : '+';
		unsigned u = (unsigned)(e < 0 ? -e : e);
		if (u < 10)
			*p++ = '0';
		p += put_uint(p, u);
	} else if (e < 0) {
		memcpy(p, "0.000", 5);
		p += 1 - e;
		memcpy(p, d, (size_t)n);
		p += n;
	} else {
		int whole = e + 1;
		for (int i = 0; i < whole; i++)
			*p++ = i < n ? d[i] : '0';
		*p++ = '.';
		if (n > whole) {
			memcpy(p, d + whole, (size_t)(n - whole));
			p += n - whole;
		} else {
			*p++ = '0';
		}
	}
	return (size_t)(p - buf);
}

/*
 * A decimal of at most 15 digits that reads back as x is the shortest one once
 * its trailing zeros are gone, so prices need no search.
 */
size_t
num_print(char *buf, double x)
{
	if (x != x)
		return 0;
	char *p = buf;
	if (std::signbit(x)) {
		*p++ = '-';
		x = -x;
	}
	if (x < 1e9) {
		uint64_t m = (uint64_t)(x * 1e4 + 0.5);
		if ((double)m / 1e4 == x)
			return (size_t)(p - buf) + put_4_decimals(p, m);
	}
	char sci[NUM_MAX], digits[20];
	std::to_chars_result r = std::to_chars(sci, sci + sizeof sci, x, std::chars_format::scientific);
	const char *e = r.ptr - 3;
	while (*e != 'e')
		e--;
	int exp = 0, n = 1;
	for (const char *q = e + 2; q < r.ptr; q++)
		exp = exp * 10 + (*q - '0');
	if (e[1] == '-')
		exp = -exp;
	digits[0] = sci[0];
	if (e > sci + 2) {
		n = (int)(e - sci) - 1;
		memcpy(digits + 1, sci + 2, (size_t)n - 1);
	}
	return (size_t)(p - buf) + put_repr(p, digits, n, exp);
}

size_t
num_print_int(char *buf, double x)
{
	if (x != x)
		return 0;
	char *p = buf;
	if (x < 0)
		*p++ = '-';
	return (size_t)(p - buf) + put_uint(p, (uint64_t)(std::fabs(x) + 0.5));
}
