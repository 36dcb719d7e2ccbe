#include "forecast/rule_data_inputs.h"

void
rule_data_inputs_head(struct rule_data_inputs *in, struct step *s)
{
	in->beyond = column_find(s, "beyond");
	if (in->moves) {
		in->adjusted = column_need(s, "adjusted");
		in->vol = column_need(s, "vol");
	}
	if (in->prices)
		in->price = column_need(s, "price");
	if (in->carry)
		in->raw_carry = column_need(s, "raw_carry");
}

void
rule_data_inputs_next(const struct rule_data_inputs *in, struct price_moves *m, struct step *s, struct row *r)
{
	if (in->moves)
		price_moves_next(m, row_num(s, r, in->adjusted), in->prices ? row_num(s, r, in->price) : NAN, row_num(s, r, in->vol),
		    row_flag(s, r, in->beyond));
}
