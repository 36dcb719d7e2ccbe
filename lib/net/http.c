#include "net/http.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/warn.h"
#include "net/http_transfer.h"

enum outcome { DONE, UNCHANGED, ANEW, AGAIN };

/* ---- where to ---- */

static bool
part_of_url(const char *url, CURLUPart what, char **s)
{
	CURLU *u = curl_url();
	bool right = u && curl_url_set(u, CURLUPART_URL, url, 0) == CURLUE_OK &&
	    curl_url_get(u, what, s, CURLU_DEFAULT_PORT) == CURLUE_OK;

	curl_url_cleanup(u);
	return right;
}

/* Do two addresses lead to the same server by the same line? */
static bool
same_server(const char *a, const char *b)
{
	static const CURLUPart parts[] = { CURLUPART_SCHEME, CURLUPART_HOST, CURLUPART_PORT };
	bool same = true;

	for (int i = 0; i < 3; i++) {
		char *x = NULL, *y = NULL;
		same = part_of_url(a, parts[i], &x) && part_of_url(b, parts[i], &y) && strcasecmp(x, y) == 0 && same;
		curl_free(x);
		curl_free(y);
	}
	return same;
}

/* Only HTTP and HTTPS, never from the second back to the first, and no secret over a line that others may read. */
static void
check_line(const struct http_request *q, const char *url, bool secret)
{
	char *scheme = NULL, *host = NULL;

	if (!part_of_url(url, CURLUPART_SCHEME, &scheme))
		die("%s: not an address", q->address);
	bool open = strcmp(scheme, "http") == 0;
	if (!open && strcmp(scheme, "https") != 0)
		die("%s: leads to %s, which is neither http nor https", q->address, scheme);
	if (!part_of_url(url, CURLUPART_HOST, &host))
		die("%s: not an address", q->address);
	bool here = !strcmp(host, "127.0.0.1") || !strcmp(host, "localhost") || !strcmp(host, "[::1]");
	if (open && strncasecmp(q->url, "https:", 6) == 0)
		die("%s: redirected from https to http", q->address);
	if (open && secret && !here)
		die("%s: a key would be sent over plain http", q->address);
	curl_free(scheme);
	curl_free(host);
}

/* ---- what an answer means ---- */

static bool
passes(CURLcode e)
{
	return e == CURLE_COULDNT_RESOLVE_HOST || e == CURLE_COULDNT_RESOLVE_PROXY || e == CURLE_COULDNT_CONNECT ||
	    e == CURLE_OPERATION_TIMEDOUT || e == CURLE_PARTIAL_FILE || e == CURLE_RECV_ERROR || e == CURLE_SEND_ERROR ||
	    e == CURLE_GOT_NOTHING || e == CURLE_HTTP2 || e == CURLE_HTTP2_STREAM;
}

/* What an answer of another status than success means. */
static enum outcome
judge_status(struct http_transfer *t, long status)
{
	t->excerpt[t->excerpts] = '\0';
	if (t->q->secret && strstr(t->excerpt, t->q->secret))
		t->excerpt[0] = '\0';
	bool told = t->excerpt[0] != '\0';
	if (status == 416 && t->have)
		return ANEW; /* what had come before is no part of it */
	if (status != 408 && status != 429 && status != 500 && status != 502 && status != 503 && status != 504)
		die("%s: HTTP status %ld%s%s%s", t->q->address, status, told ? ": \"" : "", t->excerpt, told ? "\"" : "");
	snprintf(t->why, sizeof t->why, "HTTP status %ld%s%s%s", status, told ? ": \"" : "", t->excerpt, told ? "\"" : "");
	return AGAIN;
}

static enum outcome
judge(struct http_transfer *t, CURLcode e)
{
	long status = http_transfer_status(t);

	if (t->too_big)
		die("%s: more than %.0f bytes", t->q->address, t->how->most);
	if (t->wrong_part && !t->have)
		die("%s: HTTP status 206: a part, where all was asked for", t->q->address);
	if (t->too_late)
		die("%s: not all of it has come after %g s", t->q->address, http_longest(t->how));
	if (t->told.wrong_length)
		die("%s: a Content-Length that can't be", t->q->address);
	if (t->silent) {
		snprintf(t->why, sizeof t->why, "nothing came for %g s", t->how->timeout);
		return AGAIN;
	}
	if (t->too_slow) {
		snprintf(t->why, sizeof t->why, "fewer than %d bytes a second over %g s", HTTP_SLOWEST, http_look(t->how));
		return AGAIN;
	}
	if (t->wrong_part)
		return ANEW;
	if (e == CURLE_OUT_OF_MEMORY) /* which it never is, as without memory nobody gets here (base/mem.h) */
		die("%s: a line of its head is too long", t->q->address);
	if (e != CURLE_OK) {
		const char *what = *t->error ? t->error : curl_easy_strerror(e);
		if (!passes(e))
			die("%s: %s", t->q->address, what);
		snprintf(t->why, sizeof t->why, "%s", what);
		return AGAIN;
	}
	if (status == 304 && (*t->whole.etag || *t->whole.modified))
		return UNCHANGED;
	if (status != 200 && status != 206)
		return judge_status(t, status);
	if (!t->begun)
		http_transfer_empty(t);
	return DONE;
}

