#include "net/http_transfer.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/die.h"
#include "base/prog.h"

/* ---- how it goes on ---- */

enum { BAR = 30 };

/* Seconds of a clock that nobody sets. */
static double
clock_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void
draw_bar(const struct http_transfer *t, double now, double total)
{
	double have = (double)t->have, all = have - now + total;

	if (total > 0 && all > 0)
		fprintf(stderr, "\r%s: [%-*.*s] %.1f of %.1f MB", prog, BAR, (int)(BAR * fmin(have / all, 1)),
		    "##############################", have / 1e6, all / 1e6);
	else
		fprintf(stderr, "\r%s: %.1f MB", prog, have / 1e6);
}

/* Seconds since the last byte came, or since the server was ready to be asked; until then it has the time of a connection. */
static double
silence(const struct http_transfer *t, double at)
{
	curl_off_t ready = 0;

	curl_easy_getinfo(t->curl, CURLINFO_PRETRANSFER_TIME_T, &ready);
	return ready > 0 ? at - fmax(t->heard, t->began + (double)ready * 1e-6) : 0;
}

/* libcurl comes here once a second and more often. A byte now and then is no sign of life. */
static int
on_progress(void *arg, curl_off_t total, curl_off_t now, curl_off_t up, curl_off_t upped)
{
	struct http_transfer *t = arg;
	double at = clock_now(), since = at - t->looked;

	(void)up, (void)upped;
	if (t->how->progress)
		draw_bar(t, (double)now, (double)total);
	if (since >= http_look(t->how)) {
		t->too_slow = (double)(now - t->had) < HTTP_SLOWEST * since;
		t->looked = at;
		t->had = now;
	}
	t->silent = silence(t, at) > t->how->timeout;
	t->too_late = t->spent + at - t->began > http_longest(t->how);
	return t->silent || t->too_slow || t->too_late;
}

/* ---- what comes in ---- */

static size_t
on_head(char *p, size_t size, size_t n, void *arg)
{
	struct http_transfer *t = arg;

	(void)size;
	t->heard = clock_now();
	http_head_line(&t->told, p, n);
	return t->told.wrong_length ? 0 : n;
}

long
http_transfer_status(const struct http_transfer *t)
{
	long status = 0;

	curl_easy_getinfo(t->curl, CURLINFO_RESPONSE_CODE, &status);
	return status;
}

/* The version by which the server can tell that the rest belongs to what has come; NULL when there is none. */
static const char *
resumable(const struct http_transfer *t)
{
	if (t->have == 0 || t->q->form)
		return NULL;
	if (*t->part.etag && strncmp(t->part.etag, "W/", 2) != 0)
		return t->part.etag;
	return *t->part.modified ? t->part.modified : NULL;
}

/* The first byte of an answer: does it go on, or begin anew? */
static bool
begin(struct http_transfer *t, long status)
{
	t->begun = true;
	if (status == 206)
		return resumable(t) && t->told.from == t->have && lseek(t->fd, t->have, SEEK_SET) == t->have;
	t->have = 0;
	t->part = t->told.version;
	http_cache_begin(&t->kept, t->fd, &t->part);
	return true;
}

static void
write_all(const struct http_transfer *t, const char *p, size_t n)
{
	while (n) {
		ssize_t k = write(t->fd, p, n);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			die_sys("cannot write what '%s' sends", t->q->address);
		p += k;
		n -= (size_t)k;
	}
}

static size_t
on_body(char *p, size_t size, size_t n, void *arg)
{
	struct http_transfer *t = arg;
	long status = http_transfer_status(t);

	(void)size;
	t->heard = clock_now();
	if (status != 200 && status != 206) {
		size_t k = n < sizeof t->excerpt - 1 - t->excerpts ? n : sizeof t->excerpt - 1 - t->excerpts;
		memcpy(t->excerpt + t->excerpts, p, k);
		t->excerpts += k;
		return n;
	}
	if (!t->begun && !begin(t, status)) {
		t->wrong_part = true;
		return 0;
	}
	if ((double)t->have + (double)n > t->how->most) {
		t->too_big = true;
		return 0;
	}
	write_all(t, p, n);
	t->have += (int64_t)n;
	return n;
}

