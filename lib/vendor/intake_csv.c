#include "vendor/intake_csv.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "vendor/intake_number.h"
#include "vendor/intake_times.h"

enum { CHUNK = 65536, RECORD_MAX = 16 << 20 }; /* bytes of one record */

struct reader {
	const struct intake *k;
	struct bars *b;
	struct csv_parser csv;
	/* the record at hand: its fields without their quotes, a delimiter behind each */
	char *text;
	size_t n, room;
	struct slice_at {
		size_t at, n;
	} *field;
	size_t fields, fields_room;
	long line;       /* where it begins */
	long within;     /* ends of lines inside its quotes */
	bool after_cr;   /* the line before it ended in one */
	bool closing;    /* the text is at its end */
	/* of the header */
	size_t width;    /* 0 before it */
	size_t time, column[BAR_VALUES];
	const char *name[BAR_VALUES]; /* NULL when there is none */
	struct intake_times times;
	/* lines that look like none, at the end */
	int doubts;
	char doubt[1024]; /* what is wrong with the first */
};

static struct slice
cell(const struct reader *r, size_t i)
{
	struct slice s = { r->text + r->field[i].at, r->field[i].n };

	while (s.n && (*s.p == ' ' || *s.p == '\t'))
		s.p++, s.n--;
	while (s.n && (s.p[s.n - 1] == ' ' || s.p[s.n - 1] == '\t'))
		s.n--;
	return s;
}

/* The record without its quotes, for messages. */
static struct slice
record(const struct reader *r)
{
	return (struct slice){ r->text, r->n - 1 };
}

/* ---- the header ---- */

/* The column of the first of the names that the header has, told in *name. */
static size_t
find_column(const struct reader *r, const struct intake_names *names, const char **name)
{
	size_t at = r->fields;

	for (int k = 0; k < names->n && at == r->fields; k++)
		for (size_t i = 0; i < r->fields; i++) {
			if (!slice_is(cell(r, i), names->v[k]))
				continue;
			if (at < r->fields)
				die("%s: column '%s' stands twice", bars_place(r->b, r->line), names->v[k]);
			at = i;
			*name = names->v[k];
		}
	if (at == r->fields)
		die("%s: no column %s in \"%.*s\"", bars_place(r->b, r->line), intake_names_text(names, '\''), SLICE(record(r)));
	return at;
}

static void
header(struct reader *r)
{
	r->width = r->fields;
	r->time = find_column(r, &r->k->time, &r->times.column);
	for (int i = 0; i < BAR_VALUES; i++)
		if (r->k->column[i].n)
			r->column[i] = find_column(r, &r->k->column[i], &r->name[i]);
}

/* ---- rows ---- */

static void
row(struct reader *r)
{
	struct bar bar = { .at = r->line };

	if (r->fields != r->width)
		die("%s: %zu field%s where the header has %zu", bars_place(r->b, r->line), r->fields, r->fields == 1 ? "" : "s", r->width);
	intake_times_add(&r->times, r->b, r->line, cell(r, r->time));
	for (int i = 0; i < BAR_VALUES; i++)
		bar.v[i] = r->name[i] ? intake_number(r->k, r->b, r->line, r->name[i], cell(r, r->column[i])) : num_missing();
	bars_add(r->b, bar);
}

/* Is a time one of its fields? */
static bool
has_time(const struct reader *r)
{
	for (size_t i = 0; i < r->fields; i++)
		if (intake_times_is(r->k, cell(r, i)))
			return true;
	return false;
}

/* A line without a time may be one of those at the bottom. */
static void
put_off(struct reader *r)
{
	if (r->doubts++ == 0)
		snprintf(r->doubt, sizeof r->doubt, "%s: no row, for no field is a time as %s: \"%.*s\"", bars_place(r->b, r->line),
		    intake_names_text(&r->k->date_format, '"'), SLICE(record(r)));
	if (r->doubts > r->k->skip_bottom)
		die("%s", r->doubt);
}

static void
take(struct reader *r)
{
	if (r->width == 0) {
		header(r);
	} else if (r->k->skip_bottom && !has_time(r)) {
		put_off(r);
	} else {
		if (r->doubts)
			die("%s", r->doubt);
		row(r);
	}
}

/* ---- what libcsv calls ---- */

static void
add_field(struct reader *r, const char *p, size_t n)
{
	if (r->fields == r->fields_room) {
		r->fields_room = r->fields_room ? 2 * r->fields_room : 32;
		r->field = mem_grow(r->field, r->fields_room, sizeof *r->field);
	}
	if (r->n + n + 1 > r->room) {
		r->room = 2 * (r->n + n + 1);
		r->text = mem_grow(r->text, r->room, 1);
	}
	if (n)
		memcpy(r->text + r->n, p, n);
	r->text[r->n + n] = r->k->delimiter;
	r->field[r->fields++] = (struct slice_at){ r->n, n };
	r->n += n + 1;
}

static void
on_field(void *p, size_t n, void *arg)
{
	struct reader *r = arg;
	const char *s = p;
	long ends = 0;

	if (r->closing)
		die("%s: quote never closed", bars_place(r->b, r->line));
	for (size_t i = 0; i < n; i++)
		ends += s[i] == '\n' || (s[i] == '\r' && (i + 1 == n || s[i + 1] != '\n'));
	if (ends && memchr(s, '"', n))
		die("%s: a quote too many or too few: a field of %ld lines has one inside", bars_place(r->b, r->line), ends + 1);
	r->within += ends;
	add_field(r, s, n);
}

/* end: the byte that ended the line. */
static void
on_record(int end, void *arg)
{
	struct reader *r = arg;
	bool rest = end == '\n' && r->after_cr && r->fields == 0; /* of a CRLF */

	r->after_cr = end == '\r';
	if (rest)
		return;
	if (r->fields)
		take(r);
	r->line += 1 + r->within;
	r->within = 0;
	r->fields = r->n = 0;
}

static int
is_space(unsigned char c)
{
	return c == ' ';
}

static void
feed(struct reader *r, struct slice s)
{
	while (s.n) {
		size_t n = s.n < CHUNK ? s.n : CHUNK;
		csv_parse(&r->csv, s.p, n, on_field, on_record, r);
		if (csv_get_buffer_size(&r->csv) > RECORD_MAX || r->n > RECORD_MAX)
			die("%s: record longer than %d bytes", bars_place(r->b, r->line), RECORD_MAX);
		s.p += n;
		s.n -= n;
	}
}

void
intake_csv(const struct intake *k, struct bars *b, struct slice text, long line)
{
	struct reader r = { .k = k, .b = b, .line = line, .times = { .k = k } };

	csv_init(&r.csv, CSV_REPALL_NL);
	csv_set_delim(&r.csv, (unsigned char)k->delimiter);
	csv_set_space_func(&r.csv, is_space);
	csv_set_blk_size(&r.csv, 4096);
	feed(&r, text);
	if (text.n && text.p[text.n - 1] != '\n' && text.p[text.n - 1] != '\r')
		feed(&r, (struct slice){ "\n", 1 });
	r.closing = true; /* what is open now is a quote */
	csv_fini(&r.csv, on_field, on_record, &r);
	if (r.width == 0)
		die("%s: empty: not even a header", b->name);
	intake_times_end(&r.times, b);
	csv_free(&r.csv);
	free(r.text);
	free(r.field);
}
