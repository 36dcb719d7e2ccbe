/*
 * st-roll - multiple prices: of the contract held, the one for carry and the one to be rolled into
 *
 *   $ printf 'time,instrument,current_contract,next_contract,carry_contract\n2020-03-11,AUD,20191200,20200300,20200300\n' >calendar
 *   $ printf '2020-03-13,AUD,20200300,20200600,20200600\n2020-06-12,AUD,20200600,20200900,20200900\n' >>calendar
 *   $ printf 'time,instrument,contract,price\n2020-03-12,AUD,20200300,1\n2020-03-13,AUD,20200300,2\n' >prices
 *   $ printf '2020-03-13,AUD,20200600,4\n2020-03-16,AUD,20200600,5\n2020-03-16,AUD,20200900,6\n' >>prices
 *   $ st-roll build --calendar=calendar prices
 *   time,instrument,price,price_contract,carry,carry_contract,forward,forward_contract
 *   2020-03-12,AUD,1.0,20200300,,20200600,,20200600
 *   2020-03-13,AUD,2.0,20200300,4.0,20200600,4.0,20200600
 *   2020-03-16,AUD,5.0,20200600,6.0,20200900,6.0,20200900
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "calendar.h"
#include "contract_prices.h"
#include "err.h"
#include "multiple.h"
#include "opt.h"
#include "out.h"
#include "replacement.h"
#include "roll_build.h"
#include "roll_parameters.h"
#include "stamps.h"

static struct options {
	const char *calendar, *rolls, *files;
	/* from here on not options */
	struct out out;
} st;

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 0, "calendar", "FILE", "build: the calendar, a stream or roll_calendars_csv/CODE.csv", O_STR, AT(calendar) },
	{ 0, "rolls", "FILE", "split: roll parameters, to warn of contracts that end before their roll", O_STR, AT(rolls) },
	{ 0, "files", "DIR", "write files as pysystemtrade has them into DIR instead of rows", O_STR, AT(files) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-roll", "build|split [FILE]",
	"multiple prices: of the contract held, the one for carry and the one to be rolled into", opts };

/* ---- build ---- */

static void
build(const char *path)
{
	struct contract_prices prices;
	struct multiple m = { .n = 0 };

	if (!st.calendar)
		die("build needs --calendar; see st-roll --help");
	struct calendars calendars = calendars_read(st.calendar);
	contract_prices_open(&prices, path);
	if (!st.files)
		multiple_head(&st.out);
	while (contract_prices_next(&prices)) {
		m.code = prices.code;
		m.n = 0;
		roll_build(&m, calendars_get(&calendars, prices.code), &prices);
		if (st.files)
			multiple_file(st.files, &m);
		else
			multiple_print(&st.out, &m);
	}
}

/* ---- split ---- */

/* A price as a bar of one trade: what is known of a contract's day from multiple prices. */
static void
print_bars(struct out *o, const char *code, const struct contract_series *s)
{
	struct stamps stamps = stamps_of(false);
	char id[CONTRACT_MAX];

	contract_print(id, s->id);
	for (size_t i = 0; i < s->n; i++) {
		stamps_print(&stamps, o, s->v[i].t);
		if (code) {
			out_char(o, ',');
			out_field(o, slice_of(code));
			out_char(o, ',');
			out_bytes(o, id, sizeof id);
		}
		for (int k = 0; k < 4; k++) {
			out_char(o, ',');
			out_num(o, s->v[i].x);
		}
		out_str(o, ",1\n");
	}
}

static void
write_contract(const char *code, const struct contract_series *s)
{
	struct replacement file;
	char *name, *path;

	if (asprintf(&name, "%s_%08d", code, s->id) < 0)
		die("out of memory");
	path = replacement_path(st.files, name);
	replacement_open(&file, path);
	out_str(&file.out, "DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\n");
	print_bars(&file.out, NULL, s);
	replacement_close(&file);
	free(path);
	free(name);
}

static void
split(const char *path)
{
	struct multiple_reader reader;
	struct multiple m = { .n = 0 };
	struct split s = { .n = 0 };
	struct roll_table parameters = { .v = NULL };

	if (st.rolls)
		parameters = roll_table_of(table_read(st.rolls));
	multiple_open(&reader, path);
	if (!st.files)
		out_str(&st.out, "time,instrument,contract,open,high,low,price,volume\n");
	while (multiple_next(&reader, &m)) {
		roll_split(&s, &m);
		for (int i = 0; i < s.n; i++)
			if (st.files)
				write_contract(m.code, &s.v[i]);
			else
				print_bars(&st.out, m.code, &s.v[i]);
		if (st.rolls)
			roll_split_warn(&s, &m, roll_table_get(&parameters, m.code));
	}
}

/* ---- the program ---- */

static const struct verb {
	const char *name;
	void (*run)(const char *path);
} verbs[] = {
	{ "build", build },
	{ "split", split },
};

static const struct verb *
verb_of(const char *name)
{
	for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++)
		if (strcmp(verbs[i].name, name) == 0)
			return &verbs[i];
	opt_bad(&usage, "no such verb", name);
}

int
main(int argc, char **argv)
{
	signal(SIGPIPE, SIG_DFL);
	prog = usage.name;
	if (argc < 2)
		opt_bad(&usage, "no verb", "");
	const struct verb *v = argv[1][0] == '-' ? NULL : verb_of(argv[1]);
	int i = v ? 1 : 0;
	i += opt_parse(&usage, &st, argc - i, argv + i);
	if (!v)
		v = verb_of(i < argc ? argv[i++] : "");
	if (argc - i > 1)
		opt_bad(&usage, "more than one file", argv[i + 1]);
	out_open(&st.out, 1, "stdout");
	v->run(i < argc ? argv[i] : "-");
	out_flush(&st.out);
	return 0;
}
