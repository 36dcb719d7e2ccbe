/*
 * fuzz-rec - the record reader against libcsv in strict mode
 *
 * Both must accept the same inputs and give the same unquoted fields; ours also
 * refuses ragged records, and then what it gave before must be right. libcsv is
 * told to trim nothing, to end rows at newlines only and to report empty rows; a
 * BOM and the CR of a CRLF are taken off for it. The first byte of the input is
 * the size of the reads that the rest comes in.
 */
#include <csv.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/text.h"
#include "die-longjmp.h"
#include "stream/rec.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Fields one after another, each as its length and its bytes; a record ends with -1. */
struct dump {
	char *p;
	size_t n, cap;
};

static void
put(struct dump *d, const void *p, size_t n)
{
	while (d->n + n > d->cap)
		d->p = realloc(d->p, d->cap = d->cap ? 2 * d->cap : 4096);
	if (n)
		memcpy(d->p + d->n, p, n);
	d->n += n;
}

static void
put_field(struct dump *d, const void *p, size_t n)
{
	long len = (long)n;

	put(d, &len, sizeof len);
	put(d, p, n);
}

static void
put_end(struct dump *d)
{
	long end = -1;

	put(d, &end, sizeof end);
}

static struct rec r;
static char *unquoted;

/* Ours into d; true when all of it was accepted. */
static bool
ours(struct text t, struct dump *d)
{
	long line = 0;

	unquoted = malloc(t.n + 1);
	if (setjmp(fuzz_death) == 0) {
		rec_source(&r, read_text, &t, "in");
		while (rec_next(&r)) {
			if (r.n != r.width || r.line <= line)
				abort();
			line = r.line;
			for (int i = 0; i < r.n; i++) {
				struct slice s = rec_unquote(r.f[i], unquoted);
				put_field(d, s.p, s.n);
			}
			const struct slice *last = &r.f[r.n - 1];
			if (r.f[0].p != r.row.p || last->p + last->n != r.row.p + r.row.n)
				abort(); /* the row's bytes are those of its fields */
			put_end(d);
		}
		if (rec_next(&r))
			abort();
		return true;
	}
	return false;
}

struct theirs {
	struct dump d;
	bool ragged;
	int n, width;
};

static void
their_field(void *p, size_t n, void *data)
{
	struct theirs *t = data;

	put_field(&t->d, p, n);
	t->n++;
}

static void
their_row(int c, void *data)
{
	struct theirs *t = data;

	(void)c;
	if (t->n == 0)
		their_field(NULL, 0, t); /* an empty line: one empty field */
	if (t->width == 0)
		t->width = t->n;
	t->ragged |= t->n != t->width;
	t->n = 0;
	put_end(&t->d);
}

static int
no_space(unsigned char c)
{
	(void)c;
	return 0;
}

static int
newline(unsigned char c)
{
	return c == '\n';
}

/* The input without a BOM and without the CR before a newline or the end, outside quotes. */
static size_t
without_cr(char *to, const char *p, size_t n)
{
	size_t k = 0;
	bool in = false;

	if (n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0) {
		p += 3;
		n -= 3;
	}
	for (size_t i = 0; i < n; i++) {
		in ^= p[i] == '"';
		if (!(p[i] == '\r' && !in && (i + 1 == n || p[i + 1] == '\n')))
			to[k++] = p[i];
		else if (i + 1 == n && (k == 0 || to[k - 1] == '\n'))
			to[k++] = '\n'; /* a CR all alone is an empty line */
	}
	return k;
}

static bool
theirs(const char *p, size_t n, struct theirs *t)
{
	struct csv_parser c;
	char *s = malloc(n + 1);
	size_t k = without_cr(s, p, n);

	csv_init(&c, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
	csv_set_space_func(&c, no_space);
	csv_set_term_func(&c, newline);
	bool ok = csv_parse(&c, s, k, their_field, their_row, t) == k && csv_fini(&c, their_field, their_row, t) == 0;
	csv_free(&c);
	free(s);
	return ok;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct dump d = { 0 };
	struct theirs t = { 0 };

	if (size == 0)
		return 0;
	const char *p = (const char *)data + 1;
	bool a = ours((struct text){ p, size - 1, data[0] ? data[0] : 65536 }, &d);
	bool b = theirs(p, size - 1, &t);
	if (a != (b && !t.ragged))
		abort();
	if (d.n > t.d.n || (d.n && memcmp(d.p, t.d.p, d.n) != 0) || (a && d.n != t.d.n))
		abort();
	rec_close(&r);
	free(unquoted);
	free(d.p);
	free(t.d.p);
	return 0;
}
