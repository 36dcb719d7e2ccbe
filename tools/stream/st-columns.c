/*
 * st-columns - pick columns and rows of a stream by name
 *
 *   $ printf 'time,instrument,vol,forecast\n2021-01-04,CORN,1,7\n2021-01-04,GOLD,2,-3\n' | st-columns -c time,forecast -i GOLD
 *   time,forecast
 *   2021-01-04,-3
 *
 * Fields pass byte for byte.
 */
#include "base/opt.h"
#include "base/out.h"
#include "stream/column_choice.h"
#include "stream/row_choice.h"

static struct {
	struct opt_list columns, except, renames, where, instruments;
	const char *start, *end;
	bool no_header;
} o;

#define AT(member) offsetof(__typeof__(o), member)
static const struct opt opts[] = {
	{ 'c', "columns", "NAME,...", "only these columns, in this order; in a NAME * is any letters, ? one; repeatable", O_LIST,
	    AT(columns) },
	{ 'x', "except", "NAME,...", "without these columns; repeatable", O_LIST, AT(except) },
	{ 0, "rename", "OLD=NEW", "call a column otherwise; repeatable", O_LIST, AT(renames) },
	{ 'i', "instrument", "CODE,...", "only rows of these instruments; repeatable", O_LIST, AT(instruments) },
	{ 'w', "where", "NAME=VALUE,...", "only rows whose column is one of these, with != none of them; repeatable: all must hold",
	    O_LIST, AT(where) },
	{ 0, "start", "TIME", "no rows before this time, day, month or year", O_STR, AT(start) },
	{ 0, "end", "TIME", "no rows after it", O_STR, AT(end) },
	{ 'H', "no-header-out", NULL, "rows alone", O_FLAG, AT(no_header) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-columns", "[FILE]", "pick columns and rows of a stream by name", opts };

int
main(int argc, char **argv)
{
	struct column_choice columns;
	struct rec in;
	struct out out;
	int i = opt_parse(&usage, &o, argc, argv);

	if (argc - i > 1)
		opt_bad(&usage, "one file at most", argv[i + 1]);
	rec_file(&in, i < argc ? argv[i] : "-");
	out_open(&out, 1, "stdout");
	column_choice_open(&columns, &in);
	column_choice_make(&columns, &o.columns, &o.except, &o.renames);
	struct row_choice rows = row_choice_new(&columns, &o.where, &o.instruments, o.start, o.end);
	if (!o.no_header)
		column_choice_print_header(&columns, &out);
	while (rec_next(&in))
		if (row_choice_takes(&rows))
			column_choice_print(&columns, &out);
	row_choice_end(&rows);
	out_flush(&out);
	return 0;
}
