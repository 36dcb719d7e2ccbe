/*
 * account_sums - the accounts of a stream one by one, or summed by instrument, by rule or all together
 *
 * A group's gross and costs are summed apart, in the order of the stream; groups come
 * in order of their first account.
 */
#ifndef ST_ACCOUNT_ACCOUNT_SUMS_H
#define ST_ACCOUNT_ACCOUNT_SUMS_H

#include "account/account.h"

enum by { BY_ACCOUNT, BY_INSTRUMENT, BY_RULE };

/* "instrument" or "rule"; NULL means each account; dies on anything else. */
enum by by_named(const char *name);

struct grouping {
	struct account total;  /* the sum of all accounts given so far, named portfolio */
	/* private */
	enum by by;
	struct account_reader in;
	struct account now, *group;
	struct names names;
	int next;
};

/* As account_open. */
void grouping_open(struct grouping *g, enum by by, char **file, int files);

/* The next account or group, NULL at the end; its rows last until the next call. */
const struct account *grouping_next(struct grouping *g);

#endif
