/*
 * num: what is printed reads back, is the shortest that does, and has repr's form
 *
 * The short list is of a CPython 3 run; the long loops are checked against the
 * C library: strtod for reading, snprintf for the digits.
 */
#include "base/num.h"

#include <math.h>
#include <time.h>

#include "test.h"

static const char *
printed(double x)
{
	static char s[NUM_MAX + 1];

	s[num_print(s, x)] = '\0';
	return s;
}

static double
bits(uint64_t u)
{
	double x;

	memcpy(&x, &u, sizeof x);
	return x;
}

static bool
parses(const char *s, double want)
{
	double x;

	return num_parse(s, strlen(s), &x) && same(x, want);
}

static bool
refuses(const char *s, size_t n)
{
	double x = 77;

	return !num_parse(s, n, &x) && x == 77;
}

static void
repr_of_python(void)
{
	static const struct {
		double x;
		const char *s;
	} v[] = {
		{ 0x0.0p+0, "0.0" }, { -0x0.0p+0, "-0.0" }, { 0x1.0p+0, "1.0" }, { 0x1.1cp+8, "284.0" }, { -0x1.8p+0, "-1.5" },
		{ 0x1.999999999999ap-4, "0.1" }, { 0x1.a36e2eb1c432dp-14, "0.0001" }, { 0x1.02e4b6ce5dc68p-13, "0.00012345" },
		{ 0x1.a36371ea531a8p-14, "9.999e-05" }, { 0x1.4f8b588e368f1p-17, "1e-05" }, { 0x1.f75104d551d69p-17, "1.5e-05" },
		{ 0x1.23ec6e52b8800p-14, "6.959999999936461e-05" }, { 0x1.d6f3454800000p+26, "123456789.125" },
		{ 0x1.c6bf526340000p+49, "1000000000000000.0" }, { 0x1.1c37937e07fffp+53, "9999999999999998.0" },
		{ 0x1.1c37937e08000p+53, "1e+16" }, { 0x1.5eddb25e04800p+53, "1.2345e+16" }, { 0x1.0f0cf064dd592p+73, "1e+22" },
		{ 0x1.52d02c7e14af6p+76, "1e+23" }, { 0x1.52d02c7e14af6p+77, "2e+23" }, { 0x1.0p+53, "9007199254740992.0" },
		{ 0x1.0p+54, "1.8014398509481984e+16" }, { 0x0.0000000000001p-1022, "5e-324" },
		{ 0x1.0p-1022, "2.2250738585072014e-308" }, { 0x0.fffffffffffffp-1022, "2.225073858507201e-308" },
		{ 0x1.fffffffffffffp+1023, "1.7976931348623157e+308" }, { 0x1.0p-44, "5.684341886080802e-14" },
		{ 0x1.0p+60, "1.152921504606847e+18" }, { 0x1.5555555555555p-2, "0.3333333333333333" },
		{ 0x1.5555555555555p-1, "0.6666666666666666" }, { 0x1.1666666666666p+2, "4.35" },
		{ 0x1.0aaaaaaaaaaabp+5, "33.333333333333336" }, { 0x1.dcd64fffffcb9p+29, "999999999.9999" },
		{ 0x1.dcd65000001a3p+29, "1000000000.00005" }, { 0x1.dcd64fffffe5dp+29, "999999999.99995" },
		{ 0x1.a36e2eb1c432dp-15, "5e-05" }, { 0x1.a36e2eb1c432ep-15, "5.000000000000001e-05" },
		{ 0x1.c7e83209e90b2p+72, "8.41e+21" }, { 0x0.00000000000c0p-1022, "9.5e-322" },
		{ 0x1.055dc36f24000p+62, "4.708356024711512e+18" }, { 0x1.052961c6f8000p+63, "9.409340012568248e+18" },
	};

	for (size_t i = 0; i < sizeof v / sizeof *v; i++)
		CHECK(strcmp(printed(v[i].x), v[i].s) == 0);
	CHECK(num_print((char[NUM_MAX]){ 0 }, NAN) == 0);
	CHECK(num_print((char[NUM_MAX]){ 0 }, -NAN) == 0);
}

static const char *
printed_int(double x)
{
	static char s[NUM_MAX + 1];

	s[num_print_int(s, x)] = '\0';
	return s;
}

static void
whole_numbers(void)
{
	CHECK(strcmp(printed_int(0), "0") == 0);
	CHECK(strcmp(printed_int(-0.0), "0") == 0);
	CHECK(strcmp(printed_int(-12), "-12") == 0);
	CHECK(strcmp(printed_int(999999999999999), "999999999999999") == 0);
	CHECK(strcmp(printed_int(-999999999999999), "-999999999999999") == 0);
	CHECK(strcmp(printed_int(NAN), "") == 0);
}

