#include "yml.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

#include "err.h"
#include "scalar.h"
#include "slice.h"
#include "tab.h"

struct node {
	json_t *value;
	json_t *where; /* of a mapping, NULL for all else: whoever holds the key gives the place */
	int height;    /* levels of mappings and lists within it */
	size_t cost;
};

struct reader {
	yaml_parser_t p;
	const char *name;
	bool lines;         /* places are name:line, not the bare name */
	struct slice text;
	size_t cost;
	struct tab anchors;
	struct node *anchor; /* by number in anchors */
};

json_t *
yml_must(json_t *v)
{
	if (!v)
		die("out of memory");
	return v;
}

static void
put(json_t *object, const char *key, json_t *v)
{
	if (json_object_set_new(object, key, yml_must(v)))
		die("out of memory");
}

void
yml_put(struct yml *y, const char *key, json_t *value, json_t *where)
{
	put(y->value, key, value);
	put(y->where, key, where);
}

void
yml_free(struct yml *y)
{
	json_decref(y->value);
	json_decref(y->where);
}

const char *
yml_place(const json_t *where)
{
	const json_t *own = json_is_object(where) ? json_object_get(where, "") : where;

	return json_is_string(own) ? json_string_value(own) : "?";
}

/* A place as JSON: a file's name may be no UTF-8. */
static json_t *
place_json(const char *name)
{
	json_t *v = json_string(name);

	return v ? v : yml_must(json_string("?"));
}

json_t *
yml_places(const json_t *value, const char *place)
{
	json_t *where, *v;
	const char *key;

	if (!json_is_object(value))
		return place_json(place);
	where = yml_must(json_object());
	put(where, "", place_json(place));
	json_object_foreach((json_t *)value, key, v)
		put(where, key, yml_places(v, place));
	return where;
}

/* `name:line`; valid until the next call. */
static const char *
place(const struct reader *r, yaml_mark_t m)
{
	static char s[1024];

	if (!r->lines)
		return r->name;
	snprintf(s, sizeof s, "%.1000s:%zu", r->name, m.line + 1);
	return s;
}

/* libyaml says where bytes are bad by their offset only. */
static yaml_mark_t
mark_at(const struct reader *r, size_t offset)
{
	yaml_mark_t m = { 0, 0, 0 };

	for (size_t i = 0; i < offset && i < r->text.n; i++)
		m.line += r->text.p[i] == '\n';
	return m;
}

/* Is there a tab before the first other byte of the line? */
static bool
tab_indents(const struct reader *r, size_t line)
{
	const char *p = r->text.p, *end = p + r->text.n;

	while (line-- && p < end) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		p = nl ? nl + 1 : end;
	}
	while (p < end && *p == ' ')
		p++;
	return p < end && *p == '\t';
}

static _Noreturn void
die_parser(const struct reader *r)
{
	const yaml_parser_t *p = &r->p;

	if (p->error == YAML_MEMORY_ERROR)
		die("out of memory");
	if (p->error == YAML_READER_ERROR)
		die("%s: %s", place(r, mark_at(r, p->problem_offset)), p->problem);
	if (tab_indents(r, p->problem_mark.line))
		die("%s: a tab in the indentation: YAML wants spaces", place(r, p->problem_mark));
	die("%s: %s", place(r, p->problem_mark), p->problem);
}

static void
next(struct reader *r, yaml_event_t *e)
{
	if (!yaml_parser_parse(&r->p, e))
		die_parser(r);
}

/* ---- scalars ---- */

static struct slice
scalar_text(const struct reader *r, const yaml_event_t *e)
{
	struct slice s = { (const char *)e->data.scalar.value, e->data.scalar.length };

	if (memchr(s.p, '\0', s.n))
		die("%s: a NUL in a text", place(r, e->start_mark));
	return s;
}

static void
check_tag(const struct reader *r, const yaml_event_t *e, const yaml_char_t *tag, const char *fine)
{
	if (tag && strcmp((const char *)tag, fine) != 0 && strcmp((const char *)tag, "!") != 0)
		die("%s: tag not supported: \"%.80s\"", place(r, e->start_mark), (const char *)tag);
}

static json_t *
scalar(const struct reader *r, const yaml_event_t *e)
{
	struct slice s = scalar_text(r, e);

	if (e->data.scalar.plain_implicit)
		return scalar_plain(s, place(r, e->start_mark));
	if (!e->data.scalar.quoted_implicit)
		check_tag(r, e, e->data.scalar.tag, YAML_STR_TAG);
	return yml_must(json_stringn(s.p, s.n));
}

/* ---- mappings, lists, aliases ---- */

static struct node node(struct reader *r, yaml_event_t *e, int depth);

