/*
 * fuzz-http-head - the head of a server's answer, a line at a time, as libcurl hands it over
 *
 * A version must be a text without control bytes, and a place to go on from one that the
 * answer has told: the number stands in the input, behind `bytes `.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "net/http_head.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_text(const char *s, size_t room)
{
	size_t n = strnlen(s, room);

	if (n == room)
		abort();
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)s[i] < ' ' || s[i] == 0x7f)
			abort();
}

/* Does `bytes FROM-`, with zeros before it or not, stand anywhere in the head? */
static bool
is_told(const char *head, size_t size, int64_t from)
{
	for (const char *p = head, *end = head + size; p + 6 < end; p++) {
		if (strncasecmp(p, "bytes ", 6) != 0)
			continue;
		char *rest;
		long long x = strtoll(p + 6, &rest, 10);
		if (x == from && *rest == '-')
			return true;
	}
	return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct http_head h = { .from = -1 };
	char *head = malloc(size + 1);

	if (size)
		memcpy(head, data, size);
	head[size] = '\0';
	for (size_t at = 0, n; at < size; at += n) {
		const uint8_t *end = memchr(data + at, '\n', size - at);
		n = end ? (size_t)(end - data) + 1 - at : size - at;
		char *line = malloc(n); /* nothing behind it, not even a 0 */
		memcpy(line, data + at, n);
		http_head_line(&h, line, n);
		free(line);
		check_text(h.version.etag, sizeof h.version.etag);
		check_text(h.version.modified, sizeof h.version.modified);
		if (h.from < -1 || (h.from >= 0 && !is_told(head, size, h.from)))
			abort();
	}
	free(head);
	return 0;
}
