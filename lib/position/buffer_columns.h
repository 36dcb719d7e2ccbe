/*
 * buffer_columns - the columns of an optimal position and the band round it, and what is held outside that
 *
 * For filters that say how an account trades: position/buffer.h with its options.
 */
#ifndef ST_POSITION_BUFFER_COLUMNS_H
#define ST_POSITION_BUFFER_COLUMNS_H

#include "position/buffer.h"
#include "stream/filter.h"

struct buffer_columns {
	const char *config;            /* an option, NULL for none */
	bool to_edge, fractions;       /* the same; the config may say to_edge too */
	int position, lower, upper;    /* columns read */
	int traded;                    /* and added: contracts held */
};

/* Options are in. */
void buffer_columns_open(struct buffer_columns *b);

void buffer_columns_need(struct buffer_columns *b, struct step *s);
void buffer_columns_add(struct buffer_columns *b, struct step *s, const char *traded);

/* An instrument that nothing is held of yet. */
struct buffer buffer_columns_buffer(const struct buffer_columns *b);

/* Set the row's contracts held, with this position and band; dies when a computer cannot count them. */
void buffer_columns_hold(const struct buffer_columns *b, struct buffer *held, struct step *s, struct row *r, double position,
    double lower, double upper);

#endif
