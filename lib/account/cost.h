/*
 * cost - what trading costs: in Sharpe ratio units, and the dates of rolls
 *
 * Carver, "Systematic Trading", 2015, chapter 12; pysystemtrade's account_costs.py.
 */
#ifndef ST_ACCOUNT_COST_H
#define ST_ACCOUNT_COST_H

#include "data/instruments.h"

enum { COST_RECENT_DAYS = 400 };

/* Mean price and daily vol over the last calendar year of days given. */
struct cost_recent {
	int day[COST_RECENT_DAYS], n;  /* a ring of the last days */
	double price[COST_RECENT_DAYS], vol[COST_RECENT_DAYS];
};

void cost_recent_next(struct cost_recent *r, int day, double price, double vol);
double cost_recent_price(const struct cost_recent *r);
double cost_recent_vol(const struct cost_recent *r);

/* Cost of a round trip of one contract in annual Sharpe ratio units, at recent price and vol. */
double cost_per_trade(const struct instrument *i, const struct cost_recent *r);

/* The same of holding for a year: half a round trip a roll. */
double cost_of_holding(const struct instrument *i, const struct cost_recent *r);

/* Both together, of `turnover` round trips a year. */
double cost_annual(const struct instrument *i, const struct cost_recent *r, double turnover);

/* The dates, n of them a year at equal distances, that rolls are charged on. */
void cost_roll_dates(int year, int n, int *day);

#endif
