/*
 * file_names - names of vendors' files: what a name says, and the name that says it
 *
 * A template is a path with codes in it, such as %{IC}_%{YEAR}%{MONTH2}%{DAY2}.csv:
 *
 *   %{IC}      instrument code, without a slash
 *   %{BS}      the vendor's symbol
 *   %{IGNORE}  anything
 *   %{YEAR}    four digits; %{YEAR2} two: up to 50 is 20yy, above 19yy
 *   %{MONTH2}  two digits; %{MONTH} one or two; %{LETTER} a letter of FGHJKMNQUVXZ, any case
 *   %{DAY2}    two digits; %{DAY} one or two; without a day it is 0
 *
 * All else stands for itself; white space for any white space, none too. A name must
 * match from its first byte to its last, and has no control bytes in it. What can be long or short is as short as it may be.
 * (pysystemtrade's codes; it lets `.` stand for any byte and looks at no name's end.)
 */
#ifndef ST_VENDOR_FILE_NAMES_H
#define ST_VENDOR_FILE_NAMES_H

#include <stdbool.h>

#include "base/slice.h"

enum { TEMPLATE_TOKENS = 32, TEMPLATE_NAME = 4096 };

enum file_name_code { T_IC, T_BS, T_IGNORE, T_YEAR, T_YEAR2, T_MONTH2, T_MONTH, T_LETTER, T_DAY2, T_DAY, T_SPACE, T_TEXT };

struct file_name_template {
	const char *text;   /* for messages */
	/* private */
	struct template_token {
		enum file_name_code code;
		struct slice text; /* of T_TEXT */
	} token[TEMPLATE_TOKENS];
	int n;
};

/* What a file's name says; code and symbol are parts of that name, empty when the template lacks them. */
struct file_name {
	struct slice code, symbol;
	int year, month, day;
};

enum file_name_match { TEMPLATE_NO, TEMPLATE_YES, TEMPLATE_DIFFERS /* a code that stands twice has two values */ };

/*
 * Read a template; place is for messages. Dies on an unknown code, without %{IC} or
 * %{BS}, and unless it is of continuous series without a month and a year. text must live on.
 */
struct file_name_template file_name_parse(const char *text, const char *place, bool continuous);

enum file_name_match file_name_match(const struct file_name_template *t, struct slice name, struct file_name *f);

/* The name of a file that says f, ended by a NUL; dies on %{IGNORE} and on a name too long. */
void file_name_compose(const struct file_name_template *t, const struct file_name *f, char name[TEMPLATE_NAME]);

#endif
