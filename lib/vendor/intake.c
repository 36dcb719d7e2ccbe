#include "vendor/intake.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "stream/rec.h"
#include "time/date_format.h"
#include "vendor/refusal.h"

enum { CELL = 64 }; /* bytes of a number with its groups taken out */

/* ---- values ---- */

static bool
is_missing(const struct intake *k, struct slice s)
{
	for (size_t i = 0; i < json_array_size(k->missing); i++)
		if (slice_is(s, json_string_value(json_array_get(k->missing, i))))
			return true;
	return s.n == 0;
}

/* Without the bytes that group digits. */
static struct slice
ungrouped(const struct intake *k, struct slice s, char buf[CELL])
{
	size_t n = 0;

	if (!*k->thousands || s.n > CELL)
		return s;
	for (size_t i = 0; i < s.n; i++)
		if (!strchr(k->thousands, s.p[i]))
			buf[n++] = s.p[i];
	return (struct slice){ buf, n };
}

static double
value(const struct intake *k, const struct bars *b, long at, const char *column, struct slice s)
{
	char buf[CELL];
	double x;

	if (is_missing(k, s))
		return num_missing();
	struct slice plain = ungrouped(k, s, buf);
	if (!num_parse(plain.p, plain.n, &x))
		die("%s: column '%s': not a number: \"%.*s\"", bars_place(b, at), column, SLICE(s));
	return x;
}

static int64_t
stamp(const struct intake *k, const struct bars *b, long at, struct slice s)
{
	int64_t t;

	if (!date_format_parse(k->date_format, s, &t) || t < -62135596800 || t > 253402300799) /* the years 1 to 9999 */
		die("%s: column '%s': not a time as \"%s\": \"%.*s\"", bars_place(b, at), k->time, k->date_format, SLICE(s));
	return t;
}

/* ---- CSV ---- */

/* Cut n lines off the beginning. */
static struct slice
cut_top(struct slice s, int n, const char *name)
{
	for (int i = 0; i < n; i++) {
		const char *end = memchr(s.p, '\n', s.n);
		if (!end)
			die("%s: empty but for %d lines that are skipped", name, n);
		s.n -= (size_t)(end + 1 - s.p);
		s.p = end + 1;
	}
	return s;
}

/* Does a date stand in one of its fields? */
static bool
is_row(const struct intake *k, struct slice line)
{
	int64_t t;

	for (;;) {
		const char *comma = memchr(line.p, ',', line.n);
		struct slice f = { line.p, comma ? (size_t)(comma - line.p) : line.n };
		line.n -= f.n + (comma != NULL);
		line.p = comma ? comma + 1 : line.p;
		if (date_format_parse(k->date_format, rec_bare(f), &t))
			return true;
		if (!comma)
			return false;
	}
}

/* Cut up to n lines off the end, blank ones not counted; a row stays, even one that was cut off. */
static struct slice
cut_bottom(const struct intake *k, struct slice s)
{
	for (int i = 0; i < k->skip_bottom; i++) {
		while (s.n && strchr("\r\n", s.p[s.n - 1]) && s.p[s.n - 1])
			s.n--;
		const char *before = memrchr(s.p, '\n', s.n);
		size_t at = before ? (size_t)(before + 1 - s.p) : 0;
		if (is_row(k, (struct slice){ s.p + at, s.n - at }))
			break;
		s.n = at;
	}
	return s;
}

static ssize_t
read_bytes(void *src, char *buf, size_t n)
{
	struct slice *s = src;
	size_t k = n < s->n ? n : s->n;

	memcpy(buf, s->p, k);
	s->p += k;
	s->n -= k;
	return (ssize_t)k;
}

static int
find_column(const struct rec *r, const char *column)
{
	int i = rec_find(r, column);

	if (i < 0)
		die("%s:%ld: no column '%s' in \"%.*s\"", r->name, r->line, column, SLICE(r->row));
	return i;
}

