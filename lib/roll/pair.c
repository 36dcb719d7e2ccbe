#include "roll/pair.h"

#include <string.h>

#include "base/die.h"

void
roll_pair_open(struct roll_pair *p, const char *contracts, const char *multiple)
{
	p->path = multiple;
	p->multiple = (struct multiple_prices){ .n = 0 };
	contract_prices_open(&p->contracts, contracts);
	multiple_prices_open(&p->reader, multiple);
}

bool
roll_pair_next(struct roll_pair *p)
{
	struct multiple_prices *m = &p->multiple;
	bool more = contract_prices_next(&p->contracts), beside = multiple_prices_next(&p->reader, m);
	const char *code = p->contracts.code;

	if (!more && beside)
		die("%s: no contract prices of '%s'", p->path, m->code);
	if (more && !beside)
		die("%s: no multiple prices of '%s', which has contract prices", p->path, code);
	if (more && strcmp(m->code, code) != 0)
		die("%s: multiple prices of '%s' where the contract prices are those of '%s'", p->path, m->code, code);
	return more;
}
