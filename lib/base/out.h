/* out - a buffered writer that never loses a byte silently */
#ifndef ST_BASE_OUT_H
#define ST_BASE_OUT_H

#include <stddef.h>

#include "base/slice.h"

struct out {
	int fd;           /* -1: all stays in buf */
	const char *name; /* for messages */
	char *buf;
	size_t n, cap;
	struct out *next;
};

/* Write to fd from now on; o must live until out_close, or the program's end, which is behind main's. */
void out_open(struct out *o, int fd, const char *name);

/* Write into memory: o->n bytes at o->buf, which out_clear makes none again and out_close frees. */
void out_memory(struct out *o);
void out_clear(struct out *o);

/* Open a file anew for writing; dies if it can't, as when it is a symbolic link. */
void out_file(struct out *o, const char *path);

void out_bytes(struct out *o, const char *p, size_t n);
void out_str(struct out *o, const char *s);
void out_char(struct out *o, char c);
void out_num(struct out *o, double x); /* repr form, nothing for a NaN; dies on an infinity */
void out_int(struct out *o, double x); /* a whole number, without ".0" */

/* As printf, for people and for scripts; numbers of data go by out_num. */
void out_say(struct out *o, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* A CSV field, quoted when its bytes need it. */
void out_field(struct out *o, struct slice s);

/* Hand everything to the kernel, or get more memory; a failed write dies, a closed pipe ends the program silently. */
void out_flush(struct out *o);
void out_flush_all(void);

/* See that n bytes (at most a few hundred) fit behind o->buf + o->n, by a flush, or in memory by more of it. */
static inline void
out_room(struct out *o, size_t n)
{
	if (o->cap - o->n < n)
		out_flush(o);
}

/* Flush, and close a file that out_file opened (stdout stays open for exit to check). */
void out_close(struct out *o);

#endif
