/*
 * multiple_and_adjusted - an instrument's two price files, multiple and adjusted, read side by side
 *
 * Either may be absent. Rows come in order of time; one stamp may be in both.
 */
#ifndef ST_DATA_MULTIPLE_AND_ADJUSTED_H
#define ST_DATA_MULTIPLE_AND_ADJUSTED_H

#include <stdbool.h>
#include <stdint.h>

#include "data/daily.h"
#include "data/price_file.h"

enum multiple_and_adjusted_column { MULTIPLE_PRICE, MULTIPLE_PRICE_CONTRACT, MULTIPLE_CARRY, MULTIPLE_CARRY_CONTRACT,
    MULTIPLE_FORWARD, MULTIPLE_FORWARD_CONTRACT, MULTIPLE_AND_ADJUSTED_COLUMNS };

struct multiple_and_adjusted {
	const char *code;
	struct price_file multiple, adjusted;  /* each at its current row */
	bool has_multiple, has_adjusted;   /* the files exist */
	bool on_multiple, on_adjusted;     /* and have a current row */
	int column[MULTIPLE_AND_ADJUSTED_COLUMNS], value;   /* in multiple; in adjusted */
	bool midnight;                     /* the caller's to set: multiple_and_adjusted_days tells bins of midnights */
	/* private */
	int first_day, last_day;           /* business days of the adjusted file's rows so far */
};

/* Open an instrument's files, rows from first to last second, the files that are wanted; p must stay where it is. */
void multiple_and_adjusted_open(struct multiple_and_adjusted *p, struct data *d, const char *code, int64_t first,
    int64_t last, bool multiple, bool adjusted);

/* The file's next row, or the end of it. */
void multiple_and_adjusted_next_multiple(struct multiple_and_adjusted *p);
void multiple_and_adjusted_next_adjusted(struct multiple_and_adjusted *p);

/* Have done with both before their end. */
void multiple_and_adjusted_close(struct multiple_and_adjusted *p);

/* The row of multiple prices lies on a day before or after those of the adjusted file. */
bool multiple_and_adjusted_beyond(const struct multiple_and_adjusted *p);

/* Read both to the end, a business day at a time into emit, which may close the pair; as_pandas: numbers as pandas reads them. */
void multiple_and_adjusted_days(struct multiple_and_adjusted *p, bool as_pandas, void (*emit)(void *,
    const struct daily_bin *), void *arg);

#endif
