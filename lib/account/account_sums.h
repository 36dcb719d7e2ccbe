/*
 * account_sums - the accounts of a stream one by one, or summed by instrument, by rule or all together
 *
 * A group's gross and costs are summed apart, in the order of the stream; groups come
 * in order of their first account.
 */
#ifndef ST_ACCOUNT_ACCOUNT_SUMS_H
#define ST_ACCOUNT_ACCOUNT_SUMS_H

#include "account/account.h"

enum account_sums_by { BY_ACCOUNT, BY_INSTRUMENT, BY_RULE };

/* "instrument" or "rule"; NULL means each account; dies on anything else. */
enum account_sums_by account_sums_by(const char *name);

struct account_sums {
	struct account total;  /* the sum of all accounts given so far, named portfolio */
	/* private */
	enum account_sums_by by;
	struct account_reader in;
	struct account now, *group;
	struct names names;
	int next;
};

/* As account_open. */
void account_sums_open(struct account_sums *g, enum account_sums_by by, char **file, int files);

/* The next account or group, NULL at the end; its rows last until the next call. */
const struct account *account_sums_next(struct account_sums *g);

#endif
