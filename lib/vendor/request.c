#include "vendor/request.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"

enum escape { PLAIN, IN_PATH, IN_QUERY };

/* A text that grows. */
struct text {
	char *p;
	size_t n;
};

static void
add(struct text *t, const char *p, size_t n)
{
	t->p = mem_grow(t->p, t->n + n + 1, 1);
	memcpy(t->p + t->n, p, n);
	t->n += n;
	t->p[t->n] = '\0';
}

static void
add_escaped(struct text *t, const char *s, enum escape how)
{
	static const char safe[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

	for (; *s; s++) {
		char hex[4];
		if (how == PLAIN || strchr(safe, *s) || (how == IN_PATH && *s == '/')) {
			add(t, s, 1);
			continue;
		}
		snprintf(hex, sizeof hex, "%%%02X", (unsigned char)*s);
		add(t, hex, 3);
	}
}

static const char *
value_of(const struct adapter *a, const struct request_values *v, struct slice name)
{
	const struct { const char *name, *value; } all[] = { { "symbol", v->symbol }, { "start", v->start }, { "end", v->end },
		{ "key", v->key } };
	struct nearest near = nearest_to(name);

	for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
		if (slice_is(name, all[i].name))
			return all[i].value;
		nearest_try(&near, all[i].name);
	}
	die("%s: no such value: {%.*s}%s", a->path, SLICE(name), nearest_said(&near));
}

/* Add a template with its values filled in; false, and nothing added, when one of them is missing. */
static bool
fill(const struct adapter *a, const struct request_values *v, struct text *t, const char *template, enum escape how)
{
	size_t n = t->n;

	for (const char *p = template; *p; ) {
		const char *end = *p == '{' ? strchr(p, '}') : NULL;
		const char *value = end ? value_of(a, v, (struct slice){ p + 1, (size_t)(end - p - 1) }) : NULL;
		if (end && !value) {
			t->n = n;
			return false;
		}
		if (end)
			add_escaped(t, value, how);
		else
			add(t, p, 1);
		p = end ? end + 1 : p + 1;
	}
	return true;
}

static void
fill_or_die(const struct adapter *a, const struct request_values *v, struct text *t, const char *template, enum escape how)
{
	if (!fill(a, v, t, template, how))
		die("%s: \"%s\" lacks a value: --start, --end, --key or a symbol", a->path, template);
}

/* NAME=VALUE&… */
static void
add_parameters(const struct adapter *a, const struct request_values *v, struct text *t, const json_t *parameters)
{
	const char *name;
	json_t *value;
	bool first = true;

	json_object_foreach((json_t *)parameters, name, value) {
		struct text one = { 0 };
		if (!fill(a, v, &one, json_string_value(value), IN_QUERY))
			continue;
		if (!first)
			add(t, "&", 1);
		add_escaped(t, name, IN_QUERY);
		add(t, "=", 1);
		add(t, one.p ? one.p : "", one.n);
		free(one.p);
		first = false;
	}
}

/* The address that a template begins with is exchanged for the server's. */
static const char *
path_of(const char *url)
{
	const char *host = strstr(url, "://");

	return host ? host + 3 + strcspn(host + 3, "/") : url;
}

static char *
url_of(const struct adapter *a, const struct request_values *v, const char *server)
{
	struct text t = { 0 };

	if (server)
		add(&t, server, strlen(server) - (*server && server[strlen(server) - 1] == '/'));
	fill_or_die(a, v, &t, server ? path_of(a->url) : a->url, strcmp(a->url, "{symbol}") == 0 ? PLAIN : IN_PATH);
	if (json_object_size(a->query)) {
		add(&t, strchr(t.p, '?') ? "&" : "?", 1);
		add_parameters(a, v, &t, a->query);
	}
	return t.p;
}

static char *
form_of(const struct adapter *a, const struct request_values *v)
{
	struct text t = { 0 };

	if (!a->post)
		return NULL;
	add(&t, "", 0);
	add_parameters(a, v, &t, a->post);
	return t.p;
}

static void
add_headers(const struct adapter *a, const struct request_values *v, struct http_request *q)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)a->headers, name, value) {
		struct text t = { 0 };
		add(&t, name, strlen(name));
		add(&t, ": ", 2);
		fill_or_die(a, v, &t, json_string_value(value), PLAIN);
		if (strpbrk(t.p, "\r\n"))
			die("%s: header '%s' of more than a line", a->path, name);
		q->header = mem_grow(q->header, (size_t)q->headers + 1, sizeof *q->header);
		q->header[q->headers++] = t.p;
	}
}

/* The URL and the form, KEY in the place of the key. */
static char *
address_of(const struct adapter *a, const struct request_values *v, const char *server)
{
	struct request_values hidden = { v->symbol, v->start, v->end, v->key ? "KEY" : NULL };
	char *url = url_of(a, &hidden, server), *form = form_of(a, &hidden), *s;

	s = mem_format("%s%s%s", url, form ? " " : "", form ? form : "");
	free(url);
	free(form);
	return s;
}

struct http_request
request_of(const struct adapter *a, const struct request_values *v, const char *server)
{
	struct http_request q = { .url = url_of(a, v, server), .address = address_of(a, v, server), .form = form_of(a, v) };
	struct text user = { 0 };

	if (strpbrk(q.address, "\r\n"))
		die("%s: not an address", q.address);
	add_headers(a, v, &q);
	if (a->user) {
		fill_or_die(a, v, &user, a->user, PLAIN);
		q.user = user.p;
	}
	q.secret = request_needs_key(a) ? v->key : NULL;
	return q;
}

static bool
says_key(const json_t *texts)
{
	const char *name;
	json_t *value;

	json_object_foreach((json_t *)texts, name, value)
		if (strstr(json_string_value(value), "{key}"))
			return true;
	return false;
}

bool
request_needs_key(const struct adapter *a)
{
	return strstr(a->url, "{key}") || (a->user && strstr(a->user, "{key}")) || says_key(a->query) || says_key(a->post) ||
	    says_key(a->headers);
}