static void
parses_decimals(void)
{
	CHECK(parses("0", 0.0));
	CHECK(parses("-0", -0.0));
	CHECK(parses("+1", 1.0));
	CHECK(parses("1.", 1.0));
	CHECK(parses(".5", 0.5));
	CHECK(parses("-.5e1", -5.0));
	CHECK(parses("+.5e+01", 5.0));
	CHECK(parses("010", 10.0));
	CHECK(parses("08.50", 8.5));
	CHECK(parses("1E5", 1e5));
	CHECK(parses("1e-5", 1e-5));
	CHECK(parses("00000000000000000000000000000000001", 1.0));
	CHECK(parses("0.00000000000000000000000000000000001", 1e-35));
	CHECK(parses("9007199254740993", 9007199254740992.0));
	CHECK(parses("9007199254740993.00000000000000000000001", 9007199254740994.0));
	CHECK(parses("1.7976931348623157e308", 1.7976931348623157e308));
	CHECK(parses("4.9406564584124654e-324", 5e-324));
	CHECK(parses("2.2250738585072011e-308", 2.225073858507201e-308));
	CHECK(parses("18446744073709551616", 18446744073709551616.0));
	CHECK(parses("9999999999999999999", 1e19));
}

/* What would become 0 without being it is refused, like what would become infinite. */
static void
refuses_underflow(void)
{
	CHECK(refuses("1e-400", 6));
	CHECK(refuses("-1e-400", 7));
	CHECK(refuses("2.4703282292062327e-324", 23));
	CHECK(parses("2.4703282292062328e-324", 5e-324));
	CHECK(parses("0e999", 0.0));
	CHECK(parses("0.0e-999", 0.0));
}

static void
refuses_all_else(void)
{
	static const char *const bad[] = { "", ".", "-", "+", "e", "e5", ".e5", "-.", "1e", "1e+", "1e-", "1..2", "1.2.3", "--1",
		"++1", "+-1", "-+1", "- 1", " 1", "1 ", "1\n", "\t1", "nan", "NaN", "-nan", "+nan", "nan(1)", "inf", "-inf", "+inf",
		"INF", "infinity", "0x10", "0X1p3", "1p3", "0b1", "1f", "1d5", "1e5.0", "1e5e5", "1,5", "1_000", "1'000", "1e400",
		"-1e400", "1.7976931348623159e308", "1e99999999999999999999", "#", "1-", "1+1", "½", "１", "1%", "$1", "(1)", "None",
		"NA", "null", "true" };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		CHECK(refuses(bad[i], strlen(bad[i])));
	CHECK(refuses("1\0", 2));
	CHECK(refuses("\0", 1));
}

/* It looks at n bytes, not at what lies behind. */
static void
stops_at_n(void)
{
	double x;

	CHECK(num_parse("12345", 2, &x) && x == 12);
	CHECK(num_parse("1e55", 3, &x) && x == 1e5);
	CHECK(refuses("1e5", 2));
	CHECK(num_parse("1.5,7", 3, &x) && x == 1.5);
}

/* The significant digits of a printed number and the exponent of the first; false on any other form than repr's. */
static bool
repr_digits(const char *s, char *digits, int *n, int *e)
{
	const char *p = s + (*s == '-'), *mark = strchr(p, 'e'), *end = mark ? mark : p + strlen(p);
	const char *dot = memchr(p, '.', (size_t)(end - p));
	int lead = 0;

	*n = 0;
	for (const char *q = p; q < end; q++)
		if (q != dot && (*q != '0' || *n))
			digits[(*n)++] = *q;
		else if (q != dot && !*n)
			lead++;
	if (mark) {
		*e = atoi(mark + 1);
		return (*e < -4 || *e >= 16) && (mark[1] == '+' || mark[1] == '-') && strlen(mark) >= 4 &&
		    (strlen(mark) == 4 || mark[2] != '0') && (dot ? dot == p + 1 : end == p + 1) && *p != '0' &&
		    digits[*n - 1] != '0';
	}
	if (!dot || dot == p || dot + 1 == end || (end[-1] == '0' && dot + 2 != end) || (*p == '0' && dot != p + 1))
		return false;
	*e = *p == '0' ? -lead : (int)(dot - p) - 1;
	while (*n > 1 && digits[*n - 1] == '0')
		(*n)--;
	return *n == 0 || (*e >= -4 && *e < 16);
}

