/*
 * http_transfer - one request and its answer, over libcurl: the part of net/http.h that talks
 */
#ifndef ST_NET_HTTP_TRANSFER_H
#define ST_NET_HTTP_TRANSFER_H

#include <curl/curl.h>

#include "net/http.h"
#include "net/http_cache.h"
#include "net/http_head.h"

struct http_transfer {
	const struct http_request *q;
	const struct http_how *how;
	struct http_cache kept;
	struct http_cache_version whole, part;  /* of the answer that is kept, and of the one begun */
	struct http_head told;                  /* in this answer's head */
	CURL *curl;
	int fd;                      /* of the answer begun */
	int64_t have;                /* bytes of it */
	bool begun;                  /* this answer's bytes have come */
	bool too_big, wrong_part, silent, too_slow, too_late;
	double spent;                /* seconds on all answers before this one */
	double began, heard, looked; /* times of this one: its begin, its last byte, and when its speed was looked at last */
	int64_t had;                 /* bytes of it then */
	char excerpt[160];           /* of an answer that is none */
	size_t excerpts;
	char why[512];               /* it must be tried again */
	char error[CURL_ERROR_SIZE];
};

/*
 * Ask one server, following nothing; what curl says of it. ours: it may be told what
 * is secret. The caller looks at the answer, then cleans t->curl up.
 */
CURLcode http_transfer_ask(struct http_transfer *t, const char *url, bool ours);

/* The answer's status, 0 when there was none. */
long http_transfer_status(const struct http_transfer *t);

/* An answer of status 200 without a byte begins. */
void http_transfer_empty(struct http_transfer *t);

#endif
