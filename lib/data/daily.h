/*
 * daily - rows of any frequency to one a business day
 *
 * Monday to Friday, no holidays; Saturday and Sunday belong to the Friday before.
 * Every weekday from the first row's to the last row's gets a row, empty ones too.
 * `adjusted` and `price` are the day's last that is not missing; `roll` is the mean
 * of the annualised roll over the day's rows: (price - carry) over the years between
 * the two contracts, an exact zero taken as missing. `beyond` is 1 on a day that
 * the multiple prices have and the adjusted series has not, as after its end: there
 * is a forecast then, but no return, vol or profit.
 */
#ifndef ST_DATA_DAILY_H
#define ST_DATA_DAILY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/num.h"
#include "base/slice.h"
#include "roll/annualised_roll.h"

struct daily_bin {
	bool as_pandas;                /* read numbers as pandas does; the caller's to set */
	int day;                       /* the business day */
	int rows;                      /* that fell into it */
	bool beyond;                   /* all of them before or after the adjusted series */
	char adjusted[40], price[40];  /* their text as it stood, empty for missing */
	int adjusted_n, price_n;
	char latest[40], before[40], midnight[40]; /* of the adjusted series, when daily_bin_stamp was told of each row: */
	int latest_n, before_n, midnight_n;        /* the last row's, that before the day's first, that at its midnight */
	struct annualised_roll roll;   /* of its rows */
};

/* Empty the bin and give it a day. */
void daily_bin_start(struct daily_bin *b, int day);

/* Count a row in; beyond: it lies before or after the adjusted series. */
void daily_bin_row(struct daily_bin *b, bool beyond);

/* Count a value in if it isn't empty; false when it is no number. A price is handed back as one (see daily_bin_number). */
bool daily_bin_adjusted(struct daily_bin *b, struct slice adjusted);
bool daily_bin_price(struct daily_bin *b, struct slice price, double *x);

/*
 * For `midnight`, the adjusted price of the last row at or before the day's midnight, missing
 * or not: begin a day, then each row of the adjusted series that daily_bin_adjusted has taken, and its second.
 */
void daily_bin_dawn(struct daily_bin *b);
void daily_bin_stamp(struct daily_bin *b, struct slice adjusted, int64_t t);

/* A number read as the bin reads them, missing when empty (or too large for one); false when it is none. */
bool daily_bin_number(const struct daily_bin *b, struct slice s, double *x);

/*
 * The days of one instrument in order. A weekday without rows waits for the next
 * one that has some: it is beyond the adjusted series when one of its neighbours is.
 */
struct daily_days {
	struct daily_bin bin;          /* the day under way */
	int waiting;                   /* days before it that wait */
	bool beyond;                   /* the last day given out was */
};

/* End the day under way, give it out through emit unless it must wait, and begin the next. */
void daily_close(struct daily_days *d, void (*emit)(void *, const struct daily_bin *), void *arg);

#endif