/* d digits as an integer times 10^e reads back as |x|? */
static bool
reads_back(uint64_t d, int e, double x, bool by_library)
{
	char s[64];
	double y;

	/* by hand, as a printf for each of many millions takes too long */
	size_t n = num_print_int(s, (double)d);
	if (d >= 1000000000000000u)
		n = (size_t)snprintf(s, sizeof s, "%llu", (unsigned long long)d);
	s[n++] = 'e';
	if (e < 0)
		s[n++] = '-';
	n += num_print_int(s + n, abs(e));
	s[n] = '\0';
	if (by_library)
		return strtod(s, NULL) == x;
	return num_parse(s, n, &y) && y == x;
}

/*
 * Print x: it must read back to the bit; of the decimals with one digit less the
 * two beside it must not (those that read back as x lie together, so then none
 * does, nor any shorter); the form must be repr's. `thorough` asks the C library.
 */
static bool
right(double x, bool thorough)
{
	char s[NUM_MAX + 1], d[32], lib[40];
	size_t len = num_print(s, x);
	int n, e;
	double back;

	s[len] = '\0';
	if (!num_parse(s, len, &back) || !same(back, x) || !repr_digits(s, d, &n, &e) || (s[0] == '-') != !!signbit(x))
		return false;
	if (n == 0)
		return x == 0;
	if (n > 17)
		return false;
	x = fabs(x);
	if (n > 1) {
		uint64_t m = 0;
		for (int i = 0; i < n - 1; i++)
			m = m * 10 + (uint64_t)(d[i] - '0');
		if (reads_back(m, e - n + 2, x, thorough) || reads_back(m + 1, e - n + 2, x, thorough))
			return false;
	}
	if (!thorough)
		return true;
	if (strtod(s + (s[0] == '-'), NULL) != x)
		return false;
	/* the nearest of its length; where that one does not read back (beside a power of two), another is right */
	snprintf(lib, sizeof lib, "%.*e", n - 1, x);
	return strtod(lib, NULL) != x || (lib[0] == d[0] && (n == 1 || memcmp(lib + 2, d + 1, (size_t)n - 1) == 0));
}

enum { THOROUGH = 16 }; /* one of so many */

#define CHECK_MANY(count, x) \
	for (long i = 0; i < (count) / TEST_SLOW; i++) { \
		double x_ = (x); \
		if (isfinite(x_) && !right(x_, i % THOROUGH == 0)) \
			printf("# %a: %s\n", x_, printed(x_)); \
		CHECK(!isfinite(x_) || right(x_, false)); \
	}

static const double tens[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10 };

static double
sign(double x)
{
	return test_random() & 1 ? x : -x;
}

static void
shortest_of_random_bits(void)
{
	CHECK_MANY(2000000, bits(test_random()));
}

/* Prices: up to nine digits with 0 to 8 of them behind the point. */
static void
shortest_of_decimals(void)
{
	CHECK_MANY(3000000, sign((double)(test_random() % 1000000000) / tens[test_random() % 9]));
}

/* What arithmetic makes of prices: all 17 digits, magnitudes near 1. */
static void
shortest_of_computed(void)
{
	CHECK_MANY(3000000, sign((double)(test_random() >> 11) / (double)((test_random() >> 20) + 1)));
}

static void
shortest_of_integers(void)
{
	CHECK_MANY(1000000, sign((double)(test_random() >> (test_random() % 64))));
}

static void
shortest_of_subnormals(void)
{
	CHECK_MANY(600000, bits(test_random() >> (12 + test_random() % 52)));
}

/* Around every power of ten and of two, some steps each way. */
static void
shortest_of_powers(void)
{
	enum { STEPS = 100 / (TEST_SLOW > 10 ? 10 : 1) };
	char s[16];
	long n = 0;

	for (int e = -323; e <= 308; e++) {
		snprintf(s, sizeof s, "1e%d", e);
		double x = strtod(s, NULL);
		for (int k = 0; k < STEPS; k++)
			x = nextafter(x, 0);
		for (int k = -STEPS; k <= STEPS; k++, n++, x = nextafter(x, INFINITY))
			CHECK(right(x, true));
	}
	for (int e = -1074; e <= 1023; e++) {
		double x = ldexp(1, e);
		for (int k = 0; k < STEPS; k++)
			x = nextafter(x, 0);
		for (int k = -STEPS; k <= STEPS && isfinite(x); k++, n++, x = nextafter(x, INFINITY))
			CHECK(right(x, k >= -2 && k <= 2));
	}
	printf("# %ld around powers\n", n);
}

/* Text into num_parse and strtod: the same number, or none where it overflows or vanishes. */
static bool
agrees(const char *s)
{
	double x = 0, want = strtod(s, NULL);
	bool ok = num_parse(s, strlen(s), &x), lost = isinf(want) || (want == 0 && strcspn(s, "123456789") < strcspn(s, "eE"));

	if (ok == !lost && (!ok || same(x, want)))
		return true;
	printf("# %s: %a, not %a\n", s, x, want);
	return false;
}

