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
#include <stdlib.h>

#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/warn.h"
#include "stream/rec.h"
#include "stream/schema.h"
#include "time/stamp.h"

struct group {
	int64_t time;        /* of its latest row */
	long line;
};

static struct validate {
	const char *name;
	int max;
	bool columns;
	/* from here on not options */
	struct schema schema;
	struct rec in;
	long problems;
	int *column;         /* a field's column of the schema, or -1 */
	char **header;
	int time;            /* the field of the time in the key, or -1 */
	int *key, keys;      /* the fields of the key's other columns */
	bool keyed;          /* all of the key's columns are there */
	struct names groups;   /* the values of those other columns */
	struct group *group;
	int last;            /* the group of the row before */
	char *joined, *unquoted;
	size_t room;
} v = { .max = 20, .time = -1, .last = -1 };

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

/* ---- the header ---- */

static void
check_required(const bool *seen)
{
	for (int i = 0; i < v.schema.n; i++)
		if (v.schema.c[i].required && !seen[i] && v.problems++ < v.max)
			warn("%s:%ld: no column '%s'", v.in.name, v.in.line, v.schema.c[i].name);
}

static void
check_header(void)
{
	const struct schema *s = &v.schema;
	bool *seen = mem_alloc((size_t)s->n, sizeof *seen);
	struct names names = { 0 };
	int latest = 0, twice = 0;

	v.column = mem_alloc((size_t)v.in.n, sizeof *v.column);
	v.header = mem_alloc((size_t)v.in.n, sizeof *v.header);
	for (int i = 0; i < v.in.n; i++) {
		struct slice name = rec_unquote(v.in.f[i], v.unquoted);
		v.header[i] = mem_dup(name.p, name.n);
		int c = v.column[i] = schema_find(s, name);
		if (names_put(&names, name) < i - twice) {
			problem(v.header[i], "twice", name);
			twice++;
		} else if (c < 0 && !s->more) {
			problem(v.header[i], "not of the schema", name);
		}
		if (c >= 0 && c < latest)
			problem(v.header[i], "out of order, belongs further left", name);
		if (c > latest)
			latest = c;
		if (c >= 0)
			seen[c] = true;
	}
	check_required(seen);
	free(seen);
}

static int
field_of(const char *name)
{
	for (int i = 0; i < v.in.n; i++)
		if (strcmp(v.header[i], name) == 0)
			return i;
	return -1;
}

static void
find_key(void)
{
	const struct names *key = &v.schema.key;

	v.key = mem_alloc((size_t)key->n, sizeof *v.key);
	v.keyed = key->n > 0;
	for (int i = 0; i < key->n; i++) {
		int f = field_of(key->name[i]);
		if (f < 0)
			v.keyed = false;
		else if (strcmp(key->name[i], "time") == 0)
			v.time = f;
		else
			v.key[v.keys++] = f;
	}
}

/* ---- the rows ---- */

/* A field's value; of quoted ones the copy made last. */
static struct slice
value(int i)
{
	return v.in.f[i].n && v.in.f[i].p[0] == '"' ? rec_unquote(v.in.f[i], v.unquoted) : v.in.f[i];
}

/* The group of the row: the values of the key's columns but time, joined. */
static int
find_group(void)
{
	size_t n = 0;

	for (int i = 0; i < v.keys; i++) {
		struct slice s = value(v.key[i]);
		if (i)
			v.joined[n++] = ',';
		memcpy(v.joined + n, s.p, s.n);
		n += s.n;
	}
	struct slice joined = { v.joined, n };
	if (v.last >= 0 && slice_is(joined, v.groups.name[v.last]))
		return v.last;
	int known = v.groups.n, g = names_put(&v.groups, joined);
	if (g == known) {
		/* room in powers of two */
		if ((known & (known - 1)) == 0)
			v.group = mem_grow(v.group, known ? 2 * (size_t)known : 1, sizeof *v.group);
		v.group[g] = (struct group){ .time = INT64_MIN, .line = 0 };
	}
	return g;
}

static void
check_key(void)
{
	struct group *g;
	char what[160];
	int64_t t;

	v.last = find_group();
	g = &v.group[v.last];
	if (v.time < 0) {
		if (g->line) {
			snprintf(what, sizeof what, "the key stood on line %ld already", g->line);
			problem(v.header[v.key[0]], what, (struct slice){ v.groups.name[v.last], strlen(v.groups.name[v.last]) });
		} else {
			g->line = v.in.line;
		}
		return;
	}
	if (!stamp_parse(value(v.time), &t))
		return; /* said already */
	if (t <= g->time) {
		snprintf(what, sizeof what, "not after the last%s%.80s", v.keys ? " of " : "", v.groups.name[v.last]);
		problem("time", what, value(v.time));
	}
	g->time = t;
}

static void
check_row(void)
{
	if (v.in.row.n >= v.room) {
		v.room = v.in.row.n + v.in.row.n / 2 + 256;
		v.joined = mem_grow(v.joined, v.room, 1);
		v.unquoted = mem_grow(v.unquoted, v.room, 1);
	}
	for (int i = 0; i < v.in.n; i++) {
		if (v.column[i] < 0)
			continue;
		struct slice s = value(i);
		const char *what = schema_check(&v.schema.c[v.column[i]], s);
		if (what)
			problem(v.header[i], what, s);
	}
	if (v.keyed)
		check_key();
}

int
main(int argc, char **argv)
{
	int i = opt_parse(&usage, &v, argc, argv);
	if (argc - i > 1)
		opt_bad(&usage, "one file at most", argv[i + 1]);
	if (!v.name)
		opt_bad(&usage, "name a schema with --schema", "");
	v.schema = schema_load(schema_path(v.name));
	if (v.columns) {
		struct out o;
		out_open(&o, 1, "stdout");
		schema_print(&v.schema, &o);
		out_flush(&o);
		return 0;
	}
	rec_file(&v.in, i < argc ? argv[i] : "-");
	rec_header(&v.in);
	v.room = v.in.row.n + 256;
	v.joined = mem_alloc(v.room, 1);
	v.unquoted = mem_alloc(v.room, 1);
	check_header();
	find_key();
	while (rec_next(&v.in))
		check_row();
	if (v.problems > v.max)
		warn("%s: %ld problems, %d of them named", v.in.name, v.problems, v.max > 0 ? v.max : 0);
	return v.problems ? 1 : 0;
}
