/*
 * request - what an adapter asks its server for
 *
 * In an adapter's url, query, post, headers and user {symbol}, {start}, {end} and {key}
 * stand for values, escaped as their place needs it. A parameter of query or post for
 * which there is no value is left out. A url that is nothing but {symbol} is that.
 */
#ifndef ST_VENDOR_REQUEST_H
#define ST_VENDOR_REQUEST_H

#include "net/http.h"
#include "vendor/adapter.h"

struct request_values {
	const char *symbol, *start, *end, *key; /* NULL for none */
};

/* server: to be asked instead of the adapter's (http://HOST:PORT), NULL for that. Dies naming what lacks a value. */
struct http_request request_of(const struct adapter *a, const struct request_values *v, const char *server);

/* Does the adapter say {key} anywhere? */
bool request_needs_key(const struct adapter *a);

#endif
