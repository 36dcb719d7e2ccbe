/*
 * contract_prices - what an instrument's contracts cost: a series for each, held in memory
 *
 * They come as a stream with columns time, instrument, contract and price, as
 * st-fetch contracts gives it, an instrument's rows together, time not going back
 * within a contract. Rows of one stamp are one: its last price that isn't missing.
 * 16 bytes a row, 24 with volumes, of one instrument at a time. Prices are in price points.
 */
#ifndef ST_ROLL_CONTRACT_PRICES_H
#define ST_ROLL_CONTRACT_PRICES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/names.h"
#include "roll/contract.h"
#include "roll/cycle.h"
#include "stream/rec.h"

struct contract_price {
	int64_t t;                      /* seconds, as time/date.h's stamps */
	double x;                       /* NaN when missing */
};

struct contract_price_series {
	int id;
	size_t n;                       /* at least 1, but all may be missing */
	struct contract_price *v;             /* times strictly increasing */
	double *volume;                 /* by row, NaN when missing; NULL unless they were asked for */
	size_t cap;                     /* private */
};

struct contract_prices {
	const char *code;               /* lasts as long as the process */
	struct contract_price_series *v;      /* ids strictly increasing, at least one */
	int n;
	/* private */
	struct rec r;
	int time, instrument, contract, price, volume;
	struct names codes;               /* met so far */
	bool more;                      /* r stands on the next instrument's first row */
	int cap, last;
};

/* Open a stream ("-" is standard input); dies when a column is missing. With volumes: of the column volume. */
void contract_prices_open(struct contract_prices *c, const char *path);
void contract_prices_open_volumes(struct contract_prices *c, const char *path);

/*
 * The next instrument's contracts in place of the last one's; false at the end.
 * Dies naming file, line and column on anything wrong.
 */
bool contract_prices_next(struct contract_prices *c);

/* The series of a contract, NULL when it has none. */
const struct contract_price_series *contract_prices_of(const struct contract_prices *c, int id);

/* The index of a series' first row at t or later; n when there is none. */
size_t contract_prices_from(const struct contract_price_series *s, int64_t t);

/* The price at exactly t, NaN when there is none. */
double contract_prices_at(const struct contract_price_series *s, int64_t t);

/* The cycle's first contract after id that has a series, the last before it; 0 when there is none. */
int contract_prices_after(const struct contract_prices *c, cycle months, int id);
int contract_prices_before(const struct contract_prices *c, cycle months, int id);

#endif
