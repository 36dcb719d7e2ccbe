/*
 * wanted - the position that a strategy wants in an instrument, of one of four kinds
 *
 * simple: a position. buffered: a band, within which nothing is traded. raw: a position not rounded, for the
 * optimisation of all instruments together. dynamic: what that made of it. In contracts. pysystemtrade's optimalPosition.
 */
#ifndef ST_ORDER_WANTED_H
#define ST_ORDER_WANTED_H

#include <stdbool.h>

#include "base/slice.h"
#include "base/wrong.h"

enum wanted_kind { WANTED_SIMPLE, WANTED_BUFFERED, WANTED_RAW, WANTED_DYNAMIC, WANTED_KINDS };

extern const char *const wanted_kind_name[WANTED_KINDS];

struct wanted {
	enum wanted_kind kind;
	double position;     /* of all kinds but buffered */
	double lower, upper; /* of a buffered one */
};

bool wanted_kind_named(struct slice name, enum wanted_kind *kind);

/*
 * Can it be wanted? Wrong: a number that is missing or beyond order/quantity.h's QUANTITY_MOST, an upper end below the
 * lower, a dynamic position that isn't whole.
 */
bool wanted_check(const struct wanted *x, struct wrong *w);

#endif
