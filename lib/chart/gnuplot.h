/*
 * gnuplot - the program gnuplot, run once on a script
 *
 * It reads and writes descriptors of files in memory, so that no name from outside is
 * in what it executes, and no pipe can break. Nothing of the user's own settings may
 * change a picture.
 */
#ifndef ST_CHART_GNUPLOT_H
#define ST_CHART_GNUPLOT_H

#include "base/out.h"

struct gnuplot {
	struct out script;    /* to write to */
};

/* Begin a script; dies if it can't. g must live until gnuplot_run. */
void gnuplot_open(struct gnuplot *g);

/* Write `set output` to a new file, and give its descriptor, for gnuplot_save and no one else. */
int gnuplot_output(struct gnuplot *g);

/* Run the script to its end; dies when there is no gnuplot, or it fails. */
void gnuplot_run(struct gnuplot *g);

/* What was drawn into an output's descriptor; it stays until the program ends. */
struct slice gnuplot_drawn(int output);

/* Put what was drawn into an output's descriptor in the place of path: there with output_close_all. */
void gnuplot_save(int output, const char *path);

#endif
