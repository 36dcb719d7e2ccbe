/*
 * traded_column - which positions an account holds by its config: those within buffers, or those optimised together
 */
#ifndef ST_POSITION_TRADED_COLUMN_H
#define ST_POSITION_TRADED_COLUMN_H

#include "config/config.h"

/* The column of the positions held, by the config's key `optimal`: traded or optimised. Dies on another word. */
const char *traded_column(const struct config *c);

#endif
