#include "stream/schema_header.h"

#include <string.h>

#include "base/mem.h"

/* The fields' names and columns of the schema, with what is wrong with them. */
static void
read_fields(struct schema_header *h, const struct schema *s, const struct rec *r,
    void (*problem)(const char *column, const char *what, struct slice value))
{
	struct names seen = { 0 };
	int latest = 0, twice = 0;

	for (int i = 0; i < h->n; i++) {
		struct slice name = rec_column(r, i);
		int c = h->column[i] = schema_find(s, name);
		h->name[i] = rec_copy(r, i);
		if (names_put(&seen, name) < i - twice) {
			problem(h->name[i], "twice", name);
			twice++;
		} else if (c < 0 && !s->more) {
			problem(h->name[i], "not of the schema", name);
		}
		if (c >= 0 && c < latest)
			problem(h->name[i], "out of order, belongs further left", name);
		if (c > latest)
			latest = c;
	}
}

static int
field_named(const struct schema_header *h, const char *name)
{
	for (int i = 0; i < h->n; i++)
		if (strcmp(h->name[i], name) == 0)
			return i;
	return -1;
}

static void
find_key(struct schema_header *h, const struct names *key)
{
	h->key = mem_alloc((size_t)key->n, sizeof *h->key);
	h->keyed = key->n > 0;
	for (int i = 0; i < key->n; i++) {
		int f = field_named(h, key->name[i]);
		if (f < 0)
			h->keyed = false;
		else if (strcmp(key->name[i], "time") == 0)
			h->time = f;
		else
			h->key[h->keys++] = f;
	}
}

struct schema_header
schema_header_read(const struct schema *s, const struct rec *r,
    void (*problem)(const char *column, const char *what, struct slice value))
{
	struct schema_header h = { .n = r->n, .time = -1 };

	h.name = mem_alloc((size_t)h.n, sizeof *h.name);
	h.column = mem_alloc((size_t)h.n, sizeof *h.column);
	read_fields(&h, s, r, problem);
	find_key(&h, &s->key);
	return h;
}

int
schema_header_field(const struct schema_header *h, int column)
{
	for (int i = 0; i < h->n; i++)
		if (h->column[i] == column)
			return i;
	return -1;
}
