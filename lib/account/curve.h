/*
 * curve - an account seen gross, as costs or net, in percent of capital or in
 * value, by day, week, month or year
 *
 * Returns come as differences of cumulated sums, the order of operations of the
 * reference, so that agreement goes to the last digits. Where the reference loses
 * a first cost and a first period, so do these, unless `whole`.
 */
#ifndef ST_ACCOUNT_CURVE_H
#define ST_ACCOUNT_CURVE_H

#include <math.h>
#include <stdbool.h>

#include "account/account.h"
#include "stream/dated_values.h"
#include "time/frequency.h"

enum curve_kind { CURVE_GROSS, CURVE_COSTS, CURVE_NET, CURVE_KINDS };
enum curve_units { CURVE_PERCENT, CURVE_VALUE_TERMS, CURVE_UNITS };

extern const char *const curve_kind_name[CURVE_KINDS], *const curve_units_name[CURVE_UNITS];

/* The returns of periods first..first+n; NaN where there is none. */
struct curve_returns {
	int first, n;
	double *x;
	int cap;      /* private */
};

/* That of a period; NaN where there is none. */
static inline double
curve_return_at(const struct curve_returns *r, int period)
{
	int i = period - r->first;

	return i < 0 || i >= r->n ? NAN : r->x[i];
}

/* Make *r hold the same periods, of values yet to be set. */
void curve_returns_like(struct curve_returns *r, const struct curve_returns *like);

/* Leave out the periods before the one that a day is in; INT_MIN leaves out none, INT_MAX all. */
void curve_returns_from(struct curve_returns *r, enum frequency f, int day);

/* An account's curves at work; its arrays are used again. */
struct curves {
	double capital;   /* base currency; NaN when not known */
	const struct dated_value_series *multiplier; /* of the capital; NULL for 1 */
	bool whole;       /* count the first cost and the first period too */
	/* private */
	struct dated_values multipliers;
	const struct account *a;
	struct periods {
		int first, n, cap;
		int *end; /* of each period, the index after its last row */
	} gross_periods[FREQUENCIES], cost_periods[FREQUENCIES];
	double *sum[CURVE_KINDS];
	int gross_cap, cost_cap;
};

/*
 * From a program's options: the capital given, or when that is NaN the config's
 * notional_trading_capital; the config's `compat: none` makes curves whole. config
 * may be NULL. Dies when the capital is not above zero.
 */
struct curves curves_open(double capital, const char *config);

/* From now on the capital is `capital` times a table of multipliers of st-compound. */
void curves_compound(struct curves *c, const char *path);

/* Work on an account, which must stay as it is meanwhile. */
void curves_account(struct curves *c, const struct account *a);

/* Cumulate its three curves in these units. */
void curves_units(struct curves *c, enum curve_units u);

/* The returns of a curve in the units set last; *r is used again. */
void curves_returns(const struct curves *c, enum curve_kind k, enum frequency f, struct curve_returns *r);

#endif
