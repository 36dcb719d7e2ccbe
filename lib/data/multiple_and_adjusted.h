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

enum price_pair_column { PRICE, PRICE_CONTRACT, CARRY, CARRY_CONTRACT, FORWARD, FORWARD_CONTRACT, PRICE_PAIR_COLUMNS };

struct price_pair {
	const char *code;
	struct price_file multiple, adjusted;  /* each at its current row */
	bool has_multiple, has_adjusted;   /* the files exist */
	bool on_multiple, on_adjusted;     /* and have a current row */
	int column[PRICE_PAIR_COLUMNS], value;   /* in multiple; in adjusted */
	bool midnight;                     /* the caller's to set: price_pair_days tells bins of midnights */
	/* private */
	int first_day, last_day;           /* business days of the adjusted file's rows so far */
};

/* Open an instrument's files, rows from first to last second, the files that are wanted; p must stay where it is. */
void price_pair_open(struct price_pair *p, struct data *d, const char *code, int64_t first, int64_t last, bool multiple,
    bool adjusted);

/* The file's next row, or the end of it. */
void price_pair_next_multiple(struct price_pair *p);
void price_pair_next_adjusted(struct price_pair *p);

/* Have done with both before their end. */
void price_pair_close(struct price_pair *p);

/* The row of multiple prices lies on a day before or after those of the adjusted file. */
bool price_pair_beyond(const struct price_pair *p);

/* Read both to the end, a business day at a time into emit, which may close the pair; as_pandas: numbers as pandas reads them. */
void price_pair_days(struct price_pair *p, bool as_pandas, void (*emit)(void *, const struct daily_bin *), void *arg);

#endif