/* ---- what goes out ---- */

static struct curl_slist *
add_header(struct curl_slist *list, const char *name, const char *value)
{
	char *s;

	if (asprintf(&s, "%s%s%s", name, *name ? ": " : "", value) < 0 || !(list = curl_slist_append(list, s)))
		die("out of memory");
	free(s);
	return list;
}

static struct curl_slist *
headers(struct http_transfer *t, bool ours)
{
	struct curl_slist *list = add_header(NULL, "Accept", "*/*");
	const char *version = resumable(t);
	char range[32];

	for (int i = 0; ours && i < t->q->headers; i++)
		list = add_header(list, "", t->q->header[i]);
	if (version) {
		snprintf(range, sizeof range, "%lld-", (long long)t->have);
		curl_easy_setopt(t->curl, CURLOPT_RANGE, range);
		return add_header(list, "If-Range", version);
	}
	if (*t->whole.etag && !t->q->form)
		list = add_header(list, "If-None-Match", t->whole.etag);
	if (*t->whole.modified && !t->q->form)
		list = add_header(list, "If-Modified-Since", t->whole.modified);
	return list;
}

static void
set_options(struct http_transfer *t, const char *url, bool ours, struct curl_slist *list)
{
	CURL *c = t->curl;
	const struct http_how *how = t->how;

	curl_easy_setopt(c, CURLOPT_URL, url);
	curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
	curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
	curl_easy_setopt(c, CURLOPT_USERAGENT, "st");
	curl_easy_setopt(c, CURLOPT_HTTPHEADER, list);
	curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
	curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT_MS, (long)(1000 * fmin(fmax(how->timeout, 0.001), HTTP_FOREVER)));
	curl_easy_setopt(c, CURLOPT_ERRORBUFFER, t->error);
	curl_easy_setopt(c, CURLOPT_HEADERFUNCTION, on_head);
	curl_easy_setopt(c, CURLOPT_HEADERDATA, t);
	curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, on_body);
	curl_easy_setopt(c, CURLOPT_WRITEDATA, t);
	curl_easy_setopt(c, CURLOPT_XFERINFOFUNCTION, on_progress);
	curl_easy_setopt(c, CURLOPT_XFERINFODATA, t);
	curl_easy_setopt(c, CURLOPT_NOPROGRESS, 0L);
	if (how->cacert)
		curl_easy_setopt(c, CURLOPT_CAINFO, how->cacert);
	if (ours && t->q->user)
		curl_easy_setopt(c, CURLOPT_USERPWD, t->q->user);
	if (t->q->form)
		curl_easy_setopt(c, CURLOPT_POSTFIELDS, t->q->form);
}

/* Requests keep their distance in time. */
static void
keep_rate(double per_minute)
{
	static double last;
	double rest = per_minute > 0 && last > 0 ? fmin(60 / per_minute, HTTP_FOREVER) - (clock_now() - last) : 0;

	if (rest > 0) {
		struct timespec pause = { (time_t)rest, (long)((rest - (double)(time_t)rest) * 1e9) };
		nanosleep(&pause, NULL);
	}
	last = clock_now();
}

CURLcode
http_transfer_ask(struct http_transfer *t, const char *url, bool ours)
{
	keep_rate(t->how->per_minute);
	if (!(t->curl = curl_easy_init()))
		die("out of memory");
	t->begun = t->wrong_part = t->silent = t->too_slow = t->too_late = false;
	t->told = (struct http_head){ .from = -1 };
	t->began = t->heard = t->looked = clock_now();
	t->had = 0;
	t->excerpts = 0;
	*t->error = '\0';
	struct curl_slist *list = headers(t, ours);
	set_options(t, url, ours, list);
	CURLcode e = curl_easy_perform(t->curl);
	curl_slist_free_all(list);
	t->spent += clock_now() - t->began;
	if (t->how->progress)
		fputc('\n', stderr);
	return e;
}

void
http_transfer_empty(struct http_transfer *t)
{
	begin(t, 200);
}
