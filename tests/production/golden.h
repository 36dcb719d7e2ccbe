/*
 * golden - what files of golden traces of production are read and counted by
 *
 * A file of a folder is opened, each of its cases told to agree or not, and closed with a line of how many do; the first
 * few that don't are named by file and line, with what they gave and what was wanted. Dies of a file that can't be read.
 */
#ifndef GOLDEN_H
#define GOLDEN_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "order/quantity.h"
#include "stream/table.h"

struct golden {
	const char *folder;
	long passed, failed; /* cases of all files */
	/* private: the file that is open */
	char path[4096];
	const char *name;
	long cases, line, disagreed;
	struct golden_left { const char *why; long n; } left[8]; /* what is not compared of it */
};

/* One kind of file: its cases compared. */
typedef void golden_kind(struct golden *g);
golden_kind golden_fill_fits, golden_passive_split, golden_resize, golden_roll_states, golden_spread_price;
golden_kind golden_auto_limits, golden_position_limit, golden_position_limit_both, golden_trade_limits;
golden_kind golden_override_apply, golden_override_combine, golden_override_sources;
golden_kind golden_buffered_trade, golden_generator, golden_maximum_contracts, golden_problems;
golden_kind golden_capital, golden_capital_gate, golden_rolls, golden_stack_ops;

/* Is the file there? Then it is the open one. */
bool golden_open(struct golden *g, const char *name);
void golden_close(struct golden *g);

/* The case on that line of the open file agrees, or does not, and why. */
void golden_case(struct golden *g, long line, bool agrees, const char *fmt, ...) __attribute__((format(printf, 4, 5)));

/* Something of the case is not compared, for a reason that is told at the end with how often it was so. */
void golden_leave(struct golden *g, const char *why);

/* The open file as a table, and a cell: a text, a number (NaN when empty or `nan`), a whole number, or `none` when empty. */
struct table golden_table(const struct golden *g);
const char *golden_text(const struct table *t, int row, const char *column);
double golden_num(const struct table *t, int row, const char *column);
int64_t golden_int(const struct table *t, int row, const char *column, int64_t none);
int golden_ints(const char *text, int64_t *v, int most); /* separated by spaces; how many */
struct quantity golden_lots(const char *text);
const char *golden_lots_text(const struct quantity *q);  /* valid until the fourth call from here */

/* The next object of a file of one a line, to be given back with json_decref; NULL at the end. */
json_t *golden_next(struct golden *g, FILE *f);
FILE *golden_lines(const struct golden *g);
double golden_json_num(const json_t *v);                 /* NaN when null or missing */
int64_t golden_json_int(const json_t *v, int64_t none);
int64_t golden_json_time(const json_t *v);               /* microseconds from 1970 */
const char *golden_json_text(const json_t *o, const char *key);

/* Within one part in 10^9; two NaNs are. */
bool golden_near(double got, double want);

#endif
