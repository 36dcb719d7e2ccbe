/*
 * http_head - what the lines of an answer's head tell: its version, and which part of it comes
 *
 * Any server may write anything there: what is too long or has control bytes in it tells
 * nothing, and so does a number of more digits than 18.
 */
#ifndef ST_NET_HTTP_HEAD_H
#define ST_NET_HTTP_HEAD_H

#include <stddef.h>
#include <stdint.h>

#include "net/http_cache.h"

struct http_head {
	struct http_cache_version version;
	int64_t from;     /* the byte from which on all the rest comes; -1 when that isn't told */
	bool wrong_length; /* the number of bytes that come is told, and is none */
};

/* Take in one line of n bytes, its end included; a status line begins anew. */
void http_head_line(struct http_head *h, const char *p, size_t n);

#endif