/* The next server to ask, NULL when the answer is no redirection. */
static char *
redirected(const struct http_transfer *t, CURLcode e, int hops)
{
	char *next = NULL;

	curl_easy_getinfo(t->curl, CURLINFO_REDIRECT_URL, &next);
	if (e != CURLE_OK || !next)
		return NULL;
	if (hops == HTTP_HOPS || t->q->form)
		die("%s: redirected %s", t->q->address, t->q->form ? "what is a form" : "too often");
	return mem_dup(next, strlen(next));
}

/* Ask, and ask elsewhere as long as that is the answer. *wait: seconds that the server wants to be left alone, or 0. */
static enum outcome
try(struct http_transfer *t, curl_off_t *wait)
{
	char *url = mem_dup(t->q->url, strlen(t->q->url)), *next;
	enum outcome o = ANEW;
	bool ours = true;

	for (int hops = 0; o == ANEW; ) {
		check_line(t->q, url, ours && t->q->secret);
		CURLcode e = http_transfer_ask(t, url, ours);
		if ((next = redirected(t, e, hops))) {
			ours = ours && same_server(url, next);
			free(url);
			url = next;
			hops++;
		} else {
			o = judge(t, e);
			curl_easy_getinfo(t->curl, CURLINFO_RETRY_AFTER, wait);
			t->have = o == ANEW ? 0 : t->have;
		}
		curl_easy_cleanup(t->curl);
	}
	free(url);
	return o;
}

/* ---- all tries ---- */

static void
wait_for(const struct http_transfer *t, int tries, curl_off_t asked)
{
	double s = t->how->wait;

	for (int i = 0; i < tries && s < HTTP_LONGEST_WAIT; i++)
		s *= 2;
	if (s > HTTP_LONGEST_WAIT)
		s = HTTP_LONGEST_WAIT;
	if (asked > HTTP_LONGEST_WAIT)
		die("%s: %s; the server asks to be left alone for %lld s", t->q->address, t->why, (long long)asked);
	if (asked > 0)
		s = (double)asked;
	warn("%s: %s; try %ld of %ld in %g s", t->q->address, t->why, tries + 2L, t->how->retries + 1L, s);
	struct timespec pause = { (time_t)s, (long)((s - (double)(time_t)s) * 1e9) };
	nanosleep(&pause, NULL);
}

static struct http_answer
answer(const struct http_transfer *t, int fd, bool is_new)
{
	if (lseek(fd, 0, SEEK_SET))
		die_sys("cannot read what '%s' sent", t->q->address);
	return (struct http_answer){ .fd = fd, .is_new = is_new, .kept = t->kept };
}

struct http_answer
http_get(const struct http_request *q, const struct http_how *how)
{
	struct http_transfer t = { .q = q, .how = how, .kept = http_cache_in(how->keep, q->address) };
	int whole = http_cache_whole(&t.kept, &t.whole);

	if (how->offline && whole < 0)
		die("%s: not kept in '%s'", q->address, how->keep ? how->keep : "");
	if (how->offline)
		return answer(&t, whole, false);
	if (curl_global_init(CURL_GLOBAL_DEFAULT))
		die("libcurl can't be used");
	t.fd = http_cache_part(&t.kept, &t.part, &t.have);
	for (int tries = 0; ; tries++) {
		curl_off_t wait = 0;
		enum outcome o = try(&t, &wait);
		if (o == UNCHANGED) {
			http_cache_drop(&t.kept, t.fd);
			return answer(&t, whole, false);
		}
		if (o == DONE) {
			if (whole >= 0)
				close(whole);
			return answer(&t, t.fd, true);
		}
		if (tries >= how->retries)
			die("%s: %s", q->address, t.why);
		wait_for(&t, tries, wait);
	}
}

void
http_end(struct http_answer *a)
{
	if (a->is_new)
		http_cache_end(&a->kept, a->fd);
	close(a->fd);
}
