/*
 * fuzz-num - num_parse against strtod, and num_print against both
 *
 * The input as text: a number exactly when it has the form of one and strtod makes
 * neither an infinity nor a false 0 of it, and then the same double. Its first
 * eight bytes as a double: what is printed reads back.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/num.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const char *
digits(const char *p)
{
	return p + strspn(p, "0123456789");
}

/* [+-]digits[.digits][e[+-]digits], digits on at least one side of the point, to the NUL at end. */
static bool
is_number(const char *p, const char *end)
{
	p += *p == '+' || *p == '-';
	const char *whole = digits(p), *point = *whole == '.' ? whole + 1 : whole, *rest = digits(point);
	if (whole == p && rest == point)
		return false;
	if (*rest == 'e' || *rest == 'E') {
		const char *e = rest + 1;
		e += *e == '+' || *e == '-';
		rest = digits(e);
		if (rest == e)
			return false;
	}
	return rest == end;
}

static bool
same(double a, double b)
{
	return memcmp(&a, &b, sizeof a) == 0;
}

static void
check_text(const char *s, size_t n)
{
	double x = 77, want = strtod(s, NULL);
	bool lost = isinf(want) || (want == 0 && strcspn(s, "123456789") < strcspn(s, "eE"));
	bool ok = num_parse(s, n, &x);

	if (ok != (is_number(s, s + n) && !lost))
		abort();
	if (!same(x, ok ? want : 77))
		abort();
	if (num_parse_pandas(s, n, &x) != ok || (ok ? !isfinite(x) : x != 77))
		abort();
}

static void
check_double(double x)
{
	char s[NUM_MAX + 1];
	double back;
	size_t n = num_print(s, x);

	s[n] = '\0';
	if (isnan(x) ? n != 0 : n > NUM_MAX || !is_number(s, s + n) || !num_parse(s, n, &back) || !same(back, x) ||
	    !same(strtod(s, NULL), x))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *s = malloc(size + 1);
	double x;

	if (size)
		memcpy(s, data, size);
	s[size] = '\0';
	check_text(s, size);
	if (size >= sizeof x) {
		memcpy(&x, data, sizeof x);
		if (!isinf(x))
			check_double(x);
	}
	free(s);
	return 0;
}
