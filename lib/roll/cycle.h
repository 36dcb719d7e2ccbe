/*
 * cycle - the months that an instrument's contracts are held or priced in, as their letters FGHJKMNQUVXZ
 *
 * From pysystemtrade's rollCycle.
 */
#ifndef ST_ROLL_CYCLE_H
#define ST_ROLL_CYCLE_H

#include <stdbool.h>

#include "base/slice.h"

/* The months of a cycle: bit 0 is January. */
typedef unsigned cycle;

/* Letters of FGHJKMNQUVXZ in any order into *c; false on any other letter, one that comes twice, or none. */
bool cycle_parse(struct slice s, cycle *c);
void cycle_print(char buf[13], cycle c);     /* its letters in the order of the year, and a NUL */
int cycle_length(cycle c);                   /* its months: rolls a year */
char cycle_letter(int id);                   /* the letter of an id's month */
bool cycle_has(cycle c, int id);             /* the id's month is in it */

/* The first contract (roll/contract.h) of a cycle after id, the last one before it; day digits are kept. */
int cycle_next(cycle c, int id);
int cycle_previous(cycle c, int id);

#endif
