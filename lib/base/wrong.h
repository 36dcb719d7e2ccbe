/*
 * wrong - why something was refused, for whoever must go on living
 *
 * What reads that which a peer or a person sent answers instead of dying: its functions
 * take a struct wrong as their last argument, return false (or what their header says)
 * and put into it what die would print, without the program's name. Nothing else is
 * changed then, so that a value keeps what it was set to before. A function that dies is
 * a thin one over a function that answers, for programs; the rooms that may never include
 * base/die.h call the latter. Want of memory is no one's fault and kills as ever.
 *
 * The bytes of a text are as they came: they may be cut anywhere, and no UTF-8.
 */
#ifndef ST_BASE_WRONG_H
#define ST_BASE_WRONG_H

#include <stdbool.h>

enum { WRONG_MAX = 4096 }; /* bytes of a text: as many as die prints */

struct wrong {
	char text[WRONG_MAX]; /* set when something was refused */
};

/* Say it as printf does; false, so that `return wrong_say(…)` answers. */
bool wrong_say(struct wrong *w, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The same, with ": " and the text of errno behind it. */
bool wrong_sys(struct wrong *w, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

#endif
