/*
 * cost - what trading costs: in Sharpe ratio units, and the dates of rolls
 *
 * Carver, "Systematic Trading", 2015, chapter 12; pysystemtrade's account_costs.py.
 */
#ifndef ST_ACCOUNT_COST_H
#define ST_ACCOUNT_COST_H

#include "data/instruments.h"

enum { RECENT_DAYS = 400 };

/* Mean price and daily vol over the last calendar year of days given. */
struct recent {
	int day[RECENT_DAYS], n;  /* a ring of the last days */
	double price[RECENT_DAYS], vol[RECENT_DAYS];
};

void recent_next(struct recent *r, int day, double price, double vol);
double recent_price(const struct recent *r);
double recent_vol(const struct recent *r);

/* Cost of a round trip of one contract in annual Sharpe ratio units, at recent price and vol. */
double cost_per_trade(const struct instrument *i, const struct recent *r);

/* The same of holding for a year: half a round trip a roll. */
double cost_of_holding(const struct instrument *i, const struct recent *r);

/* The dates, n of them a year at equal distances, that rolls are charged on. */
void roll_dates(int year, int n, int *day);

#endif
