/*
 * price_pair - an instrument's two price files, multiple and adjusted, read side by side
 *
 * Either may be absent. Rows come in order of time; one stamp may be in both.
 */
#ifndef ST_DATA_PRICE_PAIR_H
#define ST_DATA_PRICE_PAIR_H

#include <stdbool.h>
#include <stdint.h>

#include "data/daily.h"
#include "data/price_file.h"

enum pair_column { PRICE, PRICE_CONTRACT, CARRY, CARRY_CONTRACT, FORWARD, FORWARD_CONTRACT, PAIR_COLUMNS };

struct pair {
	const char *code;
	struct prices multiple, adjusted;  /* each at its current row */
	bool has_multiple, has_adjusted;   /* the files exist */
	bool on_multiple, on_adjusted;     /* and have a current row */
	int column[PAIR_COLUMNS], value;   /* in multiple; in adjusted */
	bool midnight;                     /* the caller's to set: pair_days tells bins of midnights */
	/* private */
	int first_day, last_day;           /* business days of the adjusted file's rows so far */
};

/* Open an instrument's files, rows from first to last second, the files that are wanted; p must stay where it is. */
void pair_open(struct pair *p, struct data *d, const char *code, int64_t first, int64_t last, bool multiple, bool adjusted);

/* The file's next row, or the end of it. */
void pair_next_multiple(struct pair *p);
void pair_next_adjusted(struct pair *p);

/* Have done with both before their end. */
void pair_close(struct pair *p);

/* The row of multiple prices lies on a day before or after those of the adjusted file. */
bool pair_beyond(const struct pair *p);

/* Read both to the end, a business day at a time into emit, which may close the pair; as_pandas: numbers as pandas reads them. */
void pair_days(struct pair *p, bool as_pandas, void (*emit)(void *, const struct daily_bin *), void *arg);

#endif
