/*
 * spike_decisions - what someone says to do about a spike: out of a file, or asked on the terminal
 *
 * The file is CSV with the columns stamp and decision, others are passed over: accept,
 * previous (the value of the row before), a number to take instead, or nothing. Of
 * several for a stamp the first is good once, then the next: a number, accept.
 */
#ifndef ST_DATA_SPIKE_DECISIONS_H
#define ST_DATA_SPIKE_DECISIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "data/price_merge.h"

enum spike_decision_kind { SPIKE_UNDECIDED, SPIKE_ACCEPTED, SPIKE_PREVIOUS, SPIKE_VALUE };

struct spike_decision {
	enum spike_decision_kind kind;
	double x;     /* of VALUE */
	int64_t t;
	bool used;
};

struct spike_decisions {
	struct spike_decision *v;
	int n;
	bool ended;   /* the terminal has no more answers */
};

/* Read a file; NULL for none. Dies naming file and line. */
struct spike_decisions spike_decisions_read(const char *path);

/* The decision for the row at t. */
struct spike_decision spike_decisions_next(struct spike_decisions *d, int64_t t);

/* Show up to six rows that end with i, ask, and ask again until the answer is one; at the end of answers UNDECIDED. */
struct spike_decision spike_decisions_ask(struct spike_decisions *d, const struct price_merge *m, size_t i);

#endif
