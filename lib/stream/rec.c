#include "stream/rec.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <unistd.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/num.h"
#include "base/out.h"
#include "base/output.h"

enum { REC_SIZE = 65536, PAD = 16 };

/* Outputs are flushed before a read that would block: prompt on a tail -f, fast in bulk. */
static ssize_t
read_fd(void *src, char *buf, size_t n)
{
	struct rec *r = src;
	struct pollfd pfd = { .fd = r->fd, .events = POLLIN };
	ssize_t k;

	if (poll(&pfd, 1, 0) == 0)
		out_flush_all();
	do
		k = read(r->fd, buf, n);
	while (k < 0 && errno == EINTR);
	return k;
}

void
rec_source(struct rec *r, ssize_t (*read)(void *, char *, size_t), void *src, const char *name)
{
	*r = (struct rec){ .name = name, .read = read, .src = src, .fd = -1, .next_line = 1 };
	r->cap = REC_SIZE;
	r->buf = mem_alloc(r->cap + PAD, 1);
}

void
rec_open(struct rec *r, int fd, const char *name)
{
	rec_source(r, read_fd, NULL, name);
	r->fd = fd;
}

bool
rec_try_file(struct rec *r, const char *path, struct wrong *w)
{
	if (strcmp(path, "-") == 0) {
		if (!output_try_input(0, "stdin", w))
			return false;
		rec_open(r, 0, "stdin");
		return true;
	}
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return wrong_sys(w, "cannot open '%s'", path);
	if (!output_try_input(fd, path, w)) {
		close(fd);
		return false;
	}
	rec_open(r, fd, path);
	r->opened = true;
	return true;
}

void
rec_close(struct rec *r)
{
	if (r->opened)
		close(r->fd);
	free(r->buf);
	free(r->unquoted);
	free(r->f);
	r->buf = r->unquoted = NULL;
	r->f = NULL;
}

/* More bytes after the unfinished record at pos, or the end. */
static enum rec_got
fill(struct rec *r, struct wrong *w)
{
	if (r->eof)
		return REC_END;
	if (r->pos) {
		memmove(r->buf, r->buf + r->pos, r->end - r->pos);
		r->end -= r->pos;
		r->pos = 0;
	}
	if (r->end == r->cap) {
		if (r->cap >= REC_MAX) {
			wrong_say(w, "%s:%ld: record longer than %d bytes", r->name, r->next_line, REC_MAX);
			return REC_WRONG;
		}
		r->cap *= 2;
		r->buf = mem_grow(r->buf, r->cap + PAD, 1);
	}
	ssize_t k = r->read(r->src ? r->src : r, r->buf + r->end, r->cap - r->end);
	if (k < 0) {
		wrong_sys(w, "cannot read '%s'", r->name);
		return REC_WRONG;
	}
	r->eof = k == 0;
	r->end += (size_t)k;
	return k > 0 ? REC_ROW : REC_END;
}

static void
add_field(struct rec *r, const char *p, const char *end)
{
	if (r->n == r->fields) {
		r->fields = r->fields ? 2 * r->fields : 32;
		r->f = mem_grow(r->f, (size_t)r->fields, sizeof *r->f);
	}
	r->f[r->n++] = (struct slice){ p, (size_t)(end - p) };
}

/* A bit for each of the 16 bytes at p that is a comma, a newline or a quote. */
static inline unsigned
special(const char *p)
{
#ifdef __SSE2__
	__m128i b = _mm_loadu_si128((const __m128i *)p);
	__m128i m = _mm_or_si128(_mm_cmpeq_epi8(b, _mm_set1_epi8(',')),
	    _mm_or_si128(_mm_cmpeq_epi8(b, _mm_set1_epi8('\n')), _mm_cmpeq_epi8(b, _mm_set1_epi8('"'))));
	return (unsigned)_mm_movemask_epi8(m);
#else
	unsigned m = 0;
	for (unsigned i = 0; i < 16; i++)
		m |= (unsigned)(p[i] == ',' || p[i] == '\n' || p[i] == '"') << i;
	return m;
#endif
}

enum split { WHOLE, QUOTED, MORE, BAD };

