#include "stream/ndjson.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/json.h"
#include "base/mem.h"

void
ndjson_open(struct ndjson *r, int fd, const char *name, size_t most)
{
	*r = (struct ndjson){ .name = name, .fd = fd, .most = most, .buf = mem_alloc(most + 1, 1) };
}

void
ndjson_file(struct ndjson *r, const char *path, size_t most)
{
	bool is_stdin = strcmp(path, "-") == 0;
	int fd = is_stdin ? 0 : open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		die_sys("cannot open '%s'", path);
	ndjson_open(r, fd, is_stdin ? "stdin" : path, most);
	r->opened = !is_stdin;
}

void
ndjson_close(struct ndjson *r)
{
	if (r->opened)
		close(r->fd);
	free(r->buf);
	r->buf = NULL;
}

/* More bytes behind the unfinished line, for which there is room. */
static enum ndjson_got
fill(struct ndjson *r, struct wrong *w)
{
	ssize_t k;

	memmove(r->buf, r->buf + r->pos, r->end - r->pos);
	r->end -= r->pos;
	r->seen -= r->pos;
	r->pos = 0;
	do
		k = read(r->fd, r->buf + r->end, r->most + 1 - r->end);
	while (k < 0 && errno == EINTR);
	if (k < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
		return NDJSON_WAIT;
	r->eof = k <= 0;
	if (k < 0) {
		r->pos = r->end;
		wrong_sys(w, "cannot read '%s'", r->name);
		return NDJSON_WRONG;
	}
	r->end += (size_t)k;
	return NDJSON_OBJECT;
}

static enum ndjson_got
wrong_line(const struct ndjson *r, const char *what, struct wrong *w)
{
	wrong_say(w, "%s:%ld: %s", r->name, r->line, what);
	return NDJSON_WRONG;
}

static enum ndjson_got
parse(const struct ndjson *r, struct slice line, json_t **object, struct wrong *w)
{
	struct wrong why;
	json_t *v = json_parse(line, &why);

	if (!v) {
		wrong_say(w, "%s:%ld: %.200s", r->name, r->line, why.text);
		return NDJSON_WRONG;
	}
	if (!json_is_object(v)) {
		json_decref(v);
		return wrong_line(r, "not an object", w);
	}
	*object = v;
	return NDJSON_OBJECT;
}

/* The input ended: all that is left is no line. */
static enum ndjson_got
finish(struct ndjson *r, struct wrong *w)
{
	bool rest = r->pos < r->end && !r->skipping;

	r->pos = r->end;
	if (!rest)
		return NDJSON_END;
	r->line++;
	return wrong_line(r, "cut off, the line does not end", w);
}

/* No room for the rest of the line: it is left out, and told once. */
static enum ndjson_got
skip(struct ndjson *r, struct wrong *w)
{
	bool told = r->skipping;

	r->pos = r->seen = r->end = 0;
	r->skipping = true;
	if (told)
		return NDJSON_OBJECT;
	r->line++;
	wrong_say(w, "%s:%ld: longer than %zu bytes", r->name, r->line, r->most);
	return NDJSON_WRONG;
}

/* The line in the buffer that ends at newline. */
static enum ndjson_got
take(struct ndjson *r, const char *newline, json_t **object, struct wrong *w)
{
	struct slice line = { r->buf + r->pos, (size_t)(newline - r->buf) - r->pos };

	r->pos = r->seen = (size_t)(newline + 1 - r->buf);
	r->line++;
	return parse(r, line, object, w);
}

enum ndjson_got
ndjson_next(struct ndjson *r, json_t **object, struct wrong *w)
{
	for (;;) {
		const char *newline = memchr(r->buf + r->seen, '\n', r->end - r->seen);
		enum ndjson_got got = NDJSON_OBJECT;
		if (newline && !r->skipping)
			return take(r, newline, object, w);
		if (newline) {
			r->skipping = false;
			r->pos = r->seen = (size_t)(newline + 1 - r->buf);
			continue;
		}
		r->seen = r->end;
		if (r->eof)
			return finish(r, w);
		got = r->end - r->pos > r->most ? skip(r, w) : fill(r, w);
		if (got != NDJSON_OBJECT)
			return got;
	}
}
