/* spark - a series as a line of small bars: ▁▂▃▄▅▆▇█ */
#ifndef ST_SPARK_H
#define ST_SPARK_H

enum { SPARK_BYTES = 3 }; /* of a character */

/*
 * Into text, of SPARK_BYTES * width + 1 bytes: `width` characters, each the mean of a
 * stretch of x between the lowest mean and the highest, a space where all is missing.
 * Fewer values than that are a character each, and spaces behind them.
 */
void spark(char *text, int width, const double *x, int n);

#endif
