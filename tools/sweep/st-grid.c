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
#include "base/opt.h"
#include "base/out.h"
#include "config/grid.h"
#include "stream/rec.h"

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
print_point(struct out *o, bool words, int point, const struct names *keys, const struct slice *value)
{
	if (words)
		print_words(o, point, keys->name, value, keys->n);
	else
		print_csv(o, point, value, keys->n);
}

static void
print_grid(struct out *o, const struct grid *g, bool words)
{
	struct slice *value = mem_alloc((size_t)g->keys.n, sizeof *value);

	if (!words)
		print_header(o, &g->keys);
	for (int i = 0; i < g->points; i++) {
		grid_point(g, i, value);
		print_point(o, words, i + 1, &g->keys, value);
	}
}

static void
print_list(struct out *o, const char *path, bool words)
{
	struct names keys = { .n = 0 };
	struct rec r;

	rec_file(&r, path);
	rec_header(&r);
	for (int i = 0; i < r.n; i++)
		grid_add_key(&keys, rec_text(&r, i));
	struct slice *value = mem_alloc((size_t)keys.n, sizeof *value);
	if (!words)
		print_header(o, &keys);
	for (int point = 1; rec_next(&r); point++) {
		if (point > GRID_POINTS)
			die("%s:%ld: more than %d points", r.name, r.line, GRID_POINTS);
		for (int i = 0; i < r.n; i++) {
			value[i] = rec_text(&r, i);
			if (memchr(value[i].p, '\0', value[i].n))
				die("%s:%ld: column '%s': a NUL in it", r.name, r.line, keys.name[i]);
		}
		print_point(o, words, point, &keys, value);
	}
}

int
main(int argc, char **argv)
{
	struct options opt = { NULL, false };
	static struct out o;

	int first = opt_parse(&usage, &opt, argc, argv);
	if (!opt.list == (argc == first))
		die("a grid or a --list is wanted; see st-grid --help");
	out_open(&o, 1, "stdout");
	if (opt.list) {
		print_list(&o, opt.list, opt.words);
	} else {
		struct grid g = grid_read(argv + first, argc - first);
		print_grid(&o, &g, opt.words);
	}
	out_flush(&o);
	return 0;
}
