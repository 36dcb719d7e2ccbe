#include "roll/contract.h"

#include <string.h>

#include "time/date.h"

static bool
digits(struct slice s, int *value)
{
	*value = 0;
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] < '0' || s.p[i] > '9')
			return false;
		*value = *value * 10 + (s.p[i] - '0');
	}
	return true;
}

static bool
is_real(int id)
{
	int y = 0, m = 0, d = 0;

	/* Years of four digits, and room for a step either way. */
	if (id < 10000000 || id > 99989999 || id / 100 % 100 < 1 || id / 100 % 100 > 12)
		return false;
	if (id % 100 == 0)
		return true;
	date_civil(contract_day(id), &y, &m, &d);
	return y * 10000 + m * 100 + d == id;
}

bool
contract_parse(struct slice s, int *id)
{
	int n;

	if ((s.n != 6 && s.n != 8) || !digits(s, &n))
		return false;
	if (s.n == 6)
		n *= 100;
	if (!is_real(n))
		return false;
	*id = n;
	return true;
}

int
contract_legs(struct slice s, int *id)
{
	int n = 0;

	for (;;) {
		const char *bar = memchr(s.p, '_', s.n);
		struct slice leg = { s.p, bar ? (size_t)(bar - s.p) : s.n };
		if (n == SPREAD_LEGS || !contract_parse(leg, &id[n++]))
			return 0;
		if (!bar)
			return n > 1 ? n : 0;
		s = (struct slice){ bar + 1, s.n - leg.n - 1 };
	}
}

size_t
contract_print(char *buf, int id)
{
	for (int i = CONTRACT_MAX - 1; i >= 0; i--, id /= 10)
		buf[i] = (char)('0' + id % 10);
	return CONTRACT_MAX;
}

void
contract_put(struct out *o, int id)
{
	out_room(o, CONTRACT_MAX);
	o->n += contract_print(o->buf + o->n, id);
}

int
contract_id(int year, int month)
{
	return year * 10000 + month * 100;
}

int
contract_day(int id)
{
	int d = id % 100;

	return date_of(id / 10000, id / 100 % 100, d ? d : 1);
}
