/*
 * market_files - the rows of invented markets' files, as pysystemtrade has them, and of their streams
 *
 * Each ends in a newline.
 */
#ifndef ST_SYNTH_MARKET_FILES_H
#define ST_SYNTH_MARKET_FILES_H

#include "base/out.h"
#include "synth/quoted_contracts.h"
#include "synth/quotes.h"

/* The i-th market in instrumentconfig.csv and in rollconfig.csv. */
void market_files_instrument(struct out *o, int i);
void market_files_rollconfig(struct out *o, int i);

/* In a file of adjusted prices or FX rates. */
void market_files_price(struct out *o, int64_t stamp, double price);

/* In multiple_prices_csv, and in a stream of multiple prices. */
void market_files_multiple(struct out *o, const struct quote *q);
void market_files_stream(struct out *o, const char *code, const struct quote *q);

/* In roll_calendars_csv: the last quote with a contract. */
void market_files_calendar(struct out *o, const struct quote *q);

/* In contract_prices_csv, where `between` is "", and in a stream, where it is ",CODE,CONTRACT". */
void market_files_bar(struct out *o, const char *between, const struct quoted_contract_bar *b);

#endif
