/*
 * calendar - when an instrument is rolled: from which contract into which
 *
 * A row says: at its time `current` is held for the last time, `next` from then on;
 * `carry` is the contract that carry is measured against while `current` is held.
 * Ids as in roll/contract.h. Two forms are read: streams, with columns time,
 * instrument, current_contract, next_contract, carry_contract; and pysystemtrade's
 * roll_calendars_csv/CODE.csv, with DATE_TIME for time and the code in the name.
 */
#ifndef ST_ROLL_CALENDAR_H
#define ST_ROLL_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "base/names.h"
#include "base/out.h"

struct roll {
	int64_t t;                  /* seconds, as time/date.h's stamps */
	int current, next, carry;   /* contracts */
	bool end;                   /* the end of the data, not a roll; false of what was read, as files do not say it */
};

/* Zeroed to begin with, apart from code; owns v. */
struct calendar {
	const char *code;
	struct roll *v;             /* in the order they came, which should be that of time */
	int n;
};

struct calendars {
	const char *path;
	struct names codes;
	struct calendar *v;         /* by code */
};

void calendar_add(struct calendar *c, struct roll r);
void calendar_clear(struct calendar *c);
struct calendar calendar_copy(const struct calendar *of);

/* A file in either form ("-" is standard input); dies naming file, line and column. */
struct calendars calendars_read(const char *path);

/* The calendar of one instrument; dies when there is none. */
const struct calendar *calendars_get(const struct calendars *t, const char *code);

/* Dies unless each is of one of the codes, which have contract prices: a code misspelt would go unnoticed. */
void calendars_used(const struct calendars *t, const struct names *codes);

/*
 * The header of the stream, and a calendar's rows of it: dates alone when none has a time of day, as pandas prints them.
 * With ends there is a column `end`, 1 where a row is the end of the data.
 */
void calendar_head(struct out *o, bool ends);
void calendar_print(struct out *o, const struct calendar *c, bool ends);

/* Write DIR/CODE.csv in pysystemtrade's form, in place of an old one. */
void calendar_file(const char *dir, const struct calendar *c);

#endif