static void
spend(struct reader *r, yaml_mark_t m, size_t cost, int depth)
{
	r->cost += cost;
	if (r->cost > YML_COST)
		die("%s: too large a document once its aliases are expanded", place(r, m));
	if (depth > YML_DEPTH)
		die("%s: nested deeper than %d levels", place(r, m), YML_DEPTH);
}

static struct node
list(struct reader *r, int depth)
{
	struct node l = { .value = yml_must(json_array()) };
	yaml_event_t e;

	for (next(r, &e); e.type != YAML_SEQUENCE_END_EVENT; next(r, &e)) {
		struct node v = node(r, &e, depth);
		if (json_array_append_new(l.value, v.value))
			die("out of memory");
		json_decref(v.where);
		if (v.height > l.height)
			l.height = v.height;
	}
	yaml_event_delete(&e);
	l.height++;
	return l;
}

/* An entry's places, with the place of its key for the entry itself; takes `where` over. */
static json_t *
where_of(json_t *where, json_t *own)
{
	if (!where)
		return own;
	put(where, "", own);
	return where;
}

/* The keys of a `<<` value that the mapping does not have. */
static void
merge_one(const struct reader *r, yaml_mark_t m, struct yml *to, const json_t *from)
{
	const char *key;
	json_t *v;

	if (!json_is_object(from))
		die("%s: '<<' wants a mapping or a list of mappings", place(r, m));
	json_object_foreach((json_t *)from, key, v)
		if (!json_object_get(to->value, key))
			yml_put(to, key, json_deep_copy(v), yml_places(v, place(r, m)));
}

static void
merge(const struct reader *r, yaml_mark_t m, struct yml *to, const json_t *from)
{
	if (!json_is_array(from)) {
		merge_one(r, m, to, from);
		return;
	}
	for (size_t i = 0; i < json_array_size(from); i++)
		merge_one(r, m, to, json_array_get(from, i));
}

/* A key, owned by the caller. */
static char *
key_text(const struct reader *r, const yaml_event_t *e)
{
	if (e->type != YAML_SCALAR_EVENT)
		die("%s: a key that is no text", place(r, e->start_mark));
	struct slice s = scalar_text(r, e);
	if (s.n == 0)
		die("%s: an empty key", place(r, e->start_mark));
	if (s.n > YML_KEY)
		die("%s: a key longer than %d bytes", place(r, e->start_mark), YML_KEY);
	return mem_dup(s.p, s.n);
}

static struct node
mapping(struct reader *r, int depth)
{
	struct yml m = { yml_must(json_object()), yml_must(json_object()) };
	json_t *merges = yml_must(json_array());
	yaml_mark_t merge_mark = { 0, 0, 0 };
	yaml_event_t e;
	int height = 0;

	for (next(r, &e); e.type != YAML_MAPPING_END_EVENT; next(r, &e)) {
		char *key = key_text(r, &e);
		yaml_mark_t mark = e.start_mark;
		bool merging = strcmp(key, "<<") == 0 && e.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
		yaml_event_delete(&e);
		if (json_object_get(m.value, key))
			die("%s: duplicate key '%s', first at %s", place(r, mark), key, yml_place(json_object_get(m.where, key)));
		spend(r, mark, strlen(key), depth);
		next(r, &e);
		struct node v = node(r, &e, depth);
		if (v.height > height)
			height = v.height;
		if (merging) {
			merge_mark = mark;
			if (json_array_append_new(merges, v.value))
				die("out of memory");
			json_decref(v.where);
		} else {
			yml_put(&m, key, v.value, where_of(v.where, place_json(place(r, mark))));
		}
		free(key);
	}
	yaml_event_delete(&e);
	for (size_t i = 0; i < json_array_size(merges); i++)
		merge(r, merge_mark, &m, json_array_get(merges, i));
	json_decref(merges);
	return (struct node){ .value = m.value, .where = m.where, .height = height + 1 };
}

static struct node
alias(struct reader *r, const yaml_event_t *e, int depth)
{
	const char *name = (const char *)e->data.alias.anchor;
	int i = tab_get(&r->anchors, slice_of(name));

	if (i < 0)
		die("%s: no anchor before its alias: \"*%.80s\"", place(r, e->start_mark), name);
	struct node n = r->anchor[i];
	spend(r, e->start_mark, n.cost, depth + n.height);
	n.value = yml_must(json_deep_copy(n.value));
	if (n.where)
		n.where = yml_must(json_deep_copy(n.where));
	return n;
}

/* Keep a finished node for aliases; the last of a name counts. */
static void
keep(struct reader *r, const char *name, struct node n)
{
	int i = tab_get(&r->anchors, slice_of(name));

	n.value = json_incref(n.value);
	n.where = n.where ? yml_must(json_deep_copy(n.where)) : NULL; /* its holder will put its own place in */
	if (i < 0) {
		i = tab_put(&r->anchors, slice_of(name));
		r->anchor = mem_grow(r->anchor, (size_t)i + 1, sizeof *r->anchor);
	} else {
		json_decref(r->anchor[i].value);
		json_decref(r->anchor[i].where);
	}
	r->anchor[i] = n;
}

