#include "roll/cycle.h"

#include <string.h>

#include "roll/contract.h"

static const char letters[] = "FGHJKMNQUVXZ";

bool
cycle_parse(struct slice s, cycle *c)
{
	cycle months = 0;

	for (size_t i = 0; i < s.n; i++) {
		const char *at = memchr(letters, s.p[i], 12);
		if (!at || months & 1u << (at - letters))
			return false;
		months |= 1u << (at - letters);
	}
	if (!months)
		return false;
	*c = months;
	return true;
}

void
cycle_print(char buf[13], cycle c)
{
	for (int m = 0; m < 12; m++)
		if (c & 1u << m)
			*buf++ = letters[m];
	*buf = '\0';
}

int
cycle_length(cycle c)
{
	return __builtin_popcount(c);
}

char
cycle_letter(int id)
{
	return letters[id / 100 % 100 - 1];
}

bool
cycle_has(cycle c, int id)
{
	return c & 1u << (id / 100 % 100 - 1);
}

static int
step(cycle c, int id, int by)
{
	int month = id / 10000 * 12 + id / 100 % 100 - 1;

	do
		month += by;
	while (!(c & 1u << month % 12));
	return contract_id(month / 12, month % 12 + 1) + id % 100;
}

int
cycle_next(cycle c, int id)
{
	return step(c, id, 1);
}

int
cycle_previous(cycle c, int id)
{
	return step(c, id, -1);
}
