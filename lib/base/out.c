#include "base/out.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <math.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"

enum { OUT_SIZE = 65536 };

static struct out *all;

static void
write_all(const struct out *o, const char *p, size_t n)
{
	while (n) {
		ssize_t k = write(o->fd, p, n);
		if (k < 0) {
			if (errno == EINTR)
				continue;
			if (errno == EPIPE) { /* the reader left, and someone ignores SIGPIPE for us */
				signal(SIGPIPE, SIG_DFL);
				raise(SIGPIPE);
			}
			die_sys("cannot write '%s'", o->name);
		}
		p += k;
		n -= (size_t)k;
	}
}

void
out_open(struct out *o, int fd, const char *name)
{
	*o = (struct out){ .fd = fd, .name = name, .buf = mem_alloc(OUT_SIZE, 1), .cap = OUT_SIZE, .next = all };
	all = o;
	die_hook(out_flush_all);
}

void
out_memory(struct out *o)
{
	enum { BEGIN = 1024 };

	*o = (struct out){ .fd = -1, .name = "memory", .buf = mem_alloc(BEGIN, 1), .cap = BEGIN };
}

void
out_clear(struct out *o)
{
	o->n = 0;
}

void
out_file(struct out *o, const char *path)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0666);

	if (fd < 0)
		die_sys("cannot open '%s'", path);
	out_open(o, fd, path);
}

void
out_flush(struct out *o)
{
	size_t n = o->n;

	if (o->fd < 0) {
		o->cap *= 2;
		o->buf = mem_grow(o->buf, o->cap, 1);
		return;
	}
	o->n = 0; /* first, so that a death in the write does not write again */
	write_all(o, o->buf, n);
}

void
out_flush_all(void)
{
	for (struct out *o = all; o; o = o->next)
		if (o->n)
			out_flush(o);
}

void
out_close(struct out *o)
{
	if (o->fd >= 0)
		out_flush(o);
	for (struct out **p = &all; *p; p = &(*p)->next)
		if (*p == o) {
			*p = o->next;
			break;
		}
	if (o->fd > 2 && close(o->fd))
		die_sys("cannot write '%s'", o->name);
	free(o->buf);
	o->buf = NULL;
}

void
out_bytes(struct out *o, const char *p, size_t n)
{
	while (n > o->cap - o->n) {
		out_flush(o);
		if (n > o->cap && o->fd >= 0) {
			write_all(o, p, n);
			return;
		}
	}
	memcpy(o->buf + o->n, p, n);
	o->n += n;
}

void
out_str(struct out *o, const char *s)
{
	out_bytes(o, s, strlen(s));
}

void
out_char(struct out *o, char c)
{
	if (o->n == o->cap)
		out_flush(o);
	o->buf[o->n++] = c;
}

/* What stands before it in the line says of what it is: a day, an instrument. */
static _Noreturn void
infinite(const struct out *o)
{
	size_t end = o->n, begin;

	while (end && o->buf[end - 1] == ',')
		end--;
	for (begin = end; begin && o->buf[begin - 1] != '\n'; begin--)
		;
	die("'%s': a number came out infinite%s%.*s%s", o->name, end > begin ? ", behind \"" : "", (int)(end - begin), o->buf + begin,
	    end > begin ? "\"" : "");
}

void
out_num(struct out *o, double x)
{
	if (isinf(x))
		infinite(o);
	out_room(o, NUM_MAX);
	o->n += num_print(o->buf + o->n, x);
}

void
out_int(struct out *o, double x)
{
	if (fabs(x) >= 1e15)
		die("'%s': a whole number came out too large", o->name);
	out_room(o, NUM_MAX);
	o->n += num_print_int(o->buf + o->n, x);
}

void
out_say(struct out *o, const char *fmt, ...)
{
	char *text;
	va_list ap;

	va_start(ap, fmt);
	int n = vasprintf(&text, fmt, ap);
	va_end(ap);
	if (n < 0)
		die("out of memory");
	out_bytes(o, text, (size_t)n);
	free(text);
}

void
out_field(struct out *o, struct slice s)
{
	static const bool special[UCHAR_MAX + 1] = { [','] = true, ['"'] = true, ['\n'] = true, ['\r'] = true };
	bool quote = false;

	for (size_t i = 0; i < s.n; i++)
		quote |= special[(unsigned char)s.p[i]];
	if (!quote) {
		out_bytes(o, s.p, s.n);
		return;
	}
	out_char(o, '"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			out_char(o, '"');
		out_char(o, s.p[i]);
	}
	out_char(o, '"');
}
