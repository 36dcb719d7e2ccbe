/*
 * stack - the three stacks of orders: what is on them, and what a person or a sweep may do with an order there
 *
 * An order of a level has those below it that name it as their parent. Live ones are traded; those that are done stay on
 * the stack until it is purged; then they are history. Nothing is ever removed.
 */
#ifndef ST_LEDGER_STACK_H
#define ST_LEDGER_STACK_H

#include "base/out.h"
#include "base/wrong.h"
#include "ledger/ledger.h"
#include "order/completion.h"

enum stack_level { STACK_INSTRUMENT, STACK_CONTRACT, STACK_BROKER, STACK_LEVELS };

extern const char *const stack_level_name[STACK_LEVELS];

/* The level of that name; dies naming those that there are. */
enum stack_level stack_level_of(const char *name);

/* The number of an order as it was typed; dies when it is none. */
int64_t stack_id(const char *text);

/* ---- to be read ---- */

/* Print those that are live, or with `done` all that are on the stack; how many. */
int64_t stack_list(struct out *o, struct ledger *l, enum stack_level level, bool done, bool csv);

/* Print those that are no more traded, on the stack or off it, that were made from one time until before another. */
int64_t stack_history(struct out *o, struct ledger *l, enum stack_level level, int64_t from, int64_t until, bool csv);

/* Print an order's whole family, from the instrument order down, each with its level, and what events say of them. */
bool stack_show(struct out *o, struct ledger *l, enum stack_level level, int64_t id);

/* ---- to be changed, in the transaction that was begun ---- */

/* Lock an order, or unlock it: nothing but what is executed changes a locked one. Wrong when it was so, or there is none. */
bool stack_lock(struct ledger *l, enum stack_level level, int64_t id, bool locked, struct wrong *w);

/* Give a contract order free that an algo has. False when none has. */
bool stack_release(struct ledger *l, int64_t id, struct wrong *w);

/* Take an order back, with all below it: none of it may be locked, or at the broker. */
bool stack_try_cancel(struct ledger *l, enum stack_level level, int64_t id, struct wrong *w);

/* The same of one of which that is known. */
void stack_cancel(struct ledger *l, enum stack_level level, int64_t id);

/* Each live instrument order that is completed, with all below it, is done. One of them, or all when id is 0. How many. */
int64_t stack_complete(struct ledger *l, int64_t id, const struct completion_rule *rule);

/* What is done goes off the stacks. How many orders. */
int64_t stack_purge(struct ledger *l);

#endif
