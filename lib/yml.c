#include "yml.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "err.h"
#include "yml_tree.h"

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

json_t *
yml_at(json_t *where, const char *place)
{
	json_t *own = json_string(place);

	if (!own)
		own = yml_must(json_string("?"));
	if (!where)
		return own;
	put(where, "", own);
	return where;
}

json_t *
yml_places(const json_t *value, const char *place)
{
	json_t *where, *v;
	const char *key;

	if (!json_is_object(value))
		return yml_at(NULL, place);
	where = yml_at(yml_must(json_object()), place);
	json_object_foreach((json_t *)value, key, v)
		put(where, key, yml_places(v, place));
	return where;
}

struct yml
yml_text(const char *p, size_t n, const char *name)
{
	struct events from = { .name = name, .lines = true, .text = { p, n } };
	struct yml d = yml_tree(&from);

	if (!json_is_object(d.value))
		die(d.value && !json_is_null(d.value) ? "%s: not a mapping of keys" : "%s: empty: not a mapping of keys", name);
	return (struct yml){ d.value, yml_at(d.where, name) };
}

struct yml
yml_value(const char *text, const char *name)
{
	struct events from = { .name = name, .text = slice_of(text) };
	struct yml d = yml_tree(&from);

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
