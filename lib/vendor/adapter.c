#include "vendor/adapter.h"

#include <stddef.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/installed.h"
#include "base/nearest.h"
#include "vendor/adapter_intake.h"

enum kind { TEXT, BYTE, COUNT, NUMBER, TRUTH, CHOICE, NAMES, TEXTS, LIST, OTHER };

static const char *const formats[] = { "csv", "json", "archive", NULL };
static const char *const orders[] = { "oldest-first", "newest-first", "either", NULL };

#define AT(x) offsetof(struct adapter, x)

/* Every key that an adapter may have. */
static const struct key {
	const char *name;
	enum kind kind;
	size_t at;
	const char *const *choice;
} keys[] = {
	{ "files", TEXT, AT(files), NULL },
	{ "continuous", TRUTH, AT(continuous), NULL },
	{ "url", TEXT, AT(url), NULL },
	{ "query", TEXTS, AT(query), NULL },
	{ "post", TEXTS, AT(post), NULL },
	{ "headers", TEXTS, AT(headers), NULL },
	{ "user", TEXT, AT(user), NULL },
	{ "date_parameter", TEXT, AT(date_parameter), NULL },
	{ "symbol", TEXT, AT(symbol), NULL },
	{ "per_minute", NUMBER, AT(per_minute), NULL },
	{ "open_end", TRUTH, AT(open_end), NULL },
	{ "unofficial", TRUTH, AT(unofficial), NULL },
	{ "format", CHOICE, AT(intake.format), formats },
	{ "rows", TEXT, AT(intake.rows), NULL },
	{ "arrays", TRUTH, AT(intake.arrays), NULL },
	{ "time", NAMES, AT(intake.time), NULL },
	{ "date_format", NAMES, AT(intake.date_format), NULL },
	{ "days", OTHER, 0, NULL },
	{ "columns", OTHER, 0, NULL },
	{ "delimiter", BYTE, AT(intake.delimiter), NULL },
	{ "decimal", BYTE, AT(intake.decimal), NULL },
	{ "skip_top", COUNT, AT(intake.skip_top), NULL },
	{ "skip_bottom", COUNT, AT(intake.skip_bottom), NULL },
	{ "thousands", TEXT, AT(intake.thousands), NULL },
	{ "suffixes", OTHER, 0, NULL },
	{ "missing", LIST, AT(intake.missing), NULL },
	{ "order", CHOICE, AT(intake.order), orders },
	{ "settlement", TRUTH, AT(intake.settlement), NULL },
	{ "symbols", OTHER, 0, NULL },
	{ "symbol_table", OTHER, 0, NULL },
	{ "ignore_symbols", OTHER, 0, NULL },
	{ "multipliers", OTHER, 0, NULL },
	{ "invert", OTHER, 0, NULL },
};

const char *
adapter_place(const struct adapter *a, const char *key)
{
	return yaml_place(json_object_get(a->where, key));
}

/* ---- plain keys ---- */

static int
choice(const struct adapter *a, const struct key *k, const json_t *v)
{
	const char *s = json_is_string(v) ? json_string_value(v) : "";

	struct nearest near = nearest_to(slice_of(s));

	for (int i = 0; k->choice[i]; i++) {
		if (strcmp(s, k->choice[i]) == 0)
			return i;
		nearest_try(&near, k->choice[i]);
	}
	die("%s: '%s': no such choice: \"%s\"%s", adapter_place(a, k->name), k->name, s, nearest_said(&near));
}

static bool
all_texts(const json_t *v)
{
	const char *key;
	json_t *x;
	size_t i;

	if (json_is_object(v)) {
		json_object_foreach((json_t *)v, key, x)
			if (!json_is_string(x))
				return false;
	} else {
		json_array_foreach(v, i, x)
			if (!json_is_string(x))
				return false;
	}
	return true;
}

static void
set(struct adapter *a, const struct key *k, const json_t *v)
{
	void *at = (char *)a + k->at;
	bool right = true;

	switch (k->kind) {
	case TEXT:
		if ((right = json_is_string(v)))
			*(const char **)at = json_string_value(v);
		break;
	case BYTE:
		if ((right = json_string_length(v) == 1 && *json_string_value(v)))
			*(char *)at = *json_string_value(v);
		break;
	case COUNT:
		if ((right = json_is_integer(v) && json_integer_value(v) >= 0 && json_integer_value(v) < 1000000))
			*(int *)at = (int)json_integer_value(v);
		break;
	case NUMBER:
		if ((right = json_is_number(v) && json_number_value(v) > 0))
			*(double *)at = json_number_value(v);
		break;
	case TRUTH:
		if ((right = json_is_boolean(v)))
			*(bool *)at = json_is_true(v);
		break;
	case CHOICE: *(int *)at = choice(a, k, v); break;
	case NAMES: right = intake_names_read(at, v); break;
	case TEXTS:
		if ((right = json_is_object(v) && all_texts(v)))
			*(const json_t **)at = v;
		break;
	case LIST:
		if ((right = json_is_array(v) && all_texts(v)))
			*(const json_t **)at = v;
		break;
	case OTHER: break;
	}
	if (!right)
		die("%s: '%s' is of the wrong kind", adapter_place(a, k->name), k->name);
}

