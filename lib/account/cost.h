/*
 * cost - what trading costs: turnover, costs in Sharpe ratio units, rolls
 *
 * Carver, "Systematic Trading", 2015, chapter 12; pysystemtrade's account_costs.py.
 */
#ifndef ST_COST_H
#define ST_COST_H

#include "data/instruments.h"
#include "maths/ewma.h"

/* Round trips a year: 256 times the mean absolute daily change of position / average position. */
struct turnover {
	struct ewma average;
	double filled, last, sum;
	long n;
};

struct turnover turnover_new(void);

/* One day's position and average position, either may be NaN. */
void turnover_next(struct turnover *t, double position, double average);
/* The same against an average that never changes, not mixed with the other. */
void turnover_next_of(struct turnover *t, double position, double average);
double turnover_annual(const struct turnover *t);

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
