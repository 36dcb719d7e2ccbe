/* spark - a series as a line of small bars: ▁▂▃▄▅▆▇█ */
#ifndef ST_CHART_SPARK_H
#define ST_CHART_SPARK_H

enum { SPARK_BYTES = 3 }; /* of a character */

/*
 * Into text, of SPARK_BYTES * width + 1 bytes: `width` characters, or n if that is less,
 * each the mean of a stretch of x between the lowest mean and the highest; a space
 * where all is missing.
 */
void spark(char *text, int width, const double *x, int n);

#endif