static _Noreturn void
no_such_key(const struct adapter *a, const char *name)
{
	struct nearest near = nearest_to(slice_of(name));

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		nearest_try(&near, keys[i].name);
	die("%s: unknown key '%s'%s", adapter_place(a, name), name, nearest_said(&near));
}

static void
set_all(struct adapter *a)
{
	const char *name;
	json_t *v;

	json_object_foreach(a->root, name, v) {
		size_t i = 0;
		while (i < sizeof keys / sizeof *keys && strcmp(keys[i].name, name) != 0)
			i++;
		if (i == sizeof keys / sizeof *keys)
			no_such_key(a, name);
		if (!json_is_null(v))
			set(a, &keys[i], v);
	}
}

/* ---- keys that are tables ---- */

/* An object of texts, NULL when the key is absent; dies on another kind. */
static const json_t *
texts(const struct adapter *a, const char *key)
{
	const json_t *v = json_object_get(a->root, key);

	if (!v || json_is_null(v))
		return NULL;
	if (!json_is_object(v) || !all_texts(v))
		die("%s: '%s' is of the wrong kind", adapter_place(a, key), key);
	return v;
}

static void
set_symbols(struct adapter *a)
{
	const json_t *symbols = texts(a, "symbols"), *t = texts(a, "symbol_table"), *by = json_object_get(a->root, "multipliers");
	const char *name;
	json_t *v;

	json_object_foreach((json_t *)symbols, name, v)
		if (!*json_string_value(v) || !symbols_add(&a->symbols, slice_of(name), json_string_value(v)))
			die("%s: symbol '%s' twice, or without an instrument", adapter_place(a, "symbols"), name);
	json_object_foreach((json_t *)by, name, v) {
		if (!json_is_number(v) || !(json_number_value(v) > 0))
			die("%s: '%s': not a number above 0", adapter_place(a, "multipliers"), name);
		symbols_scale(&a->symbols, name, json_number_value(v));
	}
	json_object_foreach((json_t *)t, name, v)
		if (strcmp(name, "code") != 0 && strcmp(name, "symbol") != 0 && strcmp(name, "multiplier") != 0)
			die("%s: unknown key '%s'", adapter_place(a, "symbol_table"), name);
	a->symbol_table_code = json_string_value(json_object_get(t, "code"));
	a->symbol_table_symbol = json_string_value(json_object_get(t, "symbol"));
	a->symbol_table_multiplier = json_string_value(json_object_get(t, "multiplier"));
	if (t && !(a->symbol_table_code && a->symbol_table_symbol))
		die("%s: 'symbol_table' needs code and symbol", adapter_place(a, "symbol_table"));
}

/* Each text of a list, or the one text, that stands under a key. */
static void
each_text(struct adapter *a, const char *key, void (*f)(struct adapter *, const char *))
{
	const json_t *v = json_object_get(a->root, key);

	if (json_is_string(v))
		f(a, json_string_value(v));
	else if (v && !json_is_null(v) && !(json_is_array(v) && all_texts(v)))
		die("%s: '%s' is of the wrong kind", adapter_place(a, key), key);
	for (size_t i = 0; i < json_array_size(v); i++)
		f(a, json_string_value(json_array_get(v, i)));
}

static void
ignore(struct adapter *a, const char *symbol)
{
	symbols_ignore(&a->symbols, symbol);
}

static void
invert(struct adapter *a, const char *code)
{
	names_put(&a->inverted, slice_of(code));
}

struct adapter
adapter_of(struct config_yaml y, const char *path)
{
	struct adapter a = { .path = path, .date_parameter = "%Y-%m-%d" };

	a.intake = (struct intake){ .rows = "", .time = { { "DATETIME" }, 1 }, .date_format = { { "%Y-%m-%d %H:%M:%S" }, 1 },
		.delimiter = ',', .decimal = '.', .thousands = "" };
	a.root = y.value;
	a.where = y.where;
	set_all(&a);
	if (!a.files == !a.url)
		die("%s: needs 'files' or 'url', and not both", a.path);
	adapter_intake(&a);
	set_symbols(&a);
	each_text(&a, "ignore_symbols", ignore);
	each_text(&a, "invert", invert);
	return a;
}

struct adapter
adapter_load(const char *name)
{
	const char *path = installed_find("ST_ADAPTERS", "adapters", name, ".yaml");

	return adapter_of(yaml_file(path), path);
}

void
adapter_symbols(struct adapter *a, const char *path)
{
	if (!a->symbol_table_code)
		die("%s: has no 'symbol_table' that tells the columns of '%s'", a->path, path);
	symbols_read(&a->symbols, path, a->symbol_table_code, a->symbol_table_symbol, a->symbol_table_multiplier);
}

struct bars
adapter_read(const struct adapter *a, int fd, const char *name, const char *code, bool whole)
{
	struct bars b = intake_fd(&a->intake, fd, name, whole);
	double by = symbols_multiplier(&a->symbols, code);

	if (by != 1)
		bars_scale(&b, by);
	if (names_get(&a->inverted, slice_of(code)) >= 0)
		bars_invert(&b);
	return b;
}
