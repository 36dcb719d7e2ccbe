/*
 * rec - a reader of CSV records that copies nothing
 *
 * A record's fields are slices of the read buffer, byte for byte as they stood
 * (quotes included), valid until the next rec_next. RFC 4180 quoting; LF or
 * CRLF; a BOM is skipped. Every record must have as many fields as the first.
 * Buffers live as long as the process and are not freed at exit.
 */
#ifndef ST_STREAM_REC_H
#define ST_STREAM_REC_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/slice.h"
#include "base/wrong.h"

struct rec {
	const char *name;  /* of the input, for messages */
	long line;         /* of the current record's first byte, from 1 */
	struct slice row;  /* the record without its line end */
	struct slice *f;   /* its fields */
	int n;             /* how many */
	int width;         /* how many every record must have; 0 until the first */
	bool quoted;       /* there are quotes in it */
	bool skip_blank;   /* to be set after opening: lines of nothing but spaces are no records, as pandas reads files */
	/* private */
	ssize_t (*read)(void *src, char *buf, size_t n);
	void *src;         /* NULL for the reader itself, which may move in memory */
	int fd;
	bool opened;       /* fd is the reader's own to close */
	int fields;        /* room in f */
	long next_line;
	char *buf, *unquoted; /* a field's text has its place in both */
	size_t cap, unquoted_cap, pos, end;
	bool eof;
};

enum { REC_MAX = 16 << 20 }; /* bytes of one record: a quote never closed must not eat the memory */

enum rec_got { REC_WRONG = -1, REC_END, REC_ROW };

/*
 * Read from a descriptor, which stays the caller's to close. Before a read that would block, every
 * out is flushed, and an out that can't be written dies: who may not has a rec_source.
 */
void rec_open(struct rec *r, int fd, const char *name);

/* Open a file ("-" is standard input), or answer that it can't be. */
bool rec_try_file(struct rec *r, const char *path, struct wrong *w);

/* Read through a function: as read(2). */
void rec_source(struct rec *r, ssize_t (*read)(void *, char *, size_t), void *src, const char *name);

/* Free the buffers of a reader that is done with, and close what rec_file opened, but not standard input. */
void rec_close(struct rec *r);

/*
 * The next record into r->f, or the end. Wrong, naming file and line, are a ragged record,
 * a quote out of place or never closed, a record over REC_MAX, and a read that fails; what
 * follows is the end.
 */
enum rec_got rec_try(struct rec *r, struct wrong *w);

/* A field without the quotes around it; those doubled within it stay so, of which a number and a time have none. */
static inline struct slice
rec_bare(struct slice s)
{
	return s.n >= 2 && s.p[0] == '"' ? (struct slice){ s.p + 1, s.n - 2 } : s;
}

/* A field's value: without its quotes. buf (at least s.n bytes) is used when quotes were doubled. */
struct slice rec_unquote(struct slice s, char *buf);

/* Field i without its quotes, valid until the next rec_next; r->f and r->row stay as they are. */
struct slice rec_unquoted(const struct rec *r, int i);

static inline struct slice
rec_text(const struct rec *r, int i)
{
	return r->f[i].n && r->f[i].p[0] == '"' ? rec_unquoted(r, i) : r->f[i];
}

/* The same ended by a NUL, of which there may be none in it, and owned by the caller; dies naming file and line. */
char *rec_copy(const struct rec *r, int i);

/* Field i as a number into *x, missing (NaN) when empty; wrong, naming the column, is anything else. */
bool rec_try_num(const struct rec *r, int i, const char *column, double *x, struct wrong *w);

/* The index of the field of the current record that reads name, or -1. */
int rec_find(const struct rec *r, const char *name);

/* ---- for programs: as those above, but they die of what is wrong ---- */

void rec_file(struct rec *r, const char *path);

/* Is there a next record? */
bool rec_next(struct rec *r);

/* The first record, which must be there; dies when the input is empty. */
void rec_header(struct rec *r);

/* rec_text of what names a column, or of a row's field in a column that names something; dies when there is a NUL in it. */
struct slice rec_column(const struct rec *r, int i);
struct slice rec_name(const struct rec *r, int i, const char *column);

double rec_num(const struct rec *r, int i, const char *column);

/* As rec_find of a header; dies naming the column when there is none. */
int rec_need(const struct rec *r, const char *name);

/* The same of a name that the user gave: the nearest is said. */
int rec_named(const struct rec *r, const char *name);

#endif
