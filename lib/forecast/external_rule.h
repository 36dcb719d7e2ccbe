/*
 * external_rule - any program as a trading rule
 *
 * The program gets time and one instrument's columns as CSV on its standard input, and
 * prints CSV with a column `forecast` (or one column only), a row for each row.
 * Arguments of a config's other_args follow as NAME=VALUE; ST_INSTRUMENT in the
 * environment is the instrument's code.
 */
#ifndef ST_FORECAST_EXTERNAL_RULE_H
#define ST_FORECAST_EXTERNAL_RULE_H

#include "forecast/trading_rules.h"
#include "stream/held_rows.h"

/*
 * Run a rule on an instrument's rows, held of step s, and read its forecasts: that of the i-th row into f[i * step]. A
 * column `time` among what the program prints must hold the times given. Dies naming rule and instrument when it can't be
 * run, fails, prints another number of rows, or something that is no number.
 */
void external_rule_run(const struct trading_rule *v, const char *instrument, struct held_rows *h, struct step *s, double *f,
    int step);

#endif
