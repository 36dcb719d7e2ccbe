/*
 * The hard cases of reading come from the C++ library's from_chars; the short cuts
 * below serve what market data mostly is, decimals of a few digits.
 */
#include "base/num.h"

#include <charconv>
#include <cstdint>
#include <cstring>
#include <endian.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/shortest.h"

static const double pow10tab[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

static const uint64_t ZEROS = 0x3030303030303030, HIGH_HALVES = 0xf0f0f0f0f0f0f0f0; /* '0' in all bytes */

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

/* ---- eight bytes at a time: the first of them is the lowest byte of a word ---- */

static inline uint64_t
word_at(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof w);
	return le64toh(w);
}

/* The last n (1 to 7) of eight bytes, behind as many zeros as are missing. */
static inline uint64_t
word_of_last(const char *end, size_t n)
{
	return (word_at(end - 8) & ~(uint64_t)0 << (64 - 8 * n)) | ZEROS >> 8 * n;
}

/* Not 0 in those bytes of a word, counted from the first that isn't one, that are no digits. */
static inline uint64_t
no_digits(uint64_t w)
{
	return ((w & HIGH_HALVES) ^ ZEROS) | (((w + 0x0606060606060606) & HIGH_HALVES) ^ ZEROS);
}

/* Is a point, at *bit, all that is no digit? */
static inline bool
one_point(uint64_t w, uint64_t others, int *bit)
{
	*bit = __builtin_ctzll(others) & ~7;
	return others >> *bit <= 0xff && (w >> *bit & 0xff) == '.';
}

/* Eight digits as a number: by two, by four, by eight. */
static inline uint64_t
number_of(uint64_t w)
{
	w -= ZEROS;
	w = w * 10 + (w >> 8);
	return ((w & 0x000000ff000000ff) * 0x000f424000000064 + (w >> 16 & 0x000000ff000000ff) * 0x0000271000000001) >> 32;
}

