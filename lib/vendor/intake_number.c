#include "vendor/intake_number.h"

#include <stdio.h>

#include "base/die.h"

enum { CELL = 64, EXPONENT = 8 }; /* bytes of a number as it came; of the exponent that a suffix means */

static bool
is_missing(const struct intake *k, struct slice s)
{
	for (size_t i = 0; i < json_array_size(k->missing); i++)
		if (slice_is(s, json_string_value(json_array_get(k->missing, i))))
			return true;
	return s.n == 0;
}

static bool
groups(const struct intake *k, char c)
{
	return c && strchr(k->thousands, c);
}

/* How many bytes at the beginning are a number's sign and whole part, in *n; false when its groups are not of three digits. */
static bool
whole_part(const struct intake *k, struct slice s, size_t *n)
{
	size_t i = 0, run = 0;
	bool grouped = false;

	for (; i < s.n; i++) {
		if (s.p[i] >= '0' && s.p[i] <= '9') {
			run++;
		} else if (groups(k, s.p[i])) {
			if (i > 0 && groups(k, s.p[i - 1]) && (s.p[i] & 0xc0) == 0x80)
				continue; /* the rest of a character of UTF-8 */
			if (run == 0 || run > 3 || (grouped && run != 3))
				return false;
			grouped = true;
			run = 0;
		} else if (i > 0 || !strchr("+-", s.p[0])) {
			break;
		}
	}
	*n = i;
	return !grouped || run == 3;
}

/* The power of ten that stands behind a number, taken off it: the longest suffix that fits. */
static int
suffix(const struct intake *k, struct slice *s)
{
	size_t longest = 0;
	const char *text;
	json_t *v;
	int power = 0;

	json_object_foreach((json_t *)k->suffixes, text, v) {
		size_t n = strlen(text);
		if (n > longest && n < s->n && memcmp(s->p + s->n - n, text, n) == 0) {
			longest = n;
			power = (int)json_integer_value(v);
		}
	}
	s->n -= longest;
	return power;
}

/* As num_parse reads it: without groups, with a point, a suffix as an exponent. */
static bool
plain(const struct intake *k, struct slice s, char buf[CELL + EXPONENT], size_t *n)
{
	int power = suffix(k, &s);
	size_t whole;

	if (s.n > CELL || !whole_part(k, s, &whole))
		return false;
	*n = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (i < whole && groups(k, s.p[i]))
			continue;
		if (s.p[i] == '.' && k->decimal != '.')
			return false;
		buf[(*n)++] = s.p[i] == k->decimal ? '.' : s.p[i];
	}
	if (power && memchr(buf, 'e', *n))
		return false;
	if (power)
		*n += (size_t)snprintf(buf + *n, EXPONENT, "e%d", power);
	return true;
}

double
intake_number(const struct intake *k, const struct bars *b, long at, const char *column, struct slice s)
{
	char buf[CELL + EXPONENT];
	size_t n;
	double x;

	if (is_missing(k, s))
		return num_missing();
	if (!plain(k, s, buf, &n) || !num_parse(buf, n, &x))
		die("%s: column '%s': not a number: \"%.*s\"", bars_place(b, at), column, SLICE(s));
	return x;
}
