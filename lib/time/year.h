/*
 * year - what a year is reckoned to have, in annual means, volatilities and costs
 *
 * pysystemtrade's syscore/dateutils.py; 256 business days because the root is whole (R. Carver, "Systematic Trading", 2015).
 */
#ifndef ST_TIME_YEAR_H
#define ST_TIME_YEAR_H

enum {
	BUSINESS_DAYS_IN_YEAR = 256,
	ROOT_BUSINESS_DAYS_IN_YEAR = 16, /* annual volatility over daily */
};

#define CALENDAR_DAYS_IN_YEAR 365.25
#define WEEKS_IN_YEAR (CALENDAR_DAYS_IN_YEAR / 7)

#endif
