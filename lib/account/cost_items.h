/*
 * cost_items - the table of what costs are made of: instrument,rule,item,value
 *
 * Rule is empty in what is of an instrument. fit/rule_costs.h and fit/subsystem_returns.h read such tables.
 */
#ifndef ST_ACCOUNT_COST_ITEMS_H
#define ST_ACCOUNT_COST_ITEMS_H

#include "base/out.h"

void cost_items_head(struct out *o);
void cost_item(struct out *o, const char *instrument, const char *rule, const char *item, double value);

#endif