/* Split the record at pos as if it had no quotes; *next is the byte after its newline. A quote stands behind the last byte. */
static enum split
split_fast(struct rec *r, size_t *next)
{
	const char *field = r->buf + r->pos, *end = r->buf + r->end;
	struct slice *f = r->f, *full = f ? f + r->fields : f;

	r->buf[r->end] = '"';
	for (const char *p = field; p < end; p += 16) {
		for (unsigned m = special(p); m; m &= m - 1) {
			const char *q = p + __builtin_ctz(m);
			if (*q == '"')
				return q < end ? QUOTED : MORE;
			if (f == full) {
				r->n = r->fields;
				add_field(r, field, q);
				f = r->f + r->n;
				full = r->f + r->fields;
			} else {
				*f++ = (struct slice){ field, (size_t)(q - field) };
			}
			field = q + 1;
			if (*q == '\n') {
				r->n = (int)(f - r->f);
				*next = (size_t)(field - r->buf);
				return WHOLE;
			}
		}
	}
	return MORE;
}

static enum split
bad_quote(const struct rec *r, const char *what, struct wrong *w)
{
	wrong_say(w, "%s:%ld: %s", r->name, r->next_line, what);
	return BAD;
}

/* Split the record at pos, which has quotes. */
static enum split
split_quoted(struct rec *r, size_t *next, struct wrong *w)
{
	const char *p = r->buf + r->pos, *end = r->buf + r->end, *field = p;

	r->n = 0;
	for (;; field = ++p) {
		if (p < end && *p == '"') {
			for (p++;; p++) {
				if (p + 1 >= end)
					return MORE; /* the byte after a quote decides what it is */
				if (*p == '"' && *++p != '"')
					break;
			}
			if (*p == '\r' && p + 1 >= end)
				return MORE;
			if (*p != ',' && *p != '\n' && !(*p == '\r' && p[1] == '\n'))
				return bad_quote(r, "text after a closing quote", w);
		}
		for (; p < end && *p != ',' && *p != '\n'; p++)
			if (*p == '"')
				return bad_quote(r, "quote inside a field that does not begin with one", w);
		if (p >= end)
			return MORE;
		add_field(r, field, p);
		if (*p == '\n') {
			*next = (size_t)(p + 1 - r->buf);
			return WHOLE;
		}
	}
}

/* A record of another width than those before it: the first of all gives it to them. */
static enum rec_got
other_width(struct rec *r, struct wrong *w)
{
	if (r->width == 0) {
		r->width = r->n;
		return REC_ROW;
	}
	wrong_say(w, "%s:%ld: %d field%s where the header has %d", r->name, r->line, r->n, r->n == 1 ? "" : "s", r->width);
	return REC_WRONG;
}

/* The input ended inside a record: the missing newline is put there. */
static bool
last_record(struct rec *r)
{
	if (r->pos == r->end)
		return false;
	if (r->end == r->cap) {
		r->cap++;
		r->buf = mem_grow(r->buf, r->cap + PAD, 1);
	}
	r->buf[r->end++] = '\n';
	return true;
}

static enum rec_got
skip_bom(struct rec *r, struct wrong *w)
{
	enum rec_got more = REC_ROW;

	while (r->end < 3 && more == REC_ROW)
		more = fill(r, w);
	if (r->end >= 3 && memcmp(r->buf, "\xef\xbb\xbf", 3) == 0)
		r->pos = 3;
	return more;
}

/* What is left to do for a record with quotes: count its lines, see that there is room to unquote it. */
static void
finish_quoted(struct rec *r)
{
	for (size_t i = 0; i < r->row.n; i++)
		r->next_line += r->row.p[i] == '\n';
	if (r->unquoted_cap < r->cap) {
		r->unquoted_cap = r->cap;
		r->unquoted = mem_grow(r->unquoted, r->cap, 1);
	}
}

/* Find the record at pos and split it; *next is the byte after its newline. */
static enum rec_got
split(struct rec *r, size_t *next, struct wrong *w)
{
	enum rec_got more = REC_ROW;

	for (;;) {
		enum split s = split_fast(r, next);
		r->quoted = s == QUOTED;
		if (r->quoted)
			s = split_quoted(r, next, w);
		if (s == WHOLE)
			return REC_ROW;
		if (s == BAD)
			return REC_WRONG;
		if (more == REC_END) {
			wrong_say(w, "%s:%ld: quote never closed", r->name, r->next_line);
			return REC_WRONG;
		}
		more = fill(r, w);
		if (more == REC_WRONG || (more == REC_END && !last_record(r)))
			return more;
	}
}

/* The record that was split, its newline before next. */
static void
finish(struct rec *r, size_t next)
{
	r->line = r->next_line;
	r->row = (struct slice){ r->buf + r->pos, next - r->pos - 1 };
	r->pos = next;
	r->next_line++;
	struct slice *last = &r->f[r->n - 1];
	if (last->n && last->p[last->n - 1] == '\r') {
		last->n--;
		r->row.n--;
	}
	if (r->quoted)
		finish_quoted(r);
}

