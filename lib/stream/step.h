/* step - one filter at work in a chain: its columns, and its state by instrument */
#ifndef ST_STREAM_STEP_H
#define ST_STREAM_STEP_H

#include <stdbool.h>

#include "base/names.h"
#include "stream/column.h"

struct filter;
struct row;

struct step {
	const struct filter *f;
	void *state;
	struct column_head in, out;       /* out begins as a copy of in */
	struct step *next;
	const char *input;         /* the name of what is read, for messages */
	int time, instrument;      /* their columns, in a filter that keeps state by instrument */
	bool together;             /* as the filter's; open() may ask for it */
	bool first;                /* of its chain: it looks at the times, for all */
	bool plain;                /* open() may say that no state by instrument is wanted */
	/* private */
	int room;                  /* for columns in out.c */
	struct names taken;        /* of the output's columns, as many as were looked at */
	struct names keys;
	struct step_key **key;
	int last;
	struct slice last_code;
};

/*
 * The state of the row's instrument, zeroed (and given to ->key) when new.
 * Dies when an instrument's time does not increase, or its rows don't stand
 * together though the filter wants that.
 */
void *step_key(struct step *s, struct row *r);

/* Every instrument's state in order of first appearance: for end(). */
int step_keys(const struct step *s);
void *step_state(const struct step *s, int i, const char **instrument);

/* From here on in order of the instruments' codes, by their bytes: for end(), when no more rows come. */
void step_sort(struct step *s);

#endif
