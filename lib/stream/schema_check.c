/* What is wrong with a value: schema_check of stream/schema.h. */
#include "stream/schema.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "time/date.h"
#include "time/stamp.h"

static const char *const format_wrong[] = { "", "not a date", "not a time", "not an instrument", "not a contract",
	"not a currency", "not a pair of currencies" };

static bool
is_digits(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] < '0' || p[i] > '9')
			return false;
	return true;
}

static bool
is_upper(struct slice s, size_t n)
{
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] < 'A' || s.p[i] > 'Z')
			return false;
	return s.n == n;
}

static bool
is_stamp(struct slice s)
{
	int64_t t;

	if (s.n != 10 && s.n != 16 && !(s.n == 19 && s.p[16] == ':'))
		return false;
	return stamp_parse(s, &t);
}

static bool
is_instrument(struct slice s)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i], letter = c | 0x20;
		if (!(letter >= 'a' && letter <= 'z') && !(c >= '0' && c <= '9') && c != '_' && (c != '-' || i == 0))
			return false;
	}
	return s.n > 0;
}

static bool
is_contract(struct slice s)
{
	if ((s.n != 6 && s.n != 8) || !is_digits(s.p, s.n))
		return false;
	int month = (s.p[4] - '0') * 10 + s.p[5] - '0';
	int day = s.n == 8 ? (s.p[6] - '0') * 10 + s.p[7] - '0' : 0;
	return month >= 1 && month <= 12 && day <= 31;
}

static bool
is_of_format(enum schema_format f, struct slice s)
{
	int day;

	switch (f) {
	case FORMAT_NONE:
		break;
	case FORMAT_DATE:
		return s.n == 10 && date_parse(s, &day);
	case FORMAT_STAMP:
		return is_stamp(s);
	case FORMAT_INSTRUMENT:
		return is_instrument(s);
	case FORMAT_CONTRACT:
		return is_contract(s);
	case FORMAT_CURRENCY:
		return is_upper(s, 3);
	case FORMAT_CURRENCY_PAIR:
		return is_upper(s, 6);
	}
	return true;
}

/* "below 0.0" */
static const char *
limit(const char *what, double x)
{
	static char s[64];
	char n[NUM_MAX + 1];

	n[num_print(n, x)] = '\0';
	snprintf(s, sizeof s, "%s %s", what, n);
	return s;
}

static const char *
wrong_number(const struct schema_column *c, struct slice v)
{
	double x;

	if (!num_parse(v.p, v.n, &x))
		return "not a number";
	if (c->type == SCHEMA_INTEGER && x != floor(x))
		return "not a whole number";
	if (c->above && !(x > c->min))
		return limit("not above", c->min);
	if (x < c->min)
		return limit("below", c->min);
	if (x > c->max)
		return limit("above", c->max);
	return NULL;
}

static const char *
wrong_text(const struct schema_column *c, struct slice v)
{
	static char s[256];
	size_t n = 0;

	if ((double)v.n < c->min_length)
		return "too short";
	if (!is_of_format(c->format, v))
		return format_wrong[c->format];
	if (!c->allowed.n || names_get(&c->allowed, v) >= 0)
		return NULL;
	n += (size_t)snprintf(s, sizeof s, "none of");
	for (int i = 0; i < c->allowed.n && n < sizeof s; i++)
		n += (size_t)snprintf(s + n, sizeof s - n, " %s", c->allowed.name[i]);
	return s;
}

const char *
schema_check(const struct schema_column *c, struct slice value)
{
	if (value.n == 0)
		return c->missing ? NULL : "empty";
	return c->type == SCHEMA_STRING ? wrong_text(c, value) : wrong_number(c, value);
}
