#include "trade/contract_choice.h"

#include <stdlib.h>

#include "base/mem.h"
#include "base/num.h"
#include "data/price_file.h"
#include "roll/contract.h"

static int
contract_of(const struct price_file *p, int column)
{
	struct slice s = rec_text(&p->r, column);
	int id = 0;

	if (s.n && !contract_parse(s, &id))
		price_file_bad(p, column, "not a contract");
	return id;
}

bool
contract_choice_read(struct contract_choice *c, struct data *d, const char *instrument, struct wrong *w)
{
	static const char *const price[] = { "PRICE", "FORWARD", "CARRY" };
	static const char *const contract[] = { "PRICE_CONTRACT", "FORWARD_CONTRACT", "CARRY_CONTRACT" };
	int price_at[CONTRACT_CHOICE_COLUMNS], contract_at[CONTRACT_CHOICE_COLUMNS];
	struct price_file p;

	*c = (struct contract_choice){ .n = 0 };
	if (!price_file_open(&p, d, "multiple_prices_csv", instrument, INT64_MIN, INT64_MAX))
		return wrong_say(w, "no multiple prices of %s: which contract is priced?", instrument);
	for (int i = 0; i < CONTRACT_CHOICE_COLUMNS; i++) {
		price_at[i] = price_file_column(&p, price[i]);
		contract_at[i] = price_file_column(&p, contract[i]);
	}
	while (price_file_next(&p)) {
		c->row = mem_grow(c->row, (size_t)c->n + 1, sizeof *c->row);
		for (int i = 0; i < CONTRACT_CHOICE_COLUMNS; i++) {
			c->row[c->n].contract[i] = contract_of(&p, contract_at[i]);
			c->row[c->n].price[i] = rec_num(&p.r, price_at[i], price[i]);
		}
		c->n++;
	}
	c->priced = c->n ? c->row[c->n - 1].contract[0] : 0;
	c->forward = c->n ? c->row[c->n - 1].contract[1] : 0;
	return c->priced || wrong_say(w, "multiple prices of %s end without a priced contract", instrument);
}

static double
price_in(const struct contract_choice_row *r, int contract)
{
	for (int i = 0; i < CONTRACT_CHOICE_COLUMNS; i++)
		if (r->contract[i] == contract && r->price[i] == r->price[i])
			return r->price[i];
	return num_missing();
}

void
contract_choice_prices(const struct contract_choice *c, int a, int b, double *price_a, double *price_b)
{
	for (int i = c->n - 1; i >= 0; i--) {
		*price_a = price_in(&c->row[i], a);
		*price_b = price_in(&c->row[i], b);
		if (*price_a == *price_a && *price_b == *price_b)
			return;
	}
	*price_a = *price_b = num_missing();
}

void
contract_choice_free(struct contract_choice *c)
{
	free(c->row);
}
