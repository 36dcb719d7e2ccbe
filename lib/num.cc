/*
 * The hard cases of reading come from the C++ library's from_chars; the short cuts
 * below serve what market data mostly is, decimals of a few digits.
 */
#include "num.h"

#include <charconv>
#include <cstdint>
#include <cstring>

#include "shortest.h"

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
	unsigned d;

	p += p < end && (*p == '-' || *p == '+');
	const char *whole = p;
	for (; p < end && (d = (unsigned)(*p - '0')) < 10; p++)
		m = m * 10 + d;
	long digits = p - whole, frac = 0;
	if (p < end && *p == '.') {
		const char *point = ++p;
		for (; p < end && (d = (unsigned)(*p - '0')) < 10; p++)
			m = m * 10 + d;
		frac = p - point;
		digits += frac;
	}
	if (digits == 0)
		return false;
	if (p < end || digits > 19 || m > (uint64_t)1 << 53)
		return parse_slow(start, end, x);
	double v = (double)m;
	if (frac)
		v /= pow10tab[frac];
	*x = *start == '-' ? -v : v;
	return true;
}

bool
num_check(const char *p, size_t n)
{
	const char *end = p + n;
	bool digit = false;

	p += p < end && (*p == '-' || *p == '+');
	for (; p < end && (unsigned)(*p - '0') < 10; p++)
		digit = true;
	if (p < end && *p == '.')
		for (p++; p < end && (unsigned)(*p - '0') < 10; p++)
			digit = true;
	double x;
	return digit && (p == end || num_parse(end - n, n, &x));
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

static void
put_pair(char *p, unsigned v)
{
	static const char pairs[] = "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
	                            "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";

	memcpy(p, pairs + 2 * v, 2);
}

static void
put_8(char *p, unsigned v)
{
	unsigned hi = v / 10000, lo = v % 10000;

	put_pair(p, hi / 100);
	put_pair(p + 2, hi % 100);
	put_pair(p + 4, lo / 100);
	put_pair(p + 6, lo % 100);
}

/* m/10000 with at least one decimal, trailing zeros dropped. */
static size_t
put_4_decimals(char *buf, uint64_t m)
{
	size_t n = put_uint(buf, m / 10000);
	unsigned f = (unsigned)(m % 10000);

	buf[n++] = '.';
	put_pair(buf + n, f / 100);
	put_pair(buf + n + 2, f % 100);
	n += 4;
	while (buf[n - 1] == '0' && buf[n - 2] != '.')
		n--;
	return n;
}

/*
 * Digits d[0..n), n at most 17, with the point after the first and exponent e, as
 * repr has it. Copies of a fixed 16 bytes, d and buf having room behind, beat
 * copies of just what is wanted.
 */
static size_t
put_repr(char *buf, const char *d, int n, int e)
{
	char *p = buf;

	if (e >= 0 && e < n - 1 && e < 16) {
		memcpy(p, d, 16);
		p += e + 1;
		*p++ = '.';
		memcpy(p, d + e + 1, 16);
		return (size_t)n + 1;
	}
	if (e >= -4 && e < 0) {
		memcpy(p, "0.000", 5);
		p += 1 - e;
		memcpy(p, d, 17);
		return (size_t)(1 - e + n);
	}
	if (e >= 0 && e < 16) {
		memset(p, '0', 17);
		memcpy(p, d, (size_t)n);
		memcpy(p + e + 1, ".0", 2);
		return (size_t)e + 3;
	}
	*p++ = d[0];
	if (n > 1) {
		*p++ = '.';
		memcpy(p, d + 1, 16);
		p += n - 1;
	}
	*p++ = 'e';
	*p++ = e < 0 ? '-' : '+';
	unsigned u = (unsigned)(e < 0 ? -e : e);
	if (u < 10)
		*p++ = '0';
	return (size_t)(p - buf) + put_uint(p, u);
}

/*
 * A decimal of at most 15 digits that reads back as x is the shortest one once
 * its trailing zeros are gone, so prices need no search. The first test spares
 * most other numbers the division.
 */
static bool
has_4_decimals(double x, uint64_t *m)
{
	if (!(x < 1e9))
		return false;
	double y = x * 1e4;
	*m = (uint64_t)(y + 0.5);
	return std::fabs(y - (double)*m) < 0.01 && (double)*m / 1e4 == x;
}

size_t
num_print(char *buf, double x)
{
	uint64_t m;
	char *p = buf;

	if (x != x)
		return 0;
	*p = '-';
	p += std::signbit(x);
	x = std::fabs(x);
	if (has_4_decimals(x, &m))
		return (size_t)(p - buf) + put_4_decimals(p, m);
	struct decimal d = shortest(x);
	char text[17 + 16];
	uint64_t high = d.digits / 100000000u;
	text[0] = (char)('0' + high / 100000000u);
	put_8(text + 1, (unsigned)(high % 100000000u));
	put_8(text + 9, (unsigned)(d.digits % 100000000u));
	const char *first = text, *end = text + 17;
	first += *first == '0'; /* 16 digits are as common as 17 */
	while (*first == '0')
		first++;
	int exp = d.exponent + (int)(end - first) - 1;
	while (end[-1] == '0')
		end--;
	return (size_t)(p - buf) + put_repr(p, first, (int)(end - first), exp);
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