static struct slice
cell(const struct rec *r, int i)
{
	struct slice s = rec_text(r, i);

	while (s.n && *s.p == ' ')
		s.p++, s.n--;
	while (s.n && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

static void
read_csv(const struct intake *k, struct bars *b, struct slice text)
{
	struct rec r;
	int column[BAR_VALUES], time;

	rec_source(&r, read_bytes, &text, b->name);
	r.next_line += k->skip_top; /* lines count from the file's first */
	rec_header(&r);
	time = find_column(&r, k->time);
	for (int i = 0; i < BAR_VALUES; i++)
		column[i] = k->column[i] ? find_column(&r, k->column[i]) : -1;
	while (rec_next(&r)) {
		struct bar bar = { .at = r.line, .time = stamp(k, b, r.line, cell(&r, time)) };
		for (int i = 0; i < BAR_VALUES; i++)
			bar.v[i] = column[i] < 0 ? num_missing() : value(k, b, r.line, k->column[i], cell(&r, column[i]));
		bars_add(b, bar);
	}
	rec_close(&r);
}

/* ---- JSON ---- */

/* The list that the keys of k->rows lead to. */
static const json_t *
find_rows(const struct intake *k, const json_t *root, const char *name)
{
	const json_t *v = root;
	const char *p = k->rows;

	while (v && *p) {
		size_t n = strcspn(p, ".");
		char *key = mem_dup(p, n);
		v = json_object_get(v, key);
		free(key);
		p += n + (p[n] == '.');
	}
	if (json_is_array(v))
		return v;
	refusal_of(root, name, true);
	die("%s: no list '%s' in it", name, k->rows);
}

/* A member as text; a number's in full. */
static struct slice
member(const struct bars *b, long at, const json_t *row, const char *key, char buf[NUM_MAX])
{
	const json_t *v = json_object_get(row, key);

	if (json_is_null(v))
		return (struct slice){ "", 0 };
	if (json_is_string(v))
		return (struct slice){ json_string_value(v), json_string_length(v) };
	if (json_is_integer(v) && llabs(json_integer_value(v)) < 1000000000000000)
		return (struct slice){ buf, num_print_int(buf, (double)json_integer_value(v)) };
	if (json_is_number(v))
		return (struct slice){ buf, num_print(buf, json_number_value(v)) };
	die("%s: %s '%s'", bars_place(b, at), v ? "neither a number nor text:" : "no", key);
}

static void
read_json(const struct intake *k, struct bars *b, struct slice text)
{
	json_error_t e;
	char buf[NUM_MAX];
	json_t *root = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &e);

	if (!root)
		die("%s:%d: not JSON: %s", b->name, e.line, e.text);
	refusal_of(root, b->name, false);
	const json_t *rows = find_rows(k, root, b->name);
	b->row = *k->rows ? k->rows : "rows";
	for (size_t n = 0; n < json_array_size(rows); n++) {
		const json_t *row = json_array_get(rows, n);
		struct bar bar = { .at = (long)n };
		if (!json_is_object(row))
			die("%s: not an object", bars_place(b, bar.at));
		bar.time = stamp(k, b, bar.at, member(b, bar.at, row, k->time, buf));
		for (int i = 0; i < BAR_VALUES; i++)
			bar.v[i] = !k->column[i] ? num_missing() :
			    value(k, b, bar.at, k->column[i], member(b, bar.at, row, k->column[i], buf));
		bars_add(b, bar);
	}
	json_decref(root);
}

static struct bars
bars_of(const struct intake *k, const char *p, size_t n, const char *name, bool whole)
{
	struct bars b = { .name = name, .series = k->series };
	bool bom = n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0;
	struct slice s = { p + 3 * bom, n - 3 * bom };

	refusal_check(k->format, s.p, s.n, name);
	if (k->format == INTAKE_JSON) {
		read_json(k, &b, s);
	} else {
		if (!whole && p[n - 1] != '\n')
			die("%s: the last line has no end: cut off?", name);
		read_csv(k, &b, cut_bottom(k, cut_top(s, k->skip_top, name)));
	}
	bars_check(&b, k->order, k->settlement);
	return b;
}

struct bars
intake_fd(const struct intake *k, int fd, const char *name, bool whole)
{
	size_t n = 0, room = 1 << 16;
	char *p = mem_grow(NULL, room, 1);
	ssize_t got;

	while ((got = read(fd, p + n, room - n)) != 0) {
		if (got < 0 && errno != EINTR)
			die_sys("cannot read '%s'", name);
		n += got > 0 ? (size_t)got : 0;
		if (n > INTAKE_MAX)
			die("%s: more than %d bytes", name, INTAKE_MAX);
		if (n == room)
			p = mem_grow(p, room *= 2, 1);
	}
	struct bars b = bars_of(k, p, n, name, whole);
	free(p);
	return b;
}
