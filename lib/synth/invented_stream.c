/* Invented markets as a stream. */
#include "synth/invented.h"

#include <stdio.h>

#include "synth/market_files.h"
#include "synth/quoted_contracts.h"

static void
print_contract(void *out, const char *code, const struct quoted_contract *l)
{
	char between[96];

	snprintf(between, sizeof between, ",%s,%08d", code, l->contract);
	for (size_t i = 0; i < l->n; i++)
		market_files_bar(out, between, &l->bar[i]);
}

static void
print_multiple(struct out *o, struct quotes q)
{
	while (quotes_next(&q))
		for (int k = 0; k < q.n; k++)
			market_files_stream(o, q.code, &q.row[k]);
}

void
invented_stream(const struct invented *v, struct out *o)
{
	out_str(o, v->contracts ? "time,instrument,contract,open,high,low,price,volume\n" :
	    "time,instrument,price,price_contract,carry,carry_contract,forward,forward_contract\n");
	for (int i = 0; i < v->instruments; i++) {
		struct quotes q = quotes_of(v->seed, i, &v->period);
		if (v->contracts)
			quoted_contracts_each(q, print_contract, o);
		else
			print_multiple(o, q);
	}
}