static bool
is_blank(const struct rec *r)
{
	size_t i = 0;

	while (i < r->row.n && (r->row.p[i] == ' ' || r->row.p[i] == '\t'))
		i++;
	return i == r->row.n;
}

/* The next record that counts. */
static enum rec_got
next_record(struct rec *r, struct wrong *w)
{
	size_t next;

	if (r->line == 0 && skip_bom(r, w) == REC_WRONG)
		return REC_WRONG;
	for (;;) {
		enum rec_got got = split(r, &next, w);
		if (got != REC_ROW)
			return got;
		finish(r, next);
		if (r->n == r->width)
			return REC_ROW;
		if (!r->skip_blank || !is_blank(r))
			return other_width(r, w);
	}
}

enum rec_got
rec_try(struct rec *r, struct wrong *w)
{
	enum rec_got got = next_record(r, w);

	if (got == REC_WRONG) { /* what follows is not to be trusted */
		r->eof = true;
		r->pos = r->end;
	}
	return got;
}

struct slice
rec_unquote(struct slice s, char *buf)
{
	s = rec_bare(s);
	const char *quote = memchr(s.p, '"', s.n);
	if (!quote)
		return s;
	size_t n = (size_t)(quote - s.p);
	memcpy(buf, s.p, n);
	for (size_t i = n; i < s.n; i++) {
		buf[n++] = s.p[i];
		i += s.p[i] == '"';
	}
	return (struct slice){ buf, n };
}

/* A copy as long as the buffer lets each field have the room that it has there. */
struct slice
rec_unquoted(const struct rec *r, int i)
{
	return rec_unquote(r->f[i], r->unquoted + (r->f[i].p - r->buf));
}

char *
rec_copy(const struct rec *r, int i)
{
	struct slice s = rec_text(r, i);

	if (memchr(s.p, '\0', s.n))
		die("%s:%ld: a NUL in a field", r->name, r->line);
	return mem_dup(s.p, s.n);
}

bool
rec_try_num(const struct rec *r, int i, const char *column, double *x, struct wrong *w)
{
	struct slice s = rec_bare(r->f[i]);

	if (s.n == 0) {
		*x = num_missing();
		return true;
	}
	return num_parse(s.p, s.n, x) ||
	    wrong_say(w, "%s:%ld: column '%s': not a number: \"%.*s\"", r->name, r->line, column, SLICE(s));
}

int
rec_find(const struct rec *r, const char *name)
{
	for (int i = 0; i < r->n; i++)
		if (slice_is(rec_text(r, i), name))
			return i;
	return -1;
}

/* ---- for programs, which die of what is wrong ---- */

void
rec_file(struct rec *r, const char *path)
{
	struct wrong w;

	if (!rec_try_file(r, path, &w))
		die("%s", w.text);
}

bool
rec_next(struct rec *r)
{
	struct wrong w;
	enum rec_got got = rec_try(r, &w);

	if (got == REC_WRONG)
		die("%s", w.text);
	return got == REC_ROW;
}

void
rec_header(struct rec *r)
{
	if (!rec_next(r))
		die("%s: empty: not even a header", r->name);
}

struct slice
rec_column(const struct rec *r, int i)
{
	struct slice s = rec_text(r, i);

	if (memchr(s.p, '\0', s.n))
		die("%s:%ld: a NUL byte in the name of a column: \"%.*s\"", r->name, r->line, SLICE(s));
	return s;
}

struct slice
rec_name(const struct rec *r, int i, const char *column)
{
	struct slice s = rec_text(r, i);

	if (memchr(s.p, '\0', s.n))
		die("%s:%ld: column '%s': a NUL byte in \"%.*s\"", r->name, r->line, column, SLICE(s));
	return s;
}

double
rec_num(const struct rec *r, int i, const char *column)
{
	struct wrong w;
	double x;

	if (!rec_try_num(r, i, column, &x, &w))
		die("%s", w.text);
	return x;
}

int
rec_named(const struct rec *r, const char *name)
{
	struct nearest near = nearest_to(slice_of(name));
	int found = rec_find(r, name);

	if (found >= 0)
		return found;
	for (int i = 0; i < r->n; i++)
		nearest_try(&near, rec_copy(r, i));
	die("%s:%ld: no column '%s'%s", r->name, r->line, name, nearest_said(&near));
}

int
rec_need(const struct rec *r, const char *name)
{
	int i = rec_find(r, name);

	if (i < 0)
		die("%s:%ld: no column '%s'", r->name, r->line, name);
	return i;
}
