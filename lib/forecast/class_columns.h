/*
 * class_columns - the columns of st-class's table: what rules look at that takes more than one instrument
 *
 * Each is made, day by day, of one number of each instrument (forecast/instrument_days.h): of a class's, or of all.
 */
#ifndef ST_FORECAST_CLASS_COLUMNS_H
#define ST_FORECAST_CLASS_COLUMNS_H

#include "forecast/class_day.h"
#include "forecast/instrument_days.h"
#include "forecast/rule_data.h"
#include "forecast/rule_data_inputs.h"

struct class_columns {
	struct rule_data *source;  /* the numbers of an instrument's row: normalised returns, raw carry, factors */
	int sources;
	struct class_column {
		struct rule_data s;
		int source;
		double *all;       /* private: what is of all instruments, a number a day from `first` on */
	} *v;
	int n;
	int first;                 /* private */
};

/* Those that the rules of a config look at; what they are made from is marked in *in. */
struct class_columns class_columns_of(const struct config *c, struct rule_data_inputs *in);

/*
 * Before any walk: reckon what is of all the instruments traded, n members of the panel, and so in every class's rows; the
 * days of all rows lie from first to last.
 */
void class_columns_all(struct class_columns *c, const struct instrument_days *p, const int *member, int n, int first, int last);

/* A column under way over a walk. */
struct class_columns_at {
	struct class_day group;
	struct ewma slow;
};

/* Of a walk over n instruments; an array, one for each column. */
struct class_columns_at *class_columns_begin(const struct class_columns *c, int n);
void class_columns_end(const struct class_columns *c, struct class_columns_at *at);

/* Column i's number of the walk's day; each is asked for on each day, once. NaN for none. */
double class_columns_value(const struct class_columns *c, int i, struct class_columns_at *at,
    const struct instrument_days_walk *w);

#endif
