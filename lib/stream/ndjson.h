/*
 * ndjson - a reader of lines that are JSON objects each, from whoever sends them
 *
 * It answers and never dies (base/wrong.h), never blocks on a descriptor that does not, and
 * holds no more than a line. A line that is wrong is left behind whole, so that the next may be right.
 */
#ifndef ST_STREAM_NDJSON_H
#define ST_STREAM_NDJSON_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/wrong.h"

enum ndjson_got { NDJSON_WRONG = -1, NDJSON_END, NDJSON_OBJECT, NDJSON_WAIT };

struct ndjson {
	const char *name; /* of the input, for what is wrong */
	long line;        /* of what was given last, from 1 */
	/* private */
	int fd;
	char *buf;
	size_t most, pos, end, seen;
	bool eof, skipping, opened;
};

/* Read lines of at most `most` bytes from a descriptor, which stays the caller's; name must live as long. */
void ndjson_open(struct ndjson *r, int fd, const char *name, size_t most);

/* The same of a file, "-" being standard input; dies when it can't be opened. */
void ndjson_file(struct ndjson *r, const char *path, size_t most);

/*
 * The next line's object, a new reference; NDJSON_WAIT when there is no whole line yet and a
 * read would block; the end; or what is wrong, naming the line: it is too long, no JSON (as
 * base/json.h has it) or no object, the input ends within it, or a read fails, after which
 * comes the end.
 */
enum ndjson_got ndjson_next(struct ndjson *r, json_t **object, struct wrong *w);

/* Free what is held, and close what ndjson_file opened. */
void ndjson_close(struct ndjson *r);

#endif
