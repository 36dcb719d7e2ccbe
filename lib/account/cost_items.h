/*
 * cost_items - the table of what costs are made of: instrument,rule,item,value
 *
 * Rule is empty in what is of an instrument. lib/rule_costs.h and lib/subsystem_net.h read such tables.
 */
#ifndef ST_COST_ITEMS_H
#define ST_COST_ITEMS_H

#include "base/out.h"

void cost_items_head(struct out *o);
void cost_item(struct out *o, const char *instrument, const char *rule, const char *item, double value);

#endif
