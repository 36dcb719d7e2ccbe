/*
 * account - the gross P&L and the costs of an instrument, of a rule in it, or of a portfolio of them
 *
 * Times are seconds from 1970, values are in base currency, missing is NaN. Gross has
 * a row for each day or stamp that has a price; costs (negative) one for each at which
 * something was paid, a Saturday or a day before the first price included.
 */
#ifndef ST_ACCOUNT_ACCOUNT_H
#define ST_ACCOUNT_ACCOUNT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/names.h"
#include "stream/rec.h"

struct account_series {
	int64_t *t;   /* increasing */
	double *x;
	int n;
	int cap;      /* private */
};

/* Put a row behind those that there are. */
void account_series_add(struct account_series *s, int64_t t, double x);

struct account {
	const char *name;              /* INSTRUMENT or INSTRUMENT/RULE, or a group's */
	const char *instrument, *rule; /* NULL for none, or many */
	struct account_series gross, costs;
};

/* A stream time,instrument[,rule],curve,value; the accounts that it gives own their rows until the next one. */
struct account_reader {
	struct rec rec;
	char **file;  /* to be read yet */
	int files;
	struct names seen, instruments, rules;
	int time, instrument, rule, curve, value;
	bool more;    /* rec holds a row not used yet */
};

/* Read files behind one another ("-" is standard input, and so is none). */
void account_open(struct account_reader *r, char **file, int files);

/*
 * The next rows, of an instrument or of a rule in it, into *a (zeroed before the first
 * call); false at the end. Dies naming file, line and column when its rows don't stand
 * together, a time isn't one or doesn't increase, or a value is no number.
 */
bool account_next(struct account_reader *r, struct account *a);

/* Add an account to a sum (zeroed to begin with): an outer join in which a missing value counts 0. */
void account_add(struct account *sum, const struct account *a);

#endif
