#include "roll/furthest.h"

#include "base/mem.h"
#include "roll/contract_field.h"

struct roll_furthest
roll_furthest_read(struct rec *r)
{
	static const char *const names[] = { "price_contract", "carry_contract", "forward_contract" };
	enum { CONTRACTS = sizeof names / sizeof *names };
	struct roll_furthest t = { .id = NULL };
	int column[CONTRACTS], instrument = rec_need(r, "instrument");

	for (int k = 0; k < CONTRACTS; k++)
		column[k] = rec_need(r, names[k]);
	while (rec_next(r)) {
		int i = names_put(&t.codes, rec_name(r, instrument, "instrument")), most = 0;
		for (int k = 0; k < CONTRACTS; k++) {
			int id = contract_field_id((struct contract_field){ r, names[k] }, rec_text(r, column[k]));
			most = id > most ? id : most;
		}
		t.id = mem_grow(t.id, (size_t)t.codes.n, sizeof *t.id);
		t.id[i] = most;
	}
	return t;
}
