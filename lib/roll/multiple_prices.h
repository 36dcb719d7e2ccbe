/*
 * multiple_prices - multiple prices: of the contract held, the one for carry and the one to be rolled into
 *
 * An instrument's rows in memory, 48 bytes each, times strictly increasing; prices
 * are in price points. The stream has columns time, instrument, price,
 * price_contract, carry, carry_contract, forward, forward_contract, as
 * st-fetch --no-adjusted gives it, an instrument's rows together.
 */
#ifndef ST_ROLL_MULTIPLE_PRICES_H
#define ST_ROLL_MULTIPLE_PRICES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/names.h"
#include "base/out.h"
#include "stream/rec.h"

enum multiple_prices_leg { LEG_HELD, LEG_CARRY, LEG_FORWARD, LEGS };

struct multiple_prices_row {
	int64_t t;                      /* seconds, as time/date.h's stamps */
	double x[LEGS];                 /* NaN when missing */
	int contract[LEGS];             /* ids as in roll/contract.h; 0 when missing */
};

/* Zeroed to begin with, apart from code; owns v. */
struct multiple_prices {
	const char *code;
	struct multiple_prices_row *v;
	size_t n;
	size_t cap;                     /* private */
};

/* A row without prices at the end, to be filled in; valid until the next is added. */
struct multiple_prices_row *multiple_prices_add(struct multiple_prices *m, int64_t t);

struct multiple_prices_reader {
	/* private */
	struct rec r;
	int time, instrument, price[LEGS], contract[LEGS];
	struct names codes;               /* met so far */
	bool more;                      /* r stands on the next instrument's first row */
};

/* Open a stream ("-" is standard input); dies when a column is missing. */
void multiple_prices_open(struct multiple_prices_reader *m, const char *path);

/*
 * The next instrument's rows in place of m's, at least one; false at the end. Dies
 * naming file, line and column on anything wrong; every row names the contract held.
 */
bool multiple_prices_next(struct multiple_prices_reader *r, struct multiple_prices *m);

/* The header of the stream, and rows of it: dates alone when every time is a midnight, as pandas writes them. */
void multiple_prices_head(struct out *o);
void multiple_prices_print(struct out *o, const struct multiple_prices *m);

/*
 * Write DIR/CODE.csv as pysystemtrade writes multiple_prices_csv, in place of an old
 * one: DATETIME,PRICE,FORWARD,CARRY,PRICE_CONTRACT,FORWARD_CONTRACT,CARRY_CONTRACT.
 */
void multiple_prices_file(const char *dir, const struct multiple_prices *m);

#endif
