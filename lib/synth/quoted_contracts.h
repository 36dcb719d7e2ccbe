/*
 * quoted_contracts - the contracts of an invented market that are quoted, and their prices bar by bar
 *
 * From some weeks before it may be the forward contract until it expires a contract
 * has a bar at every quote of its market, but for some that are missing. What is a
 * leg of synth/quotes.h's has that price, a blank close where the leg's is missing
 * (and no other leg is the same contract), and within the day, unless it is held, no
 * bar at all. The volume moves to the next contract held some days before the roll,
 * or just after.
 */
#ifndef ST_SYNTH_QUOTED_CONTRACTS_H
#define ST_SYNTH_QUOTED_CONTRACTS_H

#include <stddef.h>

#include "synth/quotes.h"

/* What happened since the bar before; at a close, since the close before. */
struct quoted_contract_bar {
	int64_t stamp;
	double open, high, low;
	double final;             /* NaN when missing */
	double volume;
};

struct quoted_contract {
	int contract;
	struct quoted_contract_bar *bar;          /* n of them, in order of time */
	size_t n;
	/* private */
	size_t cap;
	int first, expiry;        /* days */
	double in, out;           /* the days on which half of the volume has come, has gone */
	double last;              /* its price */
	struct quoted_contract_bar day;           /* its hours so far */
};

enum { BOARD_MAX = 24 };

/* Owns the bars. */
struct quoted_contracts {
	struct quoted_contract at[BOARD_MAX]; /* n of them, in order; the memory of the others is used again */
	int n;
	/* private */
	const struct quotes *q;
	struct quoted_contract next;
	double volume;               /* a day's, of a contract that all trade */
};

/* The board of a market before its first day; q must outlive it. */
struct quoted_contracts quoted_contracts_of(const struct quotes *q);

/* Add the bars of q's day; what has expired must be taken away before. */
void quoted_contracts_day(struct quoted_contracts *b);

/* Take the oldest contract away if it has expired before a day (its bars last until quoted_contracts_day); else NULL. */
struct quoted_contract *quoted_contracts_expired(struct quoted_contracts *b, int day);

void quoted_contracts_free(struct quoted_contracts *b);

/* Give f each contract of a market before its first day: as they expire, at the end those that have not. */
void quoted_contracts_each(struct quotes q, void (*f)(void *, const char *code, const struct quoted_contract *), void *arg);

#endif
