/*
 * account - the gross P&L and the costs of an instrument, or of a portfolio of them
 *
 * Days are lib/date.h's, values are in base currency, missing is NaN. Gross has a
 * row for each day that has a price; costs (negative) one for each day on which
 * something was paid, a Saturday or a day before the first price included.
 */
#ifndef ST_ACCOUNT_H
#define ST_ACCOUNT_H

#include <stdbool.h>

#include "rec.h"
#include "tab.h"

struct series {
	int *day;     /* increasing */
	double *x;
	int n;
	int cap;      /* private */
};

struct account {
	const char *name;
	struct series gross, costs;
};

/* A stream time,instrument,curve,value; the accounts that it gives own their rows until the next one. */
struct account_reader {
	struct rec rec;
	char **file;  /* to be read yet */
	int files;
	struct tab seen;
	int time, instrument, curve, value;
	char *text;   /* room to unquote a name in */
	size_t room;
	bool more;    /* rec holds a row not used yet */
};

/* Read files behind one another ("-" is standard input, and so is none). */
void account_open(struct account_reader *r, char **file, int files);

/*
 * The next instrument's rows into *a (zeroed before the first call); false at the
 * end. Dies naming file, line and column when rows of an instrument don't stand
 * together, a date isn't one or doesn't increase, or a value is no number.
 */
bool account_next(struct account_reader *r, struct account *a);

/* The running sum of accounts: an outer join in which a missing value counts 0. */
struct account_sum {
	struct sum_days {
		int first, n;
		double *x; /* NaN on a day that no account has */
	} gross, costs;
};

void account_add(struct account_sum *s, const struct account *a);

/* The sum as an account, which the caller owns. */
struct account account_total(const struct account_sum *s, const char *name);

#endif
