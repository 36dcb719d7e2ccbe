#include "config/grid.h"

#include <string.h>

#include "base/die.h"
#include "base/mem.h"

/* The end of the value at p: a comma that is in no bracket and no quotes. A quote opens where a value may begin. */
static const char *
value_end(const char *p, const char *key)
{
	const char *from = p;
	char quote = 0, before = ',';
	int depth = 0;

	for (; *p && (quote || depth || *p != ','); p++) {
		if (quote)
			quote = *p == quote ? 0 : quote;
		else if (strchr("'\"", *p) && strchr("[{,:", before))
			quote = *p;
		else
			depth += (*p == '[' || *p == '{') - (*p == ']' || *p == '}');
		if (depth < 0)
			break;
		before = *p == ' ' ? before : *p;
	}
	if (quote || depth)
		die("grid of '%s': brackets or quotes that have no match: \"%.80s\"", key, from);
	return p;
}

static struct grid_axis
read_axis(const char *text, struct names *keys)
{
	const char *equals = strchr(text, '=');
	struct grid_axis a = { .n = 0 };

	if (!equals)
		die("not KEY=VALUE,...: \"%.80s\"", text);
	grid_add_key(keys, (struct slice){ text, (size_t)(equals - text) });
	for (const char *p = equals + 1, *end;; p = end + 1) {
		end = value_end(p, keys->name[keys->n - 1]);
		a.v = mem_grow(a.v, (size_t)a.n + 1, sizeof *a.v);
		a.v[a.n++] = (struct slice){ p, (size_t)(end - p) };
		if (!*end)
			return a;
	}
}

struct grid
grid_read(char *const *axis, int n)
{
	struct grid g = { .axis = mem_alloc((size_t)n, sizeof *g.axis), .points = 1 };

	for (int i = 0; i < n; i++) {
		g.axis[i] = read_axis(axis[i], &g.keys);
		if ((g.points *= g.axis[i].n) > GRID_POINTS)
			die("more than %d points", GRID_POINTS);
	}
	return g;
}

void
grid_point(const struct grid *g, long i, struct slice *value)
{
	for (int k = g->keys.n - 1; k >= 0; i /= g->axis[k--].n)
		value[k] = g->axis[k].v[i % g->axis[k].n];
}

void
grid_add_key(struct names *keys, struct slice key)
{
	int n = keys->n;

	if (key.n == 0 || memchr(key.p, '=', key.n) || slice_is(key, "point"))
		die("not a config key: \"%.*s\"", SLICE(key));
	if (names_put(keys, key) < n)
		die("key '%.*s' twice", SLICE(key));
}
