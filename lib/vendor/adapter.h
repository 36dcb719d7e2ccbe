/*
 * adapter - how to get prices from one vendor: a short YAML file, told in st-import(1) and st-get(1)
 *
 * An adapter with `files` reads a folder of files, one with `url` asks a server; how
 * rows are read is the same for both. An unknown key, or a value of the wrong kind, is
 * an error that names file and line.
 */
#ifndef ST_VENDOR_ADAPTER_H
#define ST_VENDOR_ADAPTER_H

#include <jansson.h>

#include "config/yaml.h"
#include "vendor/intake.h"
#include "vendor/symbols.h"

struct adapter {
	const char *path;
	struct intake intake;
	struct symbols symbols;
	const char *symbol_table_code, *symbol_table_symbol, *symbol_table_multiplier; /* columns of --symbols */
	struct names inverted;            /* codes whose rates are the wrong way round there */
	/* of files */
	const char *files;              /* template of their names, NULL for a server's */
	bool continuous;
	/* of servers */
	const char *url;                /* NULL for files */
	const json_t *query, *post, *headers; /* objects of texts, NULL for none */
	const char *user;               /* NAME:PASSWORD */
	const char *date_parameter;     /* format of {start} and {end} */
	const char *symbol;             /* asked for when none is named */
	double per_minute;              /* requests, at most; 0 for any number */
	bool open_end;                  /* a CSV answer may end without the end of a line */
	bool unofficial;                /* its server was not made for us: nobody is to ask it without having said so */
	/* private */
	json_t *root, *where;
};

/* By name, as `barchart`, or by the path of a file; dies naming file and line. */
struct adapter adapter_load(const char *name);

/* The same of a document that was read already; it and the path, which is for messages, must live on. */
struct adapter adapter_of(struct config_yaml y, const char *path);

/* Add a table of symbols whose columns the adapter names. */
void adapter_symbols(struct adapter *a, const char *path);

/*
 * The rows that a descriptor gives, of the instrument `code`, in our units; name is for
 * messages, whole as in vendor/intake.h. Free them with bars_free.
 */
struct bars adapter_read(const struct adapter *a, int fd, const char *name, const char *code, bool whole);

#endif
