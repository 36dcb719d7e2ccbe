/*
 * symbols - a vendor's symbols and our instrument codes, and what its prices are to be multiplied by
 *
 * Upper and lower case of a symbol are one. Codes are exact.
 */
#ifndef ST_VENDOR_SYMBOLS_H
#define ST_VENDOR_SYMBOLS_H

#include <stdbool.h>

#include "base/names.h"

struct symbols {
	struct names symbol;    /* in upper case */
	/* private */
	char **written;       /* each as it was given */
	char **code;          /* of each */
	struct names scaled;    /* codes with a multiplier */
	double *by;
	struct names ignored, warned;
	bool ignore_all;
};

/* symbol stands for code; false when it stands for another one already. */
bool symbols_add(struct symbols *s, struct slice symbol, const char *code);

/* Prices of a code are to be multiplied by `by`. */
void symbols_scale(struct symbols *s, const char *code, double by);

/* Say nothing about a symbol that is unknown; of "ALL", of none. */
void symbols_ignore(struct symbols *s, const char *symbol);

/*
 * Add the rows of a CSV file by the names of its columns for code and symbol, and for
 * the multiplier unless NULL. Rows may be short; those without a symbol or a code say
 * nothing. The first of two codes of a symbol has it, with a warning.
 */
void symbols_read(struct symbols *s, const char *path, const char *code, const char *symbol, const char *multiplier);

/* The code of a symbol; NULL, with a warning the first time, when it is unknown and not ignored. */
const char *symbols_code(struct symbols *s, struct slice symbol);

/* The first symbol of a code, as it was given, NULL when there is none. */
const char *symbols_of(const struct symbols *s, const char *code);

/* What the prices of a code are to be multiplied by: 1 unless told. */
double symbols_multiplier(const struct symbols *s, const char *code);

#endif
