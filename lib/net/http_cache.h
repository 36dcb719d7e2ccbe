/*
 * http_cache - answers of servers kept in a folder, and parts of answers that broke off
 *
 * Four files an address, named by a hash of it: the last whole answer, the beginning of
 * a next one, and by each the address and what the server told to recognise the version
 * by. Without a folder there are no files but one without a name for the answer at hand.
 */
#ifndef ST_NET_HTTP_CACHE_H
#define ST_NET_HTTP_CACHE_H

#include <stdbool.h>
#include <stdint.h>

/* How a server names the version of an answer; "" when it doesn't. */
struct http_cache_version {
	char etag[256], modified[64];
};

struct http_cache {
	const char *address;    /* without secrets */
	/* private */
	char *path[4];          /* NULL without a folder */
};

/* The places for an address below dir, which is made if need be; NULL for no folder. */
struct http_cache http_cache_in(const char *dir, const char *address);

/* The last whole answer and its version; -1 when there is none. */
int http_cache_whole(const struct http_cache *k, struct http_cache_version *v);

/*
 * The answer that broke off, its version and its length, or a new and empty one. While
 * the descriptor is open no other process gets it.
 */
int http_cache_part(const struct http_cache *k, struct http_cache_version *v, int64_t *n);

/* That answer begins anew, with this version. */
void http_cache_begin(const struct http_cache *k, int fd, const struct http_cache_version *v);

/* It is of no use, for the one that is kept is the last there is; closes it. */
void http_cache_drop(const struct http_cache *k, int fd);

/* It is whole: the next http_cache_whole gives it. */
void http_cache_end(const struct http_cache *k, int fd);

#endif
