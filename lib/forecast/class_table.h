/*
 * class_table - what asset classes do from day to day: the table of st-class, looked up in step with an instrument's days
 *
 * time,asset_class and columns of numbers; each class's rows stand together, time increasing.
 */
#ifndef ST_FORECAST_CLASS_TABLE_H
#define ST_FORECAST_CLASS_TABLE_H

#include "base/names.h"

struct class_table {
	const char *path;
	struct names names, columns;  /* of classes; of the numbers' columns */
	struct class_table_rows {
		int *day;
		double *x;          /* columns.n numbers a row */
		int n, cap;
	} *v;                       /* of each class */
};

/* Read the table; dies naming file, line and column. */
struct class_table class_table_read(const char *path);

/* A column's index; dies when the table lacks it. */
int class_table_column(const struct class_table *c, const char *name);

/* A class's rows, looked up with days that do not go back. */
struct class_table_at {
	const struct class_table_rows *rows; /* NULL when the table lacks the class */
	int columns, at;
};

struct class_table_at class_table_of(const struct class_table *c, const char *name);

/* The numbers of a day, NULL when there is none. */
const double *class_table_day(struct class_table_at *a, int day);

#endif
