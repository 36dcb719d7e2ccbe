/*
 * gate_markets - prices, sizes and covariances that the gate values positions by, as a table has them
 *
 * CSV with the columns instrument, price, time, point_value, deviation, asset_class: the last price in points and when it was,
 * what a point of one lot is worth in the base currency, and the price's daily standard deviation, in points. A cell may be
 * empty. Covariances are of annual returns, fractions: CSV with a column instrument and one for each, of which a row has those
 * with its instrument. What is in neither table is not known.
 */
#ifndef ST_TRADE_GATE_MARKETS_H
#define ST_TRADE_GATE_MARKETS_H

#include <stdint.h>

struct gate_market {
	const char *instrument, *asset_class; /* "" when not known */
	double price, point_value, deviation; /* NaN when not known */
	int64_t time;                         /* of the price */
};

struct gate_markets {
	int n;
	struct gate_market *market;
	double *covariance;                   /* n*n; NaN when not known */
};

/* Read both; a path that is NULL is a table without rows. Dies naming file and line. Memory lives as long as the process. */
struct gate_markets gate_markets_read(const char *instruments, const char *covariance);

/* Its number, -1 when there is none. */
int gate_markets_find(const struct gate_markets *m, const char *instrument);

/* What one lot is exposed to, absolute, in the base currency; NaN when not known. */
double gate_markets_lot(const struct gate_markets *m, int i);

#endif
