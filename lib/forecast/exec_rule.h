/*
 * exec_rule - any program as a trading rule
 *
 * The program gets one instrument's columns as CSV on its standard input, and
 * prints CSV with a column `forecast` (or one column only), a row for each row.
 * Arguments of a config's other_args follow as NAME=VALUE; ST_INSTRUMENT in the
 * environment is the instrument's code.
 */
#ifndef ST_FORECAST_EXEC_RULE_H
#define ST_FORECAST_EXEC_RULE_H

#include <stdio.h>

#include "base/slice.h"

/*
 * Run argv[0] (argv ends with a NULL) with the bytes of `in` and read n forecasts
 * into f. A column `time` among what it prints must hold the times given, time_of(arg, i)
 * the i-th of them. Dies naming rule and instrument when it can't be run, fails, prints
 * another number of rows, or something that is no number.
 */
void exec_rule_run(const char *rule, char *const *argv, const char *instrument, FILE *in, double *f, int n,
    struct slice (*time_of)(void *arg, int i), void *arg);

#endif
