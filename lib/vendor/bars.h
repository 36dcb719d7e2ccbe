/*
 * bars - the rows of one contract's prices, or of one rate, held whole
 *
 * In pysystemtrade's files: DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME of a contract,
 * DATETIME,PRICE of an FX rate or another series of one value. Prices are in price
 * points, the volume is of the row alone. What comes from outside is taken whole or
 * not at all, so rows are held until the last one is right.
 */
#ifndef ST_VENDOR_BARS_H
#define ST_VENDOR_BARS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/num.h"
#include "base/out.h"

enum { BAR_OPEN, BAR_HIGH, BAR_LOW, BAR_FINAL, BAR_VOLUME, BAR_VALUES };

/* In the order above; the one value of a series stands at FINAL and is called PRICE. */
extern const char *const bar_names[BAR_VALUES];

struct bar {
	int64_t time;         /* seconds from 1970-01-01 00:00:00 */
	double v[BAR_VALUES]; /* NaN for missing */
	long at;              /* its line, or its place in a list */
};

enum bar_order { OLDEST_FIRST, NEWEST_FIRST, EITHER_FIRST };

struct bars {
	const char *name;     /* of the source, for messages */
	const char *row;      /* NULL when `at` is a line, else what the list is called */
	bool series;          /* one value only */
	struct bar *v;
	size_t n;
	/* private */
	size_t room;
};

void bars_add(struct bars *b, struct bar bar);
void bars_free(struct bars *b);

/* `file:line` of a row, or `name: list[i]`, for messages; valid until the next call. */
const char *bars_place(const struct bars *b, long at);

/*
 * Leave rows without any value out (warns how many), put the oldest first, and die
 * naming the row: when none is left, when times don't go on in the order told, when
 * highs and lows contradict each other or the rest. settlement: the final price may
 * lie outside of high and low, as one fixed after the last trade does.
 */
void bars_check(struct bars *b, enum bar_order order, bool settlement);

/* Multiply prices, the volume not. */
void bars_scale(struct bars *b, double by);

/* Replace each value by one over it; dies on a value that isn't above 0. */
void bars_invert(struct bars *b);

/* Leave out what lies before first or after last. */
void bars_between(struct bars *b, int64_t first, int64_t last);

/* Header and rows as above; a column without any value is printed empty. */
void bars_print(const struct bars *b, struct out *o);

#endif
