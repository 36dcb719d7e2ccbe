/*
 * pnl - profit and loss of holding positions in one instrument, and its costs
 *
 * pysystemtrade's pandlCalculation and its cash and SR cost variants, on the
 * business days of one instrument. Positions decided on a day's close are filled
 * at the next day's, and earn from then.
 */
#ifndef ST_ACCOUNT_PNL_H
#define ST_ACCOUNT_PNL_H

#include <stdbool.h>

#include "data/fx.h"
#include "data/instruments.h"

struct pnl_day {
	int day;
	bool beyond;        /* the price series has no such day: a position but no profit */
	double price, fx, position, average, vol;
};

/* The days of one instrument, an array each; NaN is missing. */
struct pnl_days {
	int n, room;
	int *day;
	bool *beyond;
	double *price;      /* adjusted, price points */
	double *fx;         /* to base currency */
	double *position;   /* contracts held by decision of the day */
	double *average;    /* contracts at an average forecast, for SR costs */
	double *vol;        /* daily, price points, for SR costs */
};

struct pnl_options {
	bool no_delay;      /* fill on the day of the decision */
	bool round;         /* whole contracts */
	bool deflate;       /* scale cash costs by the day's vol over the last day's */
	bool same_day_lost; /* of a trade and a roll on one date one cost survives */
};

/* Costs by date, ascending, in base currency, negative; NaN where the reference has none. */
struct pnl_costs {
	int n, room;
	int *day;
	double *cost;
};

void pnl_add(struct pnl_days *d, const struct pnl_day *x);
void pnl_clear(struct pnl_days *d);

/* Turn the positions decided into the positions held, in place: delayed and rounded. */
void pnl_hold(struct pnl_days *d, const struct pnl_options *o);

/* Gross profit of each day in base currency into gross[0..n). */
void pnl_gross(const struct pnl_days *d, double point_size, double *gross);

/*
 * Cash costs: a fill for each trade, and rolls (1 to 12 a year) at equal distances through it. False when they are to be scaled
 * by the last day's volatility, and that is 0.
 */
bool pnl_cash_costs(const struct pnl_days *d, const struct instrument *i, const struct fx_series *fx,
    const struct pnl_options *o, struct pnl_costs *c);

/* An annual cost in Sharpe ratio units, spread over the days. */
void pnl_sr_costs(const struct pnl_days *d, const struct instrument *i, double annual_sr, struct pnl_costs *c);

#endif
