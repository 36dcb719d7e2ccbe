/*
 * order_name - names of strategies and instruments in keys of orders
 *
 * A key joins them by a space or a slash, dates of contracts by underscores, so a name has letters, digits, '-' and
 * '_' alone and doesn't begin with '_'. One name that does is reserved: orders that carry a roll are of it.
 */
#ifndef ST_ORDER_ORDER_NAME_H
#define ST_ORDER_ORDER_NAME_H

#include "base/slice.h"
#include "base/wrong.h"

#define ORDER_NAME_ROLL "_ROLL_PSEUDO_STRATEGY"

/* May a strategy or an instrument be called this? `what` says in the message which it is. */
bool order_name_check(struct slice name, const char *what, struct wrong *w);

#endif
