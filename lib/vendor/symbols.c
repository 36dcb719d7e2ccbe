#include "vendor/symbols.h"

#include <math.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/warn.h"
#include "stream/rec.h"

/* In upper case; the caller frees it. */
static char *
upper(struct slice s)
{
	char *u = mem_dup(s.p, s.n);

	for (char *p = u; *p; p++)
		if (*p >= 'a' && *p <= 'z')
			*p = (char)(*p - 32);
	return u;
}

static int
put(struct names *t, struct slice symbol)
{
	char *u = upper(symbol);
	int i = names_put(t, slice_of(u));

	free(u);
	return i;
}

static int
get(const struct names *t, struct slice symbol)
{
	char *u = upper(symbol);
	int i = names_get(t, slice_of(u));

	free(u);
	return i;
}

bool
symbols_add(struct symbols *s, struct slice symbol, const char *code)
{
	int n = s->symbol.n, i = put(&s->symbol, symbol);

	if (i < n)
		return strcmp(s->code[i], code) == 0;
	s->code = mem_grow(s->code, (size_t)s->symbol.n, sizeof *s->code);
	s->code[i] = mem_dup(code, strlen(code));
	s->written = mem_grow(s->written, (size_t)s->symbol.n, sizeof *s->written);
	s->written[i] = mem_dup(symbol.p, symbol.n);
	return true;
}

void
symbols_scale(struct symbols *s, const char *code, double by)
{
	int i = names_put(&s->scaled, slice_of(code));

	s->by = mem_grow(s->by, (size_t)s->scaled.n, sizeof *s->by);
	s->by[i] = by;
}

void
symbols_ignore(struct symbols *s, const char *symbol)
{
	if (strcmp(symbol, "ALL") == 0)
		s->ignore_all = true;
	else
		put(&s->ignored, slice_of(symbol));
}

/* A cell as text, "" where a short row has none; the caller frees it. */
static char *
cell(const struct rec *r, int i)
{
	if (i < 0 || i >= r->n)
		return mem_dup("", 0);
	return rec_copy(r, i);
}

/* One row's code, symbol and multiplier. */
static void
add_row(struct symbols *s, const struct rec *r, const char *code, const char *symbol, double by)
{
	if (strchr(code, '/') || !names_plain(slice_of(code)))
		die("%s:%ld: not an instrument: \"%.80s\"", r->name, r->line, code);
	if (!symbols_add(s, slice_of(symbol), code))
		warn("%s:%ld: symbol \"%.80s\" is %s's already", r->name, r->line, symbol, s->code[get(&s->symbol, slice_of(symbol))]);
	if (by <= 0)
		die("%s:%ld: a multiplier that is not above 0", r->name, r->line);
	if (by > 0)
		symbols_scale(s, code, by);
}

void
symbols_read(struct symbols *s, const char *path, const char *code, const char *symbol, const char *multiplier)
{
	struct rec r;

	rec_file(&r, path);
	rec_header(&r);
	int c = rec_need(&r, code), v = rec_need(&r, symbol), m = multiplier ? rec_need(&r, multiplier) : -1;
	while (r.width = 0, rec_next(&r)) { /* rows may be short */
		char *ours = cell(&r, c), *theirs = cell(&r, v);
		if (*ours && *theirs)
			add_row(s, &r, ours, theirs, m >= 0 && m < r.n ? rec_num(&r, m, multiplier) : 1);
		free(ours);
		free(theirs);
	}
	rec_close(&r);
}

const char *
symbols_code(struct symbols *s, struct slice symbol)
{
	int i = get(&s->symbol, symbol), n = s->warned.n;

	if (i >= 0)
		return s->code[i];
	if (!s->ignore_all && get(&s->ignored, symbol) < 0 && put(&s->warned, symbol) == n)
		warn("no instrument for symbol \"%.*s\": its files are left out", SLICE(symbol));
	return NULL;
}

const char *
symbols_of(const struct symbols *s, const char *code)
{
	for (int i = 0; i < s->symbol.n; i++)
		if (strcmp(s->code[i], code) == 0)
			return s->written[i];
	return NULL;
}

double
symbols_multiplier(const struct symbols *s, const char *code)
{
	int i = names_get(&s->scaled, slice_of(code));

	return i < 0 ? 1 : s->by[i];
}
