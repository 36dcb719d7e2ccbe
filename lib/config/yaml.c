#include "config/yaml.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/output.h"
#include "config/yaml_tree.h"

void
yaml_close(struct config_yaml *y)
{
	json_decref(y->value);
	json_decref(y->where);
}

struct config_yaml
yaml_text(const char *p, size_t n, const char *name)
{
	struct yaml_events from = { .name = name, .lines = true, .text = { p, n } };
	struct config_yaml d = yaml_tree(&from);

	if (!json_is_object(d.value))
		die(d.value && !json_is_null(d.value) ? "%s: not a mapping of keys" : "%s: empty: not a mapping of keys", name);
	return (struct config_yaml){ d.value, yaml_place_at(d.where, name) };
}

struct config_yaml
yaml_value(const char *text, const char *name)
{
	struct yaml_events from = { .name = name, .text = slice_of(text) };
	struct config_yaml d = yaml_tree(&from);

	if (!d.value)
		d.value = json_null();
	json_decref(d.where);
	return (struct config_yaml){ d.value, yaml_places(d.value, name) };
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
		if (*n + (size_t)k > YAML_MAX)
			die("%s: larger than %d bytes", name, YAML_MAX);
	}
}

struct config_yaml
yaml_file(const char *path)
{
	bool is_stdin = strcmp(path, "-") == 0;
	const char *name = is_stdin ? "stdin" : path;
	int fd = is_stdin ? 0 : open(path, O_RDONLY | O_CLOEXEC);
	size_t n;

	if (fd < 0)
		die_sys("cannot open '%s'", path);
	output_input(fd, name);
	char *buf = slurp(fd, name, &n);
	if (!is_stdin)
		close(fd);
	struct config_yaml y = yaml_text(buf, n, name);
	free(buf);
	return y;
}
