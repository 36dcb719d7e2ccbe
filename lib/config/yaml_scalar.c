#include "config/yaml_scalar.h"

#include <stdbool.h>
#include <string.h>

#include "base/die.h"
#include "base/num.h"

static bool
among(struct slice s, const char *const *words)
{
	for (; *words; words++)
		if (slice_is(s, *words))
			return true;
	return false;
}

static bool
is_digits(const char *p, const char *digits)
{
	return *p && p[strspn(p, digits)] == '\0';
}

/* "12:30" and its like, which YAML 1.1 counts by sixties. */
static bool
is_base60(const char *p)
{
	size_t n = strspn(p, "0123456789");

	if (n == 0 || p[n] != ':')
		return false;
	while (p[n] == ':') {
		size_t k = strspn(p + ++n, "0123456789");
		if (k == 0 || k > 2 || (k == 2 && p[n] > '5'))
			return false;
		n += k;
	}
	return p[n] == '\0' || (p[n] == '.' && p[n + 1 + strspn(p + n + 1, "0123456789")] == '\0');
}

/* The base of a whole number without its sign, *p moved to its digits; 0 when it is none. */
static int
base_of(const char **p)
{
	const char *s = *p;

	if (*s != '0')
		return is_digits(s, "0123456789") ? 10 : 0;
	if (s[1] == '\0')
		return 10;
	*p = s + 2;
	if (s[1] == 'x')
		return is_digits(s + 2, "0123456789abcdefABCDEF") ? 16 : 0;
	if (s[1] == 'b')
		return is_digits(s + 2, "01") ? 2 : 0;
	if (s[1] == 'o')
		return is_digits(s + 2, "01234567") ? 8 : 0;
	*p = s + 1;
	return is_digits(s + 1, "01234567") ? 8 : 0;
}

static json_t *
whole(const char *digits, int base, bool negative, const char *place)
{
	json_int_t v = 0;

	for (const char *p = digits; *p; p++) {
		int d = *p <= '9' ? *p - '0' : (*p | 0x20) - 'a' + 10;
		if (__builtin_mul_overflow(v, (json_int_t)base, &v) || __builtin_sub_overflow(v, (json_int_t)d, &v))
			die("%s: a whole number too large: \"%.80s\"", place, digits);
	}
	if (!negative && __builtin_sub_overflow((json_int_t)0, v, &v))
		die("%s: a whole number too large: \"%.80s\"", place, digits);
	return json_integer(v);
}

/* A plain scalar that reads as a number, or NULL. */
static json_t *
number(struct slice s, const char *place)
{
	static const char *const infinite[] = { ".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN", NULL };
	char buf[512];
	size_t n = 0;
	double x;

	bool sign = s.n && (s.p[0] == '-' || s.p[0] == '+');
	struct slice body = { s.p + sign, s.n - sign };
	if (among(body, infinite))
		die("%s: not a finite number: \"%.*s\"", place, SLICE(s));
	if (body.n == 0 || body.n >= sizeof buf || !strchr(".0123456789", body.p[0]))
		return NULL;
	for (size_t i = 0; i < body.n; i++)
		if (body.p[i] != '_')
			buf[n++] = body.p[i];
	buf[n] = '\0';
	if (is_base60(buf))
		die("%s: a base-60 number; text wants quotes: \"%.*s\"", place, SLICE(s));
	const char *digits = buf;
	int base = base_of(&digits);
	if (base)
		return whole(digits, base, s.p[0] == '-', place);
	if (!strpbrk(buf, ".eE") || !num_parse(buf, n, &x))
		return NULL;
	return json_real(s.p[0] == '-' ? -x : x);
}

json_t *
yaml_scalar_plain(struct slice s, const char *place)
{
	static const char *const null[] = { "", "~", "null", "Null", "NULL", NULL };
	static const char *const yes[] = { "true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON", NULL };
	static const char *const no[] = { "false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF", NULL };
	json_t *v;

	if (among(s, null))
		return json_null();
	if (among(s, yes))
		return json_true();
	if (among(s, no))
		return json_false();
	v = number(s, place);
	return v ? v : json_stringn(s.p, s.n);
}
