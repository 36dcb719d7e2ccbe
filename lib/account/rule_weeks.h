/*
 * rule_weeks - what each rule's forecast alone earns in an instrument, week by week or business day by business day
 *
 * Over the days and prices of a rule_alone, from the first period that has either to the last.
 */
#ifndef ST_ACCOUNT_RULE_WEEKS_H
#define ST_ACCOUNT_RULE_WEEKS_H

#include "account/rule_alone.h"
#include "account/rule_pnl.h"
#include "time/frequency.h"

/* A rule's week or day. */
struct rule_week {
	double forecast;        /* the last by then; NaN before the first */
	double gross;           /* profit, base currency; 0 in one without prices between others; NaN before and behind all */
	double days;            /* that it is of; NaN likewise */
	struct rule_pnl pnl;    /* of all so far */
	double *held;           /* private: contracts by day */
};

/* Zeroed to begin with, and used again from instrument to instrument. */
struct rule_weeks {
	int period;             /* under way, as frequency_period numbers them */
	struct rule_week *rule;
	/* private */
	const struct rule_alone *a;
	enum frequency frequency;
	int last, day, price;   /* the last period of the days; the next of these */
};

/* Of the instrument under way, whose rows and prices are all in. */
void rule_weeks_begin(struct rule_weeks *w, const struct rule_alone *a, enum frequency f);

/* On to the first one, or the next; false when there is none. */
bool rule_weeks_next(struct rule_weeks *w);

#endif
