/*
 * contract_volume - contracts traded by business day, and how one contract's volume stands to another's
 *
 * A file of prices may hold a day's volume twice: in its intraday rows and in the
 * closing one of 23:00. The closing one counts, where it is missing or 0 the sum of
 * the others. pysystemtrade's sumup_business_days_over_pd_series_without_double_counting_of_closing_data
 * and sysproduction/data/volumes.py.
 */
#ifndef ST_ROLL_CONTRACT_VOLUME_H
#define ST_ROLL_CONTRACT_VOLUME_H

#include <stdint.h>

/* Zeroed to begin with. */
struct contract_volume {
	int first, n;                /* business days from the first to the last row's */
	/* private */
	double *closing, *intraday;  /* sums by weekday since the first */
	int cap;
};

/* Count a row in, no earlier than the last; NaN is missing. */
void contract_volume_add(struct contract_volume *v, int64_t t, double contracts);

void contract_volume_free(struct contract_volume *v);

/* The volume of the i-th business day, NaN when there was none. */
double contract_volume_day(const struct contract_volume *v, int i);

/* The exponentially weighted mean (span 3) of the 14 days before now; 0 without a day in them, NaN without a volume. */
double contract_volume_recent(const struct contract_volume *v, int64_t now);

/* Divide by the greatest, so that it becomes 1. */
void contract_volume_relative(double *recent, int n);

#endif
