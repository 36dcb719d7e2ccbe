#include "defaults.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "err.h"
#include "num.h"
#include "slice.h"

/* The text of defaults.yaml; the path is from the folder that make runs in. */
__asm__(
    ".pushsection .rodata\n"
    "defaults_text:\n"
    ".incbin \"lib/defaults.yaml\"\n"
    "defaults_text_end:\n"
    ".popsection\n");
extern const char defaults_text[], defaults_text_end[];

/* A known key: its default, if any, and the mapping it may hold. */
struct known {
	const json_t *value, *where;
};

/* What the comment behind a key says. */
struct note {
	char type[64]; /* "number", "text|list", …; "" for anything */
	bool unread;
	struct slice meaning;
};

static struct known
known_all(void)
{
	static struct yml y;

	if (!y.value)
		y = yml_text(defaults_text, (size_t)(defaults_text_end - defaults_text), "defaults.yaml");
	return (struct known){ y.value, y.where };
}

/* The entry for a key, or for any name; value is NULL when there is neither. */
static struct known
known_key(struct known k, const char *key)
{
	if (!json_object_get(k.value, key))
		key = "*";
	return (struct known){ json_object_get(k.value, key), json_object_get(k.where, key) };
}

/* Is it a mapping from names, not of options? */
static bool
of_names(struct known k)
{
	return json_object_get(k.value, "*") != NULL;
}

/* ---- comments ---- */

/* The line of the text that an entry stands in. */
static struct slice
line_of(struct known k)
{
	const char *colon = strrchr(yml_place(k.where), ':'), *p = defaults_text, *nl;
	double line = 1;

	if (colon)
		num_parse(colon + 1, strlen(colon + 1), &line);
	for (; line > 1; line--)
		p = (const char *)memchr(p, '\n', (size_t)(defaults_text_end - p)) + 1;
	nl = memchr(p, '\n', (size_t)(defaults_text_end - p));
	return (struct slice){ p, (size_t)(nl - p) };
}

static const char *
type_of(const json_t *v)
{
	return json_is_number(v) ? "number" : json_is_boolean(v) ? "flag" : json_is_string(v) ? "text" :
	    json_is_array(v) ? "list" : json_is_object(v) ? "map" : "";
}

static struct note
note(struct known k)
{
	struct slice line = line_of(k);
	const char *end = line.p + line.n, *p = memmem(line.p, line.n, " # ", 3), *close;
	struct note n = { .unread = false };

	snprintf(n.type, sizeof n.type, "%s", type_of(k.value));
	if (!p)
		return n;
	p += 3;
	if (*p == '[' && (close = memchr(p, ']', (size_t)(end - p)))) {
		struct slice in = { p + 1, (size_t)(close - p - 1) };
		const char *comma = memchr(in.p, ',', in.n);
		n.unread = memmem(in.p, in.n, "unread", 6) != NULL;
		if (comma || !n.unread)
			snprintf(n.type, sizeof n.type, "%.*s", (int)((comma ? comma : close) - in.p), in.p);
		p = close + 1;
		p += *p == ' ';
	}
	n.meaning = (struct slice){ p, (size_t)(end - p) };
	return n;
}

bool
defaults_unread(const char *const *path, int n)
{
	struct known k = known_all();

	for (int i = 0; i < n; i++) {
		k = known_key(k, path[i]);
		if (!k.value)
			return false;
		if (note(k).unread)
			return true;
	}
	return false;
}

/* ---- checking ---- */

enum { NEAR_MAX = 64 };

static int
min_int(int a, int b)
{
	return a < b ? a : b;
}

