#include "vendor/intake_json.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "vendor/intake_number.h"
#include "vendor/intake_times.h"
#include "vendor/refusal.h"

/* ---- paths: keys and places in lists with points between; a key may have points in it ---- */

/* One step along a path, which is cut by it; NULL when there is no such part. */
static const json_t *
step(const json_t *v, const char **path)
{
	const json_t *whole = json_object_get(v, *path);
	size_t n = whole ? strlen(*path) : strcspn(*path, ".");
	char *key = mem_dup(*path, n);
	bool place = n > 0 && n < 9 && strspn(key, "0123456789") == n;

	v = whole ? whole : json_is_array(v) ? (place ? json_array_get(v, (size_t)atol(key)) : NULL) : json_object_get(v, key);
	*path += n + ((*path)[n] == '.');
	free(key);
	return v;
}

/* What the first of the names leads to that leads anywhere, told in *name; NULL for none. */
static const json_t *
member(const json_t *v, const struct intake_names *names, const char **name)
{
	for (int i = 0; i < names->n; i++) {
		const char *path = *name = names->v[i];
		const json_t *at = step(v, &path);
		while (at && *path)
			at = step(at, &path);
		if (at)
			return at;
	}
	return NULL;
}

/* The parts that k->rows leads through may be messages of an error; sure: anything that looks like one. */
static const json_t *
find_rows(const struct intake *k, const json_t *root, const char *name, bool sure)
{
	const json_t *v = root;

	refusal_of(v, name, sure);
	for (const char *p = k->rows; v && *p; ) {
		v = step(v, &p);
		if (v)
			refusal_of(v, name, sure);
	}
	return v;
}

/* ---- values ---- */

/* A value as text; a number's in full. */
static struct slice
text_of(const struct bars *b, long at, const json_t *v, const char *name, char buf[NUM_MAX])
{
	if (json_is_null(v))
		return (struct slice){ "", 0 };
	if (json_is_string(v))
		return (struct slice){ json_string_value(v), json_string_length(v) };
	if (json_is_integer(v) && llabs(json_integer_value(v)) < 1000000000000000)
		return (struct slice){ buf, num_print_int(buf, (double)json_integer_value(v)) };
	if (json_is_number(v))
		return (struct slice){ buf, num_print(buf, json_number_value(v)) };
	die("%s: neither a number nor text: '%s'", bars_place(b, at), name);
}

static double
number_of(const struct intake *k, const struct bars *b, long at, const json_t *v, const char *name)
{
	char buf[NUM_MAX];

	return intake_number(k, b, at, name, text_of(b, at, v, name, buf));
}

/* ---- a list of objects ---- */

/* A row's member by one of the names, which *name tells; it must be there. */
static const json_t *
need(const struct bars *b, long at, const json_t *row, const struct intake_names *names, const char **name)
{
	const json_t *v = member(row, names, name);

	if (!v)
		die("%s: no %s", bars_place(b, at), intake_names_text(names, '\''));
	return v;
}

static void
read_objects(const struct intake *k, struct bars *b, const json_t *rows)
{
	struct intake_times times = { .k = k };
	char buf[NUM_MAX];
	const char *name;

	b->row = *k->rows ? k->rows : "rows";
	for (long n = 0; n < (long)json_array_size(rows); n++) {
		const json_t *row = json_array_get(rows, (size_t)n), *v;
		struct bar bar = { .at = n };
		if (!json_is_object(row))
			die("%s: not an object", bars_place(b, n));
		v = need(b, n, row, &k->time, &times.column);
		intake_times_add(&times, b, n, text_of(b, n, v, times.column, buf));
		for (int i = 0; i < BAR_VALUES; i++) {
			bar.v[i] = num_missing();
			if (k->column[i].n) {
				v = need(b, n, row, &k->column[i], &name);
				bar.v[i] = number_of(k, b, n, v, name);
			}
		}
		bars_add(b, bar);
	}
	intake_times_end(&times, b);
}

/* ---- lists beside each other ---- */

/* The list by one of the names, as long as that of the times (unless that is NULL itself). */
static const json_t *
find_list(const struct bars *b, const json_t *parts, const struct intake_names *names, const char **name, const json_t *times)
{
	const json_t *v = member(parts, names, name);

	if (!json_is_array(v))
		die("%s: no list %s in it", b->name, intake_names_text(names, '\''));
	if (times && json_array_size(v) != json_array_size(times))
		die("%s: list '%s' is of %zu values, that of the times of %zu", b->name, *name, json_array_size(v), json_array_size(times));
	return v;
}

static void
read_arrays(const struct intake *k, struct bars *b, const json_t *parts)
{
	struct intake_times times = { .k = k };
	const json_t *time = find_list(b, parts, &k->time, &times.column, NULL), *list[BAR_VALUES] = { NULL };
	const char *name[BAR_VALUES];
	char buf[NUM_MAX];

	for (int i = 0; i < BAR_VALUES; i++)
		if (k->column[i].n)
			list[i] = find_list(b, parts, &k->column[i], &name[i], time);
	b->row = times.column;
	for (long n = 0; n < (long)json_array_size(time); n++) {
		struct bar bar = { .at = n };
		intake_times_add(&times, b, n, text_of(b, n, json_array_get(time, (size_t)n), times.column, buf));
		for (int i = 0; i < BAR_VALUES; i++)
			bar.v[i] = list[i] ? number_of(k, b, n, json_array_get(list[i], (size_t)n), name[i]) : num_missing();
		bars_add(b, bar);
	}
	intake_times_end(&times, b);
}

void
intake_json(const struct intake *k, struct bars *b, struct slice text)
{
	json_error_t e;
	json_t *root = json_loadb(text.p, text.n, JSON_REJECT_DUPLICATES, &e);

	if (!root)
		die("%s:%d: not JSON: %s", b->name, e.line, e.text);
	const json_t *rows = find_rows(k, root, b->name, false);
	if (!(k->arrays ? json_is_object(rows) : json_is_array(rows))) {
		find_rows(k, root, b->name, true);
		die("%s: no %s '%s' in it", b->name, k->arrays ? "object" : "list", k->rows);
	}
	if (k->arrays)
		read_arrays(k, b, rows);
	else
		read_objects(k, b, rows);
	json_decref(root);
}