/* The node that event e begins; e is deleted. */
static struct node
node(struct reader *r, yaml_event_t *e, int depth)
{
	struct node n = { .value = NULL };
	const yaml_char_t *anchor = NULL;
	size_t before = r->cost;

	spend(r, e->start_mark, 64, depth);
	if (e->type == YAML_ALIAS_EVENT) {
		n = alias(r, e, depth);
	} else if (e->type == YAML_SCALAR_EVENT) {
		anchor = e->data.scalar.anchor;
		spend(r, e->start_mark, e->data.scalar.length, depth);
		n.value = scalar(r, e);
	} else if (e->type == YAML_SEQUENCE_START_EVENT) {
		anchor = e->data.sequence_start.anchor;
		check_tag(r, e, e->data.sequence_start.tag, YAML_SEQ_TAG);
		n = list(r, depth + 1);
	} else {
		anchor = e->data.mapping_start.anchor;
		check_tag(r, e, e->data.mapping_start.tag, YAML_MAP_TAG);
		n = mapping(r, depth + 1);
	}
	n.cost = r->cost - before;
	if (anchor)
		keep(r, (const char *)anchor, n);
	yaml_event_delete(e);
	return n;
}

/* ---- documents ---- */

static void
reader_free(struct reader *r)
{
	for (int i = 0; i < r->anchors.n; i++) {
		json_decref(r->anchor[i].value);
		json_decref(r->anchor[i].where);
		free(r->anchors.name[i]);
	}
	free(r->anchor);
	free(r->anchors.name);
	free(r->anchors.slot);
	yaml_parser_delete(&r->p);
}

/* The one document of a text; value is NULL when it has none. */
static struct node
document(struct reader *r)
{
	struct node n = { .value = NULL };
	yaml_event_t e;

	if (r->text.n >= 3 && memcmp(r->text.p, "\xef\xbb\xbf", 3) == 0)
		r->text = (struct slice){ r->text.p + 3, r->text.n - 3 };
	if (!yaml_parser_initialize(&r->p))
		die("out of memory");
	yaml_parser_set_encoding(&r->p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r->p, (const unsigned char *)r->text.p, r->text.n);
	for (next(r, &e); e.type != YAML_STREAM_END_EVENT; next(r, &e)) {
		if (e.type == YAML_DOCUMENT_START_EVENT && n.value)
			die("%s: a second document in the file", place(r, e.start_mark));
		if (e.type == YAML_STREAM_START_EVENT || e.type == YAML_DOCUMENT_START_EVENT ||
		    e.type == YAML_DOCUMENT_END_EVENT)
			yaml_event_delete(&e);
		else
			n = node(r, &e, 0);
	}
	yaml_event_delete(&e);
	reader_free(r);
	return n;
}

struct yml
yml_text(const char *p, size_t n, const char *name)
{
	struct reader r = { .name = name, .lines = true, .text = { p, n } };
	struct node d = document(&r);

	if (!json_is_object(d.value))
		die(d.value && !json_is_null(d.value) ? "%s: not a mapping of keys" : "%s: empty: not a mapping of keys", name);
	return (struct yml){ d.value, where_of(d.where, place_json(name)) };
}

struct yml
yml_value(const char *text, const char *name)
{
	struct reader r = { .name = name, .text = slice_of(text) };
	struct node d = document(&r);

	if (!d.value)
		d.value = json_null();
	json_decref(d.where);
	return (struct yml){ d.value, yml_places(d.value, name) };
}

/* Every byte of a descriptor, owned by the caller. */
static char *
slurp(int fd, const char *name, size_t *n)
{
	size_t cap = 65536;
	char *buf = mem_alloc(cap, 1);
	ssize_t k;

	for (*n = 0;; *n += (size_t)k) {
		if (*n == cap)
			buf = mem_grow(buf, cap *= 2, 1);
		do
			k = read(fd, buf + *n, cap - *n);
		while (k < 0 && errno == EINTR);
		if (k < 0)
			die_sys("cannot read '%s'", name);
		if (k == 0)
			return buf;
		if (*n + (size_t)k > YML_MAX)
			die("%s: larger than %d bytes", name, YML_MAX);
	}
}

struct yml
yml_file(const char *path)
{
	bool is_stdin = strcmp(path, "-") == 0;
	const char *name = is_stdin ? "stdin" : path;
	int fd = is_stdin ? 0 : open(path, O_RDONLY | O_CLOEXEC);
	size_t n;

	if (fd < 0)
		die_sys("cannot open '%s'", path);
	char *buf = slurp(fd, name, &n);
	if (!is_stdin)
		close(fd);
	struct yml y = yml_text(buf, n, name);
	free(buf);
	return y;
}
