#include "series_inputs.h"

void
inputs_head(struct series_inputs *in, struct step *s)
{
	in->beyond = col_find(s, "beyond");
	if (in->moves) {
		in->adjusted = col_need(s, "adjusted");
		in->vol = col_need(s, "vol");
	}
	if (in->prices)
		in->price = col_need(s, "price");
	if (in->carry)
		in->raw_carry = col_need(s, "raw_carry");
}

void
inputs_next(const struct series_inputs *in, struct moves *m, struct step *s, struct row *r)
{
	if (in->moves)
		moves_next(m, row_num(s, r, in->adjusted), in->prices ? row_num(s, r, in->price) : NAN, row_num(s, r, in->vol),
		    row_flag(s, r, in->beyond));
}
