#include "account/cost_items.h"

void
cost_items_head(struct out *o)
{
	out_str(o, "instrument,rule,item,value\n");
}

void
cost_item(struct out *o, const char *instrument, const char *rule, const char *item, double value)
{
	out_field(o, slice_of(instrument));
	out_char(o, ',');
	out_field(o, slice_of(rule));
	out_char(o, ',');
	out_str(o, item);
	out_char(o, ',');
	out_num(o, value);
	out_char(o, '\n');
}
