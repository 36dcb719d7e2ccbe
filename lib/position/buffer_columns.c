#include "position/buffer_columns.h"

#include "base/die.h"
#include "config/config.h"

void
buffer_columns_open(struct buffer_columns *b)
{
	if (b->config) {
		struct config c = config_shared(b->config);
		b->to_edge |= config_bool_or(&c, "buffer_trade_to_edge", false);
	}
}

void
buffer_columns_need(struct buffer_columns *b, struct step *s)
{
	b->position = column_need(s, "position");
	b->lower = column_need(s, "lower");
	b->upper = column_need(s, "upper");
}

void
buffer_columns_add(struct buffer_columns *b, struct step *s, const char *traded)
{
	b->traded = b->fractions ? column_add(s, traded) : column_add_int(s, traded);
}

struct buffer
buffer_columns_buffer(const struct buffer_columns *b)
{
	return buffer_new(b->to_edge, !b->fractions);
}

void
buffer_columns_hold(const struct buffer_columns *b, struct buffer *held, struct step *s, struct row *r, double position,
    double lower, double upper)
{
	double contracts = buffer_next(held, position, lower, upper);

	if (fabs(contracts) >= 1e15)
		die("%s: column 'position': too many contracts", row_place(r));
	row_set(s, r, b->traded, contracts);
}
