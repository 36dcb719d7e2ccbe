#include "config/yaml_tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/names.h"
#include "config/yaml_scalar.h"

struct node {
	json_t *value;
	json_t *where; /* of a mapping, NULL for all else: whoever holds the key gives the place */
	int height;    /* levels of mappings and lists within it */
	size_t cost;
};

struct reader {
	struct yaml_events *from;
	size_t cost;
	struct names anchors;
	struct node *anchor; /* by number in anchors */
};

static json_t *
scalar(const struct reader *r, const yaml_event_t *e)
{
	struct slice s = yaml_events_scalar(r->from, e);

	if (e->data.scalar.plain_implicit)
		return yaml_scalar_plain(s, yaml_events_place(r->from, e->start_mark));
	if (!e->data.scalar.quoted_implicit)
		yaml_events_tag(r->from, e, e->data.scalar.tag, YAML_STR_TAG);
	return json_stringn(s.p, s.n);
}

static struct node node(struct reader *r, yaml_event_t *e, int depth);

static void
spend(struct reader *r, yaml_mark_t m, size_t cost, int depth)
{
	r->cost += cost;
	if (r->cost > YAML_TREE_COST)
		die("%s: too large a document once its aliases are expanded", yaml_events_place(r->from, m));
	if (depth > YAML_TREE_DEPTH)
		die("%s: nested deeper than %d levels", yaml_events_place(r->from, m), YAML_TREE_DEPTH);
}

static struct node
list(struct reader *r, int depth)
{
	struct node l = { .value = json_array() };
	yaml_event_t e;

	for (yaml_events_next(r->from, &e); e.type != YAML_SEQUENCE_END_EVENT; yaml_events_next(r->from, &e)) {
		struct node v = node(r, &e, depth);
		json_array_append_new(l.value, v.value);
		json_decref(v.where);
		if (v.height > l.height)
			l.height = v.height;
	}
	yaml_event_delete(&e);
	l.height++;
	return l;
}

/* The keys of a `<<` value that the mapping does not have. */
static void
merge_one(const struct reader *r, yaml_mark_t m, struct config_yaml *to, const json_t *from)
{
	const char *key;
	json_t *v;

	if (!json_is_object(from))
		die("%s: '<<' wants a mapping or a list of mappings", yaml_events_place(r->from, m));
	json_object_foreach((json_t *)from, key, v)
		if (!json_object_get(to->value, key))
			yaml_place_put(to, key, json_deep_copy(v), yaml_places(v, yaml_events_place(r->from, m)));
}

static void
merge(const struct reader *r, yaml_mark_t m, struct config_yaml *to, const json_t *from)
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
		die("%s: a key that is no text", yaml_events_place(r->from, e->start_mark));
	struct slice s = yaml_events_scalar(r->from, e);
	if (s.n == 0)
		die("%s: an empty key", yaml_events_place(r->from, e->start_mark));
	if (s.n > YAML_TREE_KEY)
		die("%s: a key longer than %d bytes", yaml_events_place(r->from, e->start_mark), YAML_TREE_KEY);
	return mem_dup(s.p, s.n);
}

struct mapping {
	struct config_yaml y;
	json_t *merges; /* the values of its `<<` */
	yaml_mark_t merge_mark;
	int height;
};

/* The key that event e is, which is deleted, and its value. */
static void
entry(struct reader *r, yaml_event_t *e, int depth, struct mapping *m)
{
	char *key = key_text(r, e);
	yaml_mark_t mark = e->start_mark;
	bool merging = strcmp(key, "<<") == 0 && e->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;

	yaml_event_delete(e);
	if (json_object_get(m->y.value, key))
		die("%s: duplicate key '%s', first at %s", yaml_events_place(r->from, mark), key, yaml_place(json_object_get(m->y.where, key)));
	spend(r, mark, strlen(key), depth);
	yaml_events_next(r->from, e);
	struct node v = node(r, e, depth);
	if (v.height > m->height)
		m->height = v.height;
	if (merging) {
		m->merge_mark = mark;
		json_array_append_new(m->merges, v.value);
		json_decref(v.where);
	} else {
		yaml_place_put(&m->y, key, v.value, yaml_place_at(v.where, yaml_events_place(r->from, mark)));
	}
	free(key);
}

static struct node
mapping(struct reader *r, int depth)
{
	struct mapping m = { { json_object(), json_object() }, .merges = json_array() };
	yaml_event_t e;

	for (yaml_events_next(r->from, &e); e.type != YAML_MAPPING_END_EVENT; yaml_events_next(r->from, &e))
		entry(r, &e, depth, &m);
	yaml_event_delete(&e);
	for (size_t i = 0; i < json_array_size(m.merges); i++)
		merge(r, m.merge_mark, &m.y, json_array_get(m.merges, i));
	json_decref(m.merges);
	return (struct node){ .value = m.y.value, .where = m.y.where, .height = m.height + 1 };
}

static struct node
alias(struct reader *r, const yaml_event_t *e, int depth)
{
	const char *name = (const char *)e->data.alias.anchor;
	int i = names_get(&r->anchors, slice_of(name));

	if (i < 0)
		die("%s: no anchor before its alias: \"*%.80s\"", yaml_events_place(r->from, e->start_mark), name);
	struct node n = r->anchor[i];
	spend(r, e->start_mark, n.cost, depth + n.height);
	n.value = json_deep_copy(n.value);
	if (n.where)
		n.where = json_deep_copy(n.where);
	return n;
}

/* Keep a finished node for aliases; the last of a name counts. */
static void
keep(struct reader *r, const char *name, struct node n)
{
	int i = names_get(&r->anchors, slice_of(name));

	n.value = json_incref(n.value);
	n.where = n.where ? json_deep_copy(n.where) : NULL; /* its holder will put its own place in */
	if (i < 0) {
		i = names_put(&r->anchors, slice_of(name));
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
		yaml_events_tag(r->from, e, e->data.sequence_start.tag, YAML_SEQ_TAG);
		n = list(r, depth + 1);
	} else {
		anchor = e->data.mapping_start.anchor;
		yaml_events_tag(r->from, e, e->data.mapping_start.tag, YAML_MAP_TAG);
		n = mapping(r, depth + 1);
	}
	n.cost = r->cost - before;
	if (anchor)
		keep(r, (const char *)anchor, n);
	yaml_event_delete(e);
	return n;
}

/* ---- the document ---- */

static void
forget_anchors(struct reader *r)
{
	for (int i = 0; i < r->anchors.n; i++) {
		json_decref(r->anchor[i].value);
		json_decref(r->anchor[i].where);
		free(r->anchors.name[i]);
	}
	free(r->anchor);
	free(r->anchors.name);
	free(r->anchors.slot);
}

struct config_yaml
yaml_tree(struct yaml_events *from)
{
	struct reader r = { .from = from };
	struct node n = { .value = NULL };
	yaml_event_t e;

	yaml_events_open(from);
	for (yaml_events_next(from, &e); e.type != YAML_STREAM_END_EVENT; yaml_events_next(from, &e)) {
		if (e.type == YAML_DOCUMENT_START_EVENT && n.value)
			die("%s: a second document in the file", yaml_events_place(from, e.start_mark));
		if (e.type == YAML_STREAM_START_EVENT || e.type == YAML_DOCUMENT_START_EVENT ||
		    e.type == YAML_DOCUMENT_END_EVENT)
			yaml_event_delete(&e);
		else
			n = node(&r, &e, 0);
	}
	yaml_event_delete(&e);
	forget_anchors(&r);
	yaml_events_close(from);
	return (struct config_yaml){ n.value, n.where };
}
