/*
 * st-grid - the points of a sweep: every combination of values of config keys, or those of a list
 *
 *   $ st-grid percentage_vol_target=10,20 'forecast_weights={slow: 1},{slow: 0.5, fast: 0.5}'
 *   point,percentage_vol_target,forecast_weights
 *   1,10,{slow: 1}
 *   2,10,"{slow: 0.5, fast: 0.5}"
 *   3,20,{slow: 1}
 *   4,20,"{slow: 0.5, fast: 0.5}"
 */
#include <stdio.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/names.h"
#include "base/opt.h"
#include "base/out.h"
#include "stream/rec.h"

enum { POINTS_MAX = 1000000 };

struct options {
	const char *list;
	bool words;
};

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 'l', "list", "FILE", "the points of a CSV file, config keys in its header, in place of a grid", O_STR, AT(list) },
	{ 'w', "words", NULL, "print each point as a number and its settings, in letters that mean nothing to a shell", O_FLAG,
	    AT(words) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-grid", "[KEY=VALUE,VALUE... ...]",
	"the points of a sweep: every combination of values of config keys, or those of a list", opts };

/* A key and its values; the last axis turns fastest. */
struct axis {
	const char *name;
	struct slice *v;
	int n;
};

/* ---- one point ---- */

/* What isn't one of these letters as a percent sign and three octal digits. */
static void
put_word(struct out *o, struct slice s)
{
	static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-:/+";
	char octal[5];

	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] && strchr(plain, s.p[i])) {
			out_char(o, s.p[i]);
		} else {
			snprintf(octal, sizeof octal, "%%%03o", (unsigned char)s.p[i]);
			out_bytes(o, octal, 4);
		}
}

/* KEY=VALUE of those keys that have a value, with commas between; `-` when none has. */
static void
print_words(struct out *o, int point, char *const *key, const struct slice *value, int n)
{
	bool some = false;

	out_int(o, point);
	out_char(o, ' ');
	for (int i = 0; i < n; i++) {
		if (value[i].n == 0)
			continue;
		if (some)
			out_char(o, ',');
		put_word(o, slice_of(key[i]));
		out_char(o, '=');
		put_word(o, value[i]);
		some = true;
	}
	out_str(o, some ? "\n" : "-\n");
}

static void
print_csv(struct out *o, int point, const struct slice *value, int n)
{
	out_int(o, point);
	for (int i = 0; i < n; i++) {
		out_char(o, ',');
		out_field(o, value[i]);
	}
	out_char(o, '\n');
}

static void
print_header(struct out *o, const struct names *keys)
{
	out_str(o, "point");
	for (int i = 0; i < keys->n; i++) {
		out_char(o, ',');
		out_field(o, slice_of(keys->name[i]));
	}
	out_char(o, '\n');
}

static void
add_key(struct names *keys, struct slice key)
{
	int n = keys->n;

	if (key.n == 0 || memchr(key.p, '=', key.n) || slice_is(key, "point"))
		die("not a config key: \"%.*s\"", SLICE(key));
	if (names_put(keys, key) < n)
		die("key '%.*s' twice", SLICE(key));
}

/* ---- a grid ---- */

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

static struct axis
read_axis(const char *operand, struct names *keys)
{
	const char *equals = strchr(operand, '=');
	struct axis a = { .n = 0 };

	if (!equals)
		die("not KEY=VALUE,...: \"%.80s\"", operand);
	add_key(keys, (struct slice){ operand, (size_t)(equals - operand) });
	a.name = keys->name[keys->n - 1];
	for (const char *p = equals + 1, *end;; p = end + 1) {
		end = value_end(p, a.name);
		a.v = mem_grow(a.v, (size_t)a.n + 1, sizeof *a.v);
		a.v[a.n++] = (struct slice){ p, (size_t)(end - p) };
		if (!*end)
			return a;
	}
}

static void
grid(struct out *o, char **operand, int n, bool words)
{
	struct axis *axis = mem_alloc((size_t)n, sizeof *axis);
	struct slice *value = mem_alloc((size_t)n, sizeof *value);
	struct names keys = { .n = 0 };
	long points = 1;

	for (int i = 0; i < n; i++) {
		axis[i] = read_axis(operand[i], &keys);
		if ((points *= axis[i].n) > POINTS_MAX)
			die("more than %d points", POINTS_MAX);
	}
	if (!words)
		print_header(o, &keys);
	for (int point = 0; point < points; point++) {
		for (int i = n - 1, rest = point; i >= 0; rest /= axis[i--].n)
			value[i] = axis[i].v[rest % axis[i].n];
		if (words)
			print_words(o, point + 1, keys.name, value, n);
		else
			print_csv(o, point + 1, value, n);
	}
}

/* ---- a list ---- */

static void
list(struct out *o, const char *path, bool words)
{
	struct names keys = { .n = 0 };
	struct rec r;

	rec_file(&r, path);
	rec_header(&r);
	for (int i = 0; i < r.n; i++)
		add_key(&keys, rec_text(&r, i));
	struct slice *value = mem_alloc((size_t)keys.n, sizeof *value);
	if (!words)
		print_header(o, &keys);
	for (int point = 1; rec_next(&r); point++) {
		if (point > POINTS_MAX)
			die("%s:%ld: more than %d points", r.name, r.line, POINTS_MAX);
		for (int i = 0; i < r.n; i++) {
			value[i] = rec_text(&r, i);
			if (memchr(value[i].p, '\0', value[i].n))
				die("%s:%ld: column '%s': a NUL in it", r.name, r.line, keys.name[i]);
		}
		if (words)
			print_words(o, point, keys.name, value, keys.n);
		else
			print_csv(o, point, value, keys.n);
	}
}

int
main(int argc, char **argv)
{
	struct options opt = { NULL, false };
	struct out o;

	int first = opt_parse(&usage, &opt, argc, argv);
	if (!opt.list == (argc == first))
		die("a grid or a --list is wanted; see st-grid --help");
	out_open(&o, 1, "stdout");
	if (opt.list)
		list(&o, opt.list, opt.words);
	else
		grid(&o, argv + first, argc - first, opt.words);
	out_flush(&o);
	return 0;
}
