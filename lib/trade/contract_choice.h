/*
 * contract_choice - which contract of an instrument is priced now, which one it will be rolled into, and what each cost
 *
 * As its multiple prices say: the last row names the contracts; a contract's price is in whichever column it stood then.
 */
#ifndef ST_TRADE_CONTRACT_CHOICE_H
#define ST_TRADE_CONTRACT_CHOICE_H

#include "base/wrong.h"
#include "data/data_folder.h"

enum { CONTRACT_CHOICE_COLUMNS = 3 };

struct contract_choice_row {
	int contract[CONTRACT_CHOICE_COLUMNS];  /* priced, forward, carry: roll/contract.h's ids, 0 when missing */
	double price[CONTRACT_CHOICE_COLUMNS];  /* points, NaN when missing */
};

struct contract_choice {
	int priced, forward;                    /* 0 when missing */
	/* private */
	struct contract_choice_row *row;
	int n;
};

/* Wrong when the instrument has no multiple prices, or they end without a priced contract. contract_choice_free frees it. */
bool contract_choice_read(struct contract_choice *c, struct data *d, const char *instrument, struct wrong *w);

/* The prices of two contracts at the last time that both had one; NaN when they never had. */
void contract_choice_prices(const struct contract_choice *c, int a, int b, double *price_a, double *price_b);

void contract_choice_free(struct contract_choice *c);

#endif
