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

struct panel {
	int columns;                    /* numbers a row; the caller's to set */
	struct panel_rows {
		int *day;
		double *x;              /* columns numbers a row */
		size_t n, cap;
	} *v;                           /* of each instrument */
	int n;
};

/* A new instrument's number: 0, 1, … */
int panel_new(struct panel *p);

/* A row of instrument i, later than those before; its `columns` numbers, NaN for missing, for the caller to set. */
double *panel_add(struct panel *p, int i, int day);

/* A walk over the days on which one of these instruments has a row. */
struct panel_walk {
	const struct panel *p;
	const int *member;              /* instruments, the caller's */
	int n, day;
	size_t *at;                     /* each one's next row */
};

struct panel_walk panel_walk(const struct panel *p, const int *member, int n);

/* On to the next day; false, and the walk's memory is given back, when there is none. */
bool panel_next(struct panel_walk *w);

/* Member i's row of the day, NULL when it has none. */
const double *panel_row(const struct panel_walk *w, int i);

#endif