static char *
put_digits(char *p, unsigned n)
{
	while (n--)
		*p++ = (char)('0' + test_random() % 10);
	return p;
}

static void
parse_random_text(void)
{
	char s[128];

	for (long i = 0; i < 1500000 / TEST_SLOW; i++) {
		unsigned shape = (unsigned)(test_random() % 4), e = test_random() % 4;
		char *p = s;
		if (test_random() & 1)
			*p++ = "+-"[test_random() & 1];
		p = put_digits(p, 1 + (unsigned)(test_random() % (shape == 0 ? 25 : 8)));
		if (shape) {
			*p++ = '.';
			p = put_digits(p, 1 + (unsigned)(test_random() % (shape == 3 ? 25 : 8)));
		}
		*p = '\0';
		if (e == 0)
			sprintf(p, "e%d", (int)(test_random() % 700) - 350);
		else if (e == 1)
			sprintf(p, "%c%s%02d", "eE"[i & 1], i & 2 ? "-" : "+", (int)(test_random() % 40));
		CHECK(agrees(s));
	}
}

/* Exactly between two doubles, and a digit above and below: where rounding is hardest. */
static void
parse_halfway(void)
{
	char s[1200];

	for (long i = 0; i < 100000 / TEST_SLOW; i++) {
		/* x + half its last bit, written out: exact in long double's 64 bits */
		int e = (int)(test_random() % 120) - 60;
		long double m = (long double)((test_random() >> 11) | (uint64_t)1 << 52) + 0.5L;
		int n = snprintf(s, sizeof s, "%.130Lf", ldexpl(m, e));
		CHECK(agrees(s));
		s[n] = '1';
		s[n + 1] = '\0';
		CHECK(agrees(s));
		snprintf(s, sizeof s, "%.*Le", 16 + (int)(test_random() % 10), ldexpl(m, e));
		CHECK(agrees(s));
	}
}

/* pandas' way: the same refusals, the same number up to 15 digits, and never far off. */
static void
parse_as_pandas(void)
{
	char s[64];
	double x, y = 77;

	for (long i = 0; i < 300000 / TEST_SLOW; i++) {
		char *p = put_digits(s + 1, (unsigned)(test_random() % 4));
		s[0] = (char)('1' + i % 9);
		*p++ = '.';
		p = put_digits(p, 1 + (unsigned)(test_random() % 20));
		CHECK(num_parse(s, (size_t)(p - s), &x) && num_parse_pandas(s, (size_t)(p - s), &y));
		CHECK(p - s <= 16 ? same(x, y) : fabs(x - y) <= 1e-15 * x);
	}
	y = 77;
	CHECK(!num_parse_pandas("1e400", 5, &y) && !num_parse_pandas("nan", 3, &y) && !num_parse_pandas("", 0, &y) &&
	    !num_parse_pandas("12345678901234567x", 18, &y) && y == 77);
}

static double
seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

/* Reported, never judged: machines differ. */
static void
timing(void)
{
	enum { N = 1000, ROUNDS = 1000 / (TEST_SLOW > 10 ? 10 : 1) };
	static char text[N][NUM_MAX];
	static size_t len[N];
	static double v[N];

	for (int kind = 0; kind < 2; kind++) {
		double sum = 0;
		for (int i = 0; i < N; i++)
			v[i] = kind ? (double)(test_random() >> 11) / 3e12 : (double)(test_random() % 10000000) / 100;
		double t0 = seconds();
		for (int k = 0; k < ROUNDS; k++)
			for (int i = 0; i < N; i++)
				len[i] = num_print(text[i], v[i]);
		double t1 = seconds();
		for (int k = 0; k < ROUNDS; k++)
			for (int i = 0; i < N; i++) {
				double x = 0;
				num_parse(text[i], len[i], &x);
				sum += x;
			}
		double t2 = seconds(), per = 1e9 / ((double)N * ROUNDS);
		printf("# %s: print %.0f ns, parse %.0f ns\n", kind ? "17 digits" : "prices", (t1 - t0) * per, (t2 - t1) * per);
		CHECK(sum != 0);
	}
}

int
main(void)
{
	RUN(repr_of_python);
	RUN(whole_numbers);
	RUN(parses_decimals);
	RUN(refuses_underflow);
	RUN(refuses_all_else);
	RUN(stops_at_n);
	RUN(shortest_of_random_bits);
	RUN(shortest_of_decimals);
	RUN(shortest_of_computed);
	RUN(shortest_of_integers);
	RUN(shortest_of_subnormals);
	RUN(shortest_of_powers);
	RUN(parse_random_text);
	RUN(parse_halfway);
	RUN(parse_as_pandas);
	RUN(timing);
	return test_end();
}
