/*
 * fuzz-schema - a JSON Schema as stream/schema.h understands it, a NUL, and rows that are checked against it
 *
 * What passes as a number must be read as one within its bounds, what passes as a stamp as one; what may be
 * missing passes when it is empty. Inputs may be long: max_len=2000
 */
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/num.h"
#include "base/out.h"
#include "base/warn.h"
#include "die-longjmp.h"
#include "stream/rec.h"
#include "stream/schema.h"
#include "stream/schema_header.h"
#include "time/stamp.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct input {
	int fd;          /* of the schema */
	struct slice rows;
};

static ssize_t
read_rows(void *src, char *buf, size_t n)
{
	struct slice *s = src;

	if (n > s->n)
		n = s->n;
	memcpy(buf, s->p, n);
	s->p += n;
	s->n -= n;
	return (ssize_t)n;
}

static void
ignore(const char *column, const char *what, struct slice value)
{
	if (!column || !what || (value.n && !value.p))
		abort();
}

static void
check_passed(const struct schema_column *c, struct slice s)
{
	int64_t t;
	double x;

	if (s.n == 0) {
		if (!c->missing && (c->type != SCHEMA_STRING || c->min_length > 0))
			abort();
		return;
	}
	if (c->type != SCHEMA_STRING && (!num_parse(s.p, s.n, &x) || !isfinite(x) || x < c->min || x > c->max || (c->above && x == c->min)))
		abort();
	if ((c->format == FORMAT_DATE || c->format == FORMAT_STAMP) && !stamp_parse(s, &t))
		abort();
	if (c->allowed.n && names_get(&c->allowed, s) < 0)
		abort();
}

static void
take(void *arg)
{
	struct input *in = arg;
	char path[64];
	struct out o;
	struct rec r;

	snprintf(path, sizeof path, "/proc/self/fd/%d", in->fd);
	struct schema s = schema_load(path);
	out_open(&o, open("/dev/null", O_WRONLY | O_CLOEXEC), "null");
	schema_print(&s, &o);
	out_close(&o);
	rec_source(&r, read_rows, &in->rows, "rows");
	rec_header(&r);
	struct schema_header h = schema_header_read(&s, &r, ignore);
	while (rec_next(&r))
		for (int i = 0; i < r.n; i++)
			if (h.column[i] >= 0 && !schema_check(&s.c[h.column[i]], rec_text(&r, i)))
				check_passed(&s.c[h.column[i]], rec_text(&r, i));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int pipes[2]; /* a file would be remembered as an input */
	const char *p = (const char *)data, *nul = memchr(data, '\0', size);
	size_t n = nul ? (size_t)(nul - p) : size;
	struct input in = { 0, { p + n + (nul != NULL), size - n - (nul != NULL) } };

	warn_quiet();
	if (pipe(pipes) || write(pipes[1], data, n) != (ssize_t)n || close(pipes[1]))
		abort();
	in.fd = pipes[0];
	fuzz_run(take, &in);
	close_range((unsigned)pipes[0], ~0u, 0); /* and what a death left open */
	return 0;
}