/* Insertions, deletions, changes and swaps of neighbours that lead from a to b. */
static int
distance(const char *a, const char *b)
{
	int d[NEAR_MAX + 1][NEAR_MAX + 1], n = (int)strlen(a), m = (int)strlen(b);

	if (n > NEAR_MAX || m > NEAR_MAX)
		return NEAR_MAX;
	for (int i = 0; i <= n; i++) {
		for (int j = 0; j <= m; j++) {
			if (i == 0 || j == 0) {
				d[i][j] = i + j;
				continue;
			}
			d[i][j] = min_int(min_int(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				d[i][j] = min_int(d[i][j], d[i - 2][j - 2] + 1);
		}
	}
	return d[n][m];
}

/* The known key nearest to one, NULL when none is near: at most a third of its letters away. */
static const char *
nearest(struct known k, const char *key)
{
	const char *name, *best = NULL;
	int least = NEAR_MAX;
	json_t *v;

	json_object_foreach((json_t *)k.value, name, v) {
		int d = strcmp(name, "*") == 0 ? NEAR_MAX : distance(key, name);
		if (d < least && 3 * d <= (int)strlen(name) + 2) {
			least = d;
			best = name;
		}
	}
	return best;
}

static bool
is_flag(const json_t *v)
{
	static const char *const words[] = { "true", "t", "false", "f" };
	const char *s = json_string_value(v);

	for (size_t i = 0; s && i < sizeof words / sizeof *words; i++)
		if (strcasecmp(s, words[i]) == 0)
			return true;
	return json_is_boolean(v);
}

static bool
is_number(const json_t *v)
{
	double x;

	return json_is_number(v) || (json_is_string(v) && num_parse(json_string_value(v), json_string_length(v), &x));
}

static bool
is_type(const json_t *v, struct slice type)
{
	if (slice_is(type, "number"))
		return is_number(v);
	if (slice_is(type, "flag"))
		return is_flag(v);
	if (slice_is(type, "text"))
		return json_is_string(v);
	if (slice_is(type, "list"))
		return json_is_array(v);
	if (slice_is(type, "map"))
		return json_is_object(v);
	return json_is_string(v) && slice_is(type, json_string_value(v));
}

/* Is it one of "number|map"? A null always may stand: it is an absent key. */
static bool
is_one_of(const json_t *v, const char *types)
{
	if (json_is_null(v) || !*types)
		return true;
	for (const char *p = types;; p++) {
		size_t n = strcspn(p, "|");
		if (is_type(v, (struct slice){ p, n }))
			return true;
		p += n;
		if (!*p)
			return false;
	}
}

static _Noreturn void
die_type(const char *path, const json_t *v, const char *place, const char *types)
{
	char *text = json_is_object(v) ? NULL : json_dumps(v, JSON_ENCODE_ANY);

	die("%s: '%s' wants %s, not %.80s", place, path, types, text ? text : "a mapping");
}

static void check_keys(const char *path, const json_t *value, const json_t *where, struct known k);

static void
check_one(const char *path, const json_t *value, const json_t *where, struct known k)
{
	struct note n = note(k);

	if (!is_one_of(value, n.type))
		die_type(path, value, yml_place(where), n.type);
	if (json_is_object(value) && json_is_object(k.value))
		check_keys(path, value, where, k);
}

static _Noreturn void
die_unknown(const char *prefix, const char *key, const char *place, struct known k)
{
	const char *near = nearest(k, key);

	if (near)
		die("%s: unknown key '%s%s'; did you mean '%s%s'?", place, prefix, key, prefix, near);
	die("%s: unknown key '%s%s'", place, prefix, key);
}

/* prefix is "" or ends in a dot. */
static void
check_keys(const char *path, const json_t *value, const json_t *where, struct known k)
{
	char prefix[512], full[1024]; /* for messages: a longer path is cut */
	const char *key;
	json_t *v;

	snprintf(prefix, sizeof prefix, "%.500s%s", path, *path ? "." : "");
	json_object_foreach((json_t *)value, key, v) {
		const json_t *w = json_object_get(where, key);
		struct known sub = known_key(k, key);
		if (!sub.value)
			die_unknown(prefix, key, yml_place(w), k);
		snprintf(full, sizeof full, "%s%s", prefix, key);
		check_one(full, v, w, sub);
	}
}

void
defaults_check(const struct yml *y)
{
	check_keys("", y->value, y->where, known_all());
}

/* ---- filling in ---- */

/* The default itself, without the keys that have none; NULL when there is none. A new reference. */
static json_t *
default_of(const json_t *v)
{
	json_t *o, *sub;
	const char *key;

	if (json_is_null(v))
		return NULL;
	if (!json_is_object(v))
		return yml_must(json_deep_copy(v));
	o = yml_must(json_object());
	json_object_foreach((json_t *)v, key, sub)
		if (strcmp(key, "*") != 0 && (sub = default_of(sub)))
			if (json_object_set_new(o, key, sub))
				die("out of memory");
	if (json_object_size(o) > 0)
		return o;
	json_decref(o);
	return NULL;
}

static void fill(struct yml y, struct known k, bool names);

static void
fill_key(struct yml y, const char *key, struct known k, bool names)
{
	json_t *v = json_object_get(y.value, key);

	if (!v || json_is_null(v)) {
		json_t *d = default_of(k.value);
		if (d)
			yml_put(&y, key, d, yml_places(d, "default"));
	} else if (json_is_object(v) && json_is_object(k.value) && (names || !of_names(k))) {
		fill((struct yml){ v, json_object_get(y.where, key) }, k, names);
	}
}

static void
fill(struct yml y, struct known k, bool names)
{
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)k.value, key, v)
		if (strcmp(key, "*") != 0)
			fill_key(y, key, known_key(k, key), names);
}

void
defaults_fill(struct yml *y, const json_t *whole)
{
	struct known k = known_all();
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)k.value, key, v)
		fill_key(*y, key, known_key(k, key), !json_object_get(whole, key));
}

bool
defaults_complete(const struct yml *y)
{
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)known_all().value, key, v) {
		json_t *d = default_of(v), *has = json_object_get(y->value, key);
		bool lacks = d && (!has || json_is_null(has));
		json_decref(d);
		if (lacks)
			return false;
	}
	return true;
}

/* ---- the table ---- */

struct each {
	void (*f)(void *, const char *, const json_t *, const char *, const char *);
	void *arg;
};

static void each_key(const char *prefix, struct known k, const struct each *e);

static void
each_one(const char *path, struct known k, const struct each *e)
{
	char meaning[512], prefix[512];
	struct note n = note(k);

	if (!json_is_object(k.value) || of_names(k)) { /* a leaf */
		json_t *d = default_of(k.value);
		snprintf(meaning, sizeof meaning, "%s%.*s", n.unread ? "unread: " : "", (int)n.meaning.n, n.meaning.p);
		e->f(e->arg, path, d, *n.type ? n.type : "any", meaning);
		json_decref(d);
	}
	snprintf(prefix, sizeof prefix, "%.500s.%s", path, of_names(k) ? "*." : "");
	if (of_names(k))
		k = known_key(k, "*");
	if (json_is_object(k.value))
		each_key(prefix, k, e);
}

static void
each_key(const char *prefix, struct known k, const struct each *e)
{
	char path[1024];
	const char *key;
	json_t *v;

	json_object_foreach((json_t *)k.value, key, v) {
		snprintf(path, sizeof path, "%s%s", prefix, key);
		each_one(path, known_key(k, key), e);
	}
}

void
defaults_each(void (*f)(void *, const char *, const json_t *, const char *, const char *), void *arg)
{
	struct each e = { f, arg };

	each_key("", known_all(), &e);
}
