/*
 * extract - rows out of a pysystemtrade data folder, as streams have them
 *
 * Each function prints a header and, code after code, the rows from first to last second.
 * Stamps are data/price_file.h's, numbers stand as they stood in the file. Dies naming the code
 * when the folder lacks what is asked for, and file, line and column on anything wrong.
 */
#ifndef ST_DATA_EXTRACT_H
#define ST_DATA_EXTRACT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/names.h"
#include "base/out.h"
#include "config/config.h"
#include "data/data_folder.h"
#include "data/part.h"
#include "data/price_file.h"

enum extract_what { EXTRACT_PRICES, EXTRACT_CONTRACTS, EXTRACT_CALENDARS, EXTRACT_RATES, EXTRACT_FACTS };

struct extract {
	struct data *data;
	const char *path;    /* of it */
	int64_t first, last; /* seconds, as time/date.h's stamps */
	bool as_pandas;      /* a number that pandas would read as another is printed as that one */
	/* which, unless codes are named */
	const char *config_path; /* those that this config trades; NULL for all */
	bool universe;       /* all instruments that have adjusted prices and facts; no rows from first to last are no error */
	struct part part;
	bool skip_missing;   /* leave out what there is nothing of, with a warning */
	/* of prices */
	bool daily;          /* a row a business day; else rows at the stamps that the files have */
	bool adjusted;       /* the adjusted prices alone */
	bool no_adjusted;    /* all but them */
	bool midnight;       /* with daily, data/daily.h's midnight */
	int days;            /* with daily, of each instrument these first alone; 0 for all */
	struct out out;
	/* private */
	struct config config;
	struct names traded; /* by the config, where all of the universe are wanted */
	int days_left;       /* of the instrument under way */
	bool held_is_adjusted; /* its adjusted price is taken for the one held */
	struct names members, contracts; /* CODE_CONTRACT, of contract_prices_csv; the codes in these */
};

/* Open the folder of x->path, the config and standard output; rows from start to end, dates, where NULL those of the config. */
void extract_open(struct extract *x, const char *start, const char *end);

/*
 * time, instrument and what is wanted of multiple_prices_csv and adjusted_prices_csv joined on time;
 * an instrument that has no multiple prices takes its adjusted price for the price held, but has none where it is of the
 * universe and the config does not trade it.
 */
void extract_prices(struct extract *x, const struct names *codes);

/* The instruments that have prices of contracts, sorted; dies when a file's name is none. */
struct names extract_contract_codes(struct extract *x);

/*
 * The codes named, none twice, else all of a kind: of the instruments those of the universe or of the config where one
 * is wanted. Of them the part. Dies naming at once all that there is nothing of, files with a header alone counting as none.
 */
struct names extract_codes(struct extract *x, enum extract_what what, int n, char **code);

/* The prices of each contract, in the order of ids. */
void extract_contracts(struct extract *x, const struct names *codes);

void extract_calendars(struct extract *x, const struct names *codes);
void extract_rates(struct extract *x, const struct names *pairs);

/*
 * Warn where an instrument's two files of prices end far apart, of all whose prices end long before the others', and,
 * when the instruments' currencies are given, of pairs whose rates begin long after the prices or end long before.
 */
void extract_ends(const struct extract *x, const struct names *codes, char *const *currency);

/* For extract_*.c: warn where a file of prices goes on long after `day`, that of its last row with a price; INT_MIN for none. */
void extract_ends_blank(const struct extract *x, const char *folder, const char *code, int day);

/* For extract_*.c: the current row's stamp and what it is of; a number of many digits; any number. */
void extract_start(struct extract *x, const struct price_file *p, const char *code);
void extract_long_number(struct extract *x, struct slice s);

static inline void
extract_number(struct extract *x, const struct price_file *p, int column)
{
	struct slice s = p->r.f[column];

	if (x->as_pandas && s.n > 15)
		extract_long_number(x, s);
	else
		out_bytes(&x->out, s.p, s.n);
}

#endif
