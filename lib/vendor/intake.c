#include "vendor/intake.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "vendor/intake_csv.h"
#include "vendor/intake_json.h"
#include "vendor/refusal.h"

static bool
ends_line(char c)
{
	return c == '\n' || c == '\r';
}

/* Cut n lines off the beginning. */
static struct slice
cut_top(struct slice s, int n, const char *name)
{
	for (int i = 0; i < n; i++) {
		while (s.n && !ends_line(*s.p))
			s.p++, s.n--;
		if (!s.n)
			die("%s: empty but for %d lines that are skipped", name, n);
		size_t end = s.n > 1 && s.p[0] == '\r' && s.p[1] == '\n' ? 2 : 1;
		s.p += end;
		s.n -= end;
	}
	return s;
}

struct bars
intake_bytes(const struct intake *k, const char *p, size_t n, const char *name, bool whole)
{
	struct bars b = { .name = name, .series = k->series };
	bool bom = n >= 3 && memcmp(p, "\xef\xbb\xbf", 3) == 0;
	struct slice s = { p + 3 * bom, n - 3 * bom };

	refusal_check(k->format, s.p, s.n, name);
	if (k->format == INTAKE_JSON) {
		intake_json(k, &b, s);
	} else {
		if (!whole && !ends_line(p[n - 1]))
			die("%s: the last line has no end: cut off?", name);
		intake_csv(k, &b, cut_top(s, k->skip_top, name), 1 + k->skip_top); /* lines count from the file's first */
	}
	bars_check(&b, k->order, k->settlement);
	return b;
}

struct bars
intake_fd(const struct intake *k, int fd, const char *name, bool whole)
{
	size_t n = 0, room = 1 << 16;
	char *p = mem_grow(NULL, room, 1);
	ssize_t got;

	while ((got = read(fd, p + n, room - n)) != 0) {
		if (got < 0 && errno != EINTR)
			die_sys("cannot read '%s'", name);
		n += got > 0 ? (size_t)got : 0;
		if (n > INTAKE_MAX)
			die("%s: more than %d bytes", name, INTAKE_MAX);
		if (n == room)
			p = mem_grow(p, room *= 2, 1);
	}
	struct bars b = intake_bytes(k, p, n, name, whole);
	free(p);
	return b;
}
