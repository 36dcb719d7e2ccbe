/*
 * contract_dates - when a contract expires and is rolled, and which come before and after it
 *
 * Printed as columns: letter,expiry,desired_roll,next_held,previous_held,next_priced,previous_priced,carry and, from
 * a time that is now, days_to_roll,days_to_expiry.
 */
#ifndef ST_ROLL_CONTRACT_DATES_H
#define ST_ROLL_CONTRACT_DATES_H

#include <stdint.h>

#include "base/out.h"
#include "roll/parameters.h"

struct contract_dates {
	int id;                          /* as in roll/contract.h */
	int expiry, desired;             /* time/date.h's days: of expiry, on which one wishes to roll out of it */
	int next_held, previous_held;    /* its neighbours in the hold cycle */
	int next_priced, previous_priced;
	int carry;                       /* the one that carry is measured against */
};

/* Of a contract that expires on a day; it need not be of a cycle. */
struct contract_dates contract_dates_of(const struct roll_parameters *p, int id, int expiry);

/* Whole days from now to a day's midnight, those begun counted before, not after. */
int64_t contract_dates_until(int day, int64_t now);

/* The columns' names, and one's values, to the end of the line; now NULL leaves the days out. */
void contract_dates_head(struct out *o, const int64_t *now);
void contract_dates_print(struct out *o, const struct contract_dates *d, const int64_t *now);

#endif
