#include "symbols.h"

#include <math.h>
#include <stdlib.h>

#include "err.h"
#include "table.h"

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
put(struct tab *t, struct slice symbol)
{
	char *u = upper(symbol);
	int i = tab_put(t, slice_of(u));

	free(u);
	return i;
}

static int
get(const struct tab *t, struct slice symbol)
{
	char *u = upper(symbol);
	int i = tab_get(t, slice_of(u));

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
	return true;
}

void
symbols_scale(struct symbols *s, const char *code, double by)
{
	int i = tab_put(&s->scaled, slice_of(code));

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

void
symbols_read(struct symbols *s, const char *path, const char *code, const char *symbol, const char *multiplier)
{
	struct table t = table_read(path);
	int c = table_column(&t, code), v = table_column(&t, symbol), m = multiplier ? table_column(&t, multiplier) : -1;

	for (int i = 0; i < t.n; i++) {
		const char *name = table_text(&t, i, v), *ours = table_text(&t, i, c);
		if (!*name)
			continue;
		if (!*ours || strchr(ours, '/'))
			die("%s: column '%s': not an instrument: \"%.80s\"", table_place(&t, i), code, ours);
		if (!symbols_add(s, slice_of(name), ours))
			warn("%s: column '%s': \"%.80s\" is %s's already", table_place(&t, i), symbol, name,
			    s->code[get(&s->symbol, slice_of(name))]);
		double by = m < 0 ? 1 : table_num(&t, i, m);
		if (by <= 0)
			die("%s: column '%s': not above 0: \"%s\"", table_place(&t, i), multiplier, table_text(&t, i, m));
		if (by > 0)
			symbols_scale(s, ours, by);
	}
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
			return s->symbol.name[i];
	return NULL;
}

double
symbols_multiplier(const struct symbols *s, const char *code)
{
	int i = tab_get(&s->scaled, slice_of(code));

	return i < 0 ? 1 : s->by[i];
}