/* A decimal of 4 to 8 bytes without a sign, as most prices are. */
static bool
parse_short(const char *p, size_t n, double *x)
{
	uint32_t first, last;
	int bit, frac = 0;

	memcpy(&first, p, 4);
	memcpy(&last, p + n - 4, 4);
	uint64_t w = (le32toh(first) | (uint64_t)le32toh(last) << 8 * (n - 4)) << (64 - 8 * n), others;
	w |= n < 8 ? ZEROS >> 8 * n : 0;
	if ((others = no_digits(w))) {
		if (!one_point(w, others, &bit))
			return false;
		uint64_t before = ((uint64_t)1 << bit) - 1;
		frac = 7 - bit / 8;
		w = (w & ~(before << 8 | 0xff)) | (w & before) << 8 | '0';
	}
	*x = (double)number_of(w) / pow10tab[frac];
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

	if (n >= 4 && n <= 8 && parse_short(p, n, x))
		return true;
	p += p < end && (*p == '-' || *p == '+');
	const char *whole = p;
	for (; p < end && (d = (unsigned)(*p - '0')) < 10; p++)
		m = m * 10 + d;
	long digits = p - whole, frac = 0;
	if (p < end && *p == '.') {
		const char *point = ++p;
		for (; end - p >= 8 && no_digits(word_at(p)) == 0; p += 8)
			m = m * 100000000 + number_of(word_at(p));
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

/* A number without an exponent, of eight bytes or more behind its sign? */
static bool
is_long_decimal(const char *p, const char *end)
{
	bool point = false;
	int bit;

	while (p < end) {
		uint64_t w = end - p >= 8 ? word_at(p) : word_of_last(end, (size_t)(end - p)), others = no_digits(w);
		if (others && (point || !one_point(w, others, &bit)))
			return false;
		point |= others != 0;
		p += 8;
	}
	return true;
}

/* A number without an exponent? */
static bool
is_decimal(const char *p, size_t n)
{
	const char *end = p + n;
	bool digit = false;

	p += p < end && (*p == '-' || *p == '+');
	if (end - p >= 8)
		return is_long_decimal(p, end);
	for (; p < end && (unsigned)(*p - '0') < 10; p++)
		digit = true;
	if (p < end && *p == '.')
		for (p++; p < end && (unsigned)(*p - '0') < 10; p++)
			digit = true;
	return digit && p == end;
}

bool
num_check(const char *p, size_t n)
{
	double x;

	return is_decimal(p, n) || num_parse(p, n, &x);
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

enum { EXACT = 15 }; /* digits: as many are exact in a double, however they are gathered */

/* pandas 1.5.3, precise_xstrtod: only numbers of more than 15 digits can differ. */
bool
num_parse_pandas(const char *p, size_t n, double *x)
{
	const char *end = p + n, *start = p;
	double v = 0;
	uint64_t m = 0;
	int digits = 0, exponent = 0, written = 0;
	bool point = false;

	if (n <= EXACT)
		return num_parse(p, n, x);
	if (!(n <= 300 && is_decimal(p, n)) && !num_parse(p, n, x)) /* which sets x where it is left as it is below */
		return false;
	if (p < end && (*p == '-' || *p == '+'))
		p++;
	for (; p < end && (*p == '.' || (*p >= '0' && *p <= '9')); p++) {
		if (*p == '.') {
			point = true;
		} else if (digits < EXACT) {
			m = m * 10 + (unsigned)(*p - '0');
			v = (double)m;
			digits++;
			exponent -= point;
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

/* m/10000 with at least one decimal, trailing zeros dropped. */
static __attribute__((noinline)) size_t
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
 * The eight digits each of a and b < 10^8 as bytes, the first one lowest, worked out side
 * by side: by 10000, by 100, by 10. The factors stand for divisions.
 */
#ifdef __SSE2__
static inline void
sixteen_digits(uint64_t a, uint64_t b, uint64_t *first, uint64_t *last)
{
	__m128i x = _mm_set_epi64x((int64_t)b, (int64_t)a);
	__m128i high = _mm_srli_epi64(_mm_mul_epu32(x, _mm_set1_epi64x(0xd1b71759)), 45);

	x = _mm_or_si128(high, _mm_slli_epi64(_mm_sub_epi32(x, _mm_mul_epu32(high, _mm_set1_epi64x(10000))), 32));
	high = _mm_srli_epi16(_mm_mulhi_epu16(x, _mm_set1_epi16(0x147b)), 3);
	x = _mm_or_si128(high, _mm_slli_epi32(_mm_sub_epi16(x, _mm_mullo_epi16(high, _mm_set1_epi16(100))), 16));
	high = _mm_mulhi_epu16(x, _mm_set1_epi16(0x199a));
	x = _mm_or_si128(high, _mm_slli_epi16(_mm_sub_epi16(x, _mm_mullo_epi16(high, _mm_set1_epi16(10))), 8));
	*first = (uint64_t)_mm_cvtsi128_si64(x);
	*last = (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(x, x));
}
#else
static uint64_t
eight_digits(uint64_t v)
{
	uint64_t x = v / 10000 | v % 10000 << 32;
	uint64_t high = x * 0x28f6 >> 20 & 0x0000007f0000007f;

	x = high | (x - high * 100) << 16;
	high = x * 0x67 >> 10 & 0x000f000f000f000f;
	return high | (x - high * 10) << 8;
}

static void
sixteen_digits(uint64_t a, uint64_t b, uint64_t *first, uint64_t *last)
{
	*first = eight_digits(a);
	*last = eight_digits(b);
}
#endif

static void
put_word(char *p, uint64_t bytes)
{
	bytes = htole64(bytes);
	memcpy(p, &bytes, 8);
}

/* Two words of digits at p, a point before the i-th of them. */
static void
put_with_point(char *p, uint64_t a, uint64_t b, int i)
{
	if (i >= 8) {
		put_word(p, a);
		put_with_point(p + 8, b, 0, i - 8);
		return;
	}
	uint64_t before = ((uint64_t)1 << 8 * i) - 1;
	put_word(p, (a & before) | (uint64_t)'.' << 8 * i | (a & ~before) << 8);
	p[8] = (char)(a >> 56);
	put_word(p + 9, b);
}

static __attribute__((noinline)) size_t
put_scientific(char *buf, char first, uint64_t a, uint64_t b, int n, int e)
{
	char *p = buf;
	unsigned u = (unsigned)(e < 0 ? -e : e);

	*p++ = first;
	put_with_point(p, a, b, 0);
	p += n > 1 ? n : 0;
	*p++ = 'e';
	*p++ = e < 0 ? '-' : '+';
	if (u < 10)
		*p++ = '0';
	return (size_t)(p - buf) + put_uint(p, u);
}

/*
 * The first digit and two words of more, n of the 17 up to the last that is not 0; the
 * point after the first, and exponent e: as repr has it. Words are stored whole, what is too
 * much included, which beats loops and copies many times.
 */
static size_t
put_repr(char *buf, char first, uint64_t a, uint64_t b, int n, int e)
{
	char *p = buf;

	if (e >= 0 && e < 16) {
		*p = first;
		put_with_point(p + 1, a, b, e);
		return (size_t)(n > e + 1 ? n : e + 2) + 1;
	}
	if (e >= -4 && e < 0) {
		memcpy(p, "0.000", 5);
		p += 1 - e;
		*p = first;
		put_word(p + 1, a);
		put_word(p + 9, b);
		return (size_t)(1 - e + n);
	}
	return put_scientific(buf, first, a, b, n, e);
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
	*m = (uint64_t)(int64_t)(y + 0.5);
	return std::fabs(y - (double)*m) < 0.01 && (double)*m / 1e4 == x;
}

static size_t
put_decimal(char *buf, struct shortest_decimal d)
{
	const uint64_t least = 10000000000000000; /* 17 digits */
	bool few = d.digits < least; /* 16 are as common as 17, so no branch */
	uint64_t middle, low;

	d.digits += few * 9 * d.digits;
	d.exponent -= few;
	while (d.digits < least) {
		d.digits *= 10;
		d.exponent--;
	}
	uint64_t high = d.digits / 100000000, first = high / 100000000;
	sixteen_digits(high % 100000000, d.digits % 100000000, &middle, &low);
	int behind = low ? __builtin_clzll(low) : middle ? 64 + __builtin_clzll(middle) : 128; /* bits of zeros */
	return put_repr(buf, (char)('0' + first), middle + ZEROS, low + ZEROS, 17 - behind / 8, d.exponent + 16);
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
	return (size_t)(p - buf) + put_decimal(p, shortest(x));
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
