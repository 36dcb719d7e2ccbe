/*
 * st-validate - check a stream against a schema
 *
 *   $ printf 'time,instrument,weight\n2020-01-01,GOLD,0.5\n2020-01-01,GOLD,x\n' | st-validate --schema=weights
 *   st-validate: stdin:3: column 'weight': not a number: "x"
 *   st-validate: stdin:3: column 'time': not after the last of GOLD: "2020-01-01"
 *
 * Every problem is a line on stderr. What isn't a table at all (ragged, a quote
 * never closed) can't be checked and ends the program with status 2.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/warn.h"
#include "stream/key_order.h"
#include "stream/schema_header.h"
#include "time/stamp.h"

static struct validate {
	const char *name;
	int max;
	bool columns;
	/* from here on not options */
	struct schema schema;
	struct rec in;
	long problems;
	struct schema_header header;
	struct key_order order;
	char *joined;
	size_t room;
} v = { .max = 20 };

static const struct opt opts[] = {
	{ 's', "schema", "NAME", "the schema: a file, or the name of one of ours (required)", O_STR,
	    offsetof(struct validate, name) },
	{ 'n', "max", "N", "name N problems at most, then only count (default 20)", O_INT, offsetof(struct validate, max) },
	{ 0, "columns", NULL, "print the schema as a table instead", O_FLAG, offsetof(struct validate, columns) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-validate", "[FILE]", "check a stream against a schema", opts };

static void
problem(const char *column, const char *what, struct slice value)
{
	if (v.problems++ < v.max)
		warn("%s:%ld: column '%.80s': %s: \"%.*s\"", v.in.name, v.in.line, column, what, SLICE(value));
}

static void
check_required(void)
{
	for (int i = 0; i < v.schema.n; i++)
		if (v.schema.c[i].required && schema_header_field(&v.header, i) < 0 && v.problems++ < v.max)
			warn("%s:%ld: no column '%s'", v.in.name, v.in.line, v.schema.c[i].name);
}

/* The group of the row: the values of the key's columns but time, joined. */
static int
find_group(void)
{
	size_t n = 0;

	for (int i = 0; i < v.header.keys; i++) {
		struct slice s = rec_name(&v.in, v.header.key[i], v.header.name[v.header.key[i]]);
		if (i)
			v.joined[n++] = ',';
		memcpy(v.joined + n, s.p, s.n);
		n += s.n;
	}
	return key_order_group(&v.order, (struct slice){ v.joined, n });
}

static void
check_once(int group)
{
	long before = key_order_first(&v.order, group, v.in.line);
	char what[80];

	if (before) {
		snprintf(what, sizeof what, "the key stood on line %ld already", before);
		problem(v.header.name[v.header.key[0]], what, slice_of(v.order.groups.name[group]));
	}
}

static void
check_later(int group)
{
	char what[160];
	int64_t t;

	if (!stamp_parse(rec_text(&v.in, v.header.time), &t))
		return; /* said already */
	if (!key_order_later(&v.order, group, t)) {
		snprintf(what, sizeof what, "not after the last%s%.80s", v.header.keys ? " of " : "", v.order.groups.name[group]);
		problem("time", what, rec_text(&v.in, v.header.time));
	}
}

static void
check_row(void)
{
	if (v.in.row.n >= v.room) {
		v.room = v.in.row.n + v.in.row.n / 2 + 256;
		v.joined = mem_grow(v.joined, v.room, 1);
	}
	for (int i = 0; i < v.in.n; i++) {
		if (v.header.column[i] < 0)
			continue;
		struct slice s = rec_text(&v.in, i);
		const char *what = schema_check(&v.schema.c[v.header.column[i]], s);
		if (what)
			problem(v.header.name[i], what, s);
	}
	if (v.header.keyed)
		(v.header.time < 0 ? check_once : check_later)(find_group());
}

int
main(int argc, char **argv)
{
	int i = opt_parse(&usage, &v, argc, argv);
	if (argc - i > 1)
		opt_bad(&usage, "one file at most", argv[i + 1]);
	if (!v.name)
		opt_bad(&usage, "name a schema with --schema", "");
	if (v.max < 0)
		die("--max is below 0");
	v.schema = schema_load(schema_path(v.name));
	if (v.columns) {
		static struct out o;
		out_open(&o, 1, "stdout");
		schema_print(&v.schema, &o);
		out_flush(&o);
		return 0;
	}
	rec_file(&v.in, i < argc ? argv[i] : "-");
	rec_header(&v.in);
	v.room = v.in.row.n + 256;
	v.joined = mem_alloc(v.room, 1);
	v.header = schema_header_read(&v.schema, &v.in, problem);
	check_required();
	while (rec_next(&v.in))
		check_row();
	if (v.problems > v.max)
		warn("%s: %ld problems, %d of them named", v.in.name, v.problems, v.max);
	return v.problems ? 1 : 0;
}
