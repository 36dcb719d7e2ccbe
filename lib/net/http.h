/*
 * http - one answer of a server, whole or not at all
 *
 * HTTP and HTTPS by libcurl, certificates checked. What fails for a while (no
 * connection, no bytes or few, a broken transfer, the statuses 408, 429, 500, 502, 503, 504) is
 * tried again after a wait that doubles, or that the server asks for, and goes on where
 * it broke off if the server can tell that the answer is still the same. An answer that
 * is kept is asked for on the condition that it has changed. All else dies naming the
 * address, without its secrets.
 */
#ifndef ST_NET_HTTP_H
#define ST_NET_HTTP_H

#include <stdbool.h>

#include "net/http_cache.h"

enum {
	HTTP_HOPS = 5,
	HTTP_LONGEST_WAIT = 300,     /* seconds */
	HTTP_SLOWEST = 100,          /* bytes a second */
	HTTP_A_MEGABYTE = 10,        /* seconds */
	HTTP_FOREVER = 1000000000,   /* seconds, of which more are as many */
};

struct http_request {
	const char *url;        /* as it is sent */
	const char *address;    /* the same with secrets left out, and the form behind it: for messages and kept answers */
	const char *form;       /* sent by POST; NULL for GET */
	const char *user;       /* NAME:PASSWORD; NULL for none */
	char **header;          /* "Name: value" */
	int headers;
	const char *secret;     /* goes to no other server, and over no open line; NULL for none */
};

struct http_how {
	const char *cacert;     /* a file of certificates to trust instead of the system's; NULL */
	const char *keep;       /* a folder for answers; NULL */
	bool offline;           /* give what is kept, ask nobody */
	bool progress;          /* a bar on stderr */
	int retries;
	double wait;            /* seconds before the first of them */
	double timeout;         /* seconds without a byte; below are two more bounds that follow from it */
	double most;            /* bytes of an answer */
	double per_minute;      /* requests, at most; 0 for any number */
};

/* Seconds after which it is looked whether as many bytes as HTTP_SLOWEST have come in each: a minute, for a timeout of 30. */
static inline double
http_look(const struct http_how *how)
{
	return 2 * how->timeout;
}

/* Seconds that an answer may take in all, waits before tries not counted. */
static inline double
http_longest(const struct http_how *how)
{
	return 2 * how->timeout + HTTP_A_MEGABYTE * how->most / 1e6;
}

struct http_answer {
	int fd;                 /* at its beginning */
	/* private */
	bool is_new;
	struct http_cache kept;
};

struct http_answer http_get(const struct http_request *q, const struct http_how *how);

/* The answer was found good: keep it, if it is to be kept, and close it. */
void http_end(struct http_answer *a);

#endif
