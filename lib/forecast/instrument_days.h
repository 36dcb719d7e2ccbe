/*
 * instrument_days - numbers of many instruments by day: gathered an instrument at a time, looked at day by day
 *
 * What a quantity over many instruments needs: each instrument's rows are kept in
 * order of time as they come, and a walk goes over the days of some of them together.
 * All is held: 8 bytes a number and 4 a row, and up to twice that.
 */
#ifndef ST_FORECAST_INSTRUMENT_DAYS_H
#define ST_FORECAST_INSTRUMENT_DAYS_H

#include <stdbool.h>
#include <stddef.h>

struct instrument_days {
	int columns;                    /* numbers a row; the caller's to set */
	struct instrument_days_rows {
		int *day;
		double *x;              /* columns numbers a row */
		size_t n, cap;
	} *v;                           /* of each instrument */
	int n;
};

/* A new instrument's number: 0, 1, … */
int instrument_days_new(struct instrument_days *p);

/* A row of instrument i, later than those before; its `columns` numbers, NaN for missing, for the caller to set. */
double *instrument_days_add(struct instrument_days *p, int i, int day);

/*
 * A column of instrument i on each of the n business days from `first` on, into out[n]: the last number that wasn't
 * missing, and before there is one the first.
 */
void instrument_days_spread(const struct instrument_days *p, int i, int column, int first, int n, double *out);

/* A walk over the days on which one of these instruments has a row. */
struct instrument_days_walk {
	const struct instrument_days *p;
	const int *member;              /* instruments, the caller's */
	int n, day;
	size_t *at;                     /* each one's next row */
};

struct instrument_days_walk instrument_days_walk(const struct instrument_days *p, const int *member, int n);

/* On to the next day; false, and the walk's memory is given back, when there is none. */
bool instrument_days_next(struct instrument_days_walk *w);

/* Member i's row of the day, NULL when it has none. */
const double *instrument_days_row(const struct instrument_days_walk *w, int i);

#endif
