#include "golden.h"

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/die.h"
#include "base/json.h"
#include "time/stamp.h"

enum { NAMED = 5 }; /* cases that disagree, of one file */

bool
golden_open(struct golden *g, const char *name)
{
	if (snprintf(g->path, sizeof g->path, "%s/%s", g->folder, name) >= (int)sizeof g->path)
		die("%s/%s: too long a path", g->folder, name);
	g->name = name;
	g->cases = g->line = g->disagreed = 0;
	memset(g->left, 0, sizeof g->left);
	return access(g->path, F_OK) == 0;
}

void
golden_close(struct golden *g)
{
	printf("%s: %ld cases, %ld agree\n", g->name, g->cases, g->cases - g->disagreed);
	for (const struct golden_left *x = g->left; x < g->left + sizeof g->left / sizeof *g->left && x->n; x++)
		printf("  %s: of %ld not compared: %s\n", g->name, x->n, x->why);
	g->passed += g->cases - g->disagreed;
	g->failed += g->disagreed;
}

void
golden_case(struct golden *g, long line, bool agrees, const char *fmt, ...)
{
	va_list ap;

	g->cases++;
	if (agrees)
		return;
	if (g->disagreed++ < NAMED) {
		printf("  %s:%ld: ", g->name, line);
		va_start(ap, fmt);
		vprintf(fmt, ap);
		va_end(ap);
		putchar('\n');
	}
}

void
golden_leave(struct golden *g, const char *why)
{
	for (struct golden_left *x = g->left; x < g->left + sizeof g->left / sizeof *g->left; x++)
		if (!x->n || strcmp(x->why, why) == 0) {
			x->why = why;
			x->n++;
			return;
		}
	die("over %zu reasons to compare nothing", sizeof g->left / sizeof *g->left);
}

struct table
golden_table(const struct golden *g)
{
	return table_read(g->path);
}

const char *
golden_text(const struct table *t, int row, const char *column)
{
	return table_text(t, row, table_column(t, column));
}

double
golden_num(const struct table *t, int row, const char *column)
{
	return strcmp(golden_text(t, row, column), "nan") == 0 ? NAN : table_num(t, row, table_column(t, column));
}

int64_t
golden_int(const struct table *t, int row, const char *column, int64_t none)
{
	double x = golden_num(t, row, column);

	return isnan(x) ? none : (int64_t)x;
}

int
golden_ints(const char *text, int64_t *v, int most)
{
	int n = 0;

	for (char *end; *text && n < most; text = end + (*end == ' '))
		v[n++] = strtoll(text, &end, 10);
	return n;
}

struct quantity
golden_lots(const char *text)
{
	int64_t lots[QUANTITY_LEGS + 1];
	struct quantity q;
	struct wrong w;

	if (!quantity_of(&q, lots, golden_ints(text, lots, QUANTITY_LEGS + 1), &w))
		die("%s: %s", text, w.text);
	return q;
}

const char *
golden_lots_text(const struct quantity *q)
{
	static char buf[4][QUANTITY_LEGS * 24];
	static int turn;
	char *text = buf[turn++ % 4];
	int n = 0;

	text[0] = '\0';
	for (int i = 0; i < q->n; i++)
		n += sprintf(text + n, "%s%" PRId64, i ? " " : "", q->lots[i]);
	return text;
}

FILE *
golden_lines(const struct golden *g)
{
	FILE *f = fopen(g->path, "r");

	if (!f)
		die_sys("cannot open '%s'", g->path);
	return f;
}

json_t *
golden_next(struct golden *g, FILE *f)
{
	char *line = NULL;
	size_t room = 0;
	struct wrong w;

	ssize_t n = getline(&line, &room, f);
	if (n < 0) {
		free(line);
		fclose(f);
		return NULL;
	}
	g->line++;
	json_t *v = json_parse((struct slice){ line, (size_t)n }, &w);
	free(line);
	if (!v)
		die("%s:%ld: %s", g->path, g->line, w.text);
	return v;
}

double
golden_json_num(const json_t *v)
{
	return json_is_number(v) ? json_number_value(v) : NAN;
}

int64_t
golden_json_int(const json_t *v, int64_t none)
{
	return json_is_number(v) ? (int64_t)json_number_value(v) : none;
}

const char *
golden_json_text(const json_t *o, const char *key)
{
	const char *s = json_string_value(json_object_get(o, key));

	return s ? s : "";
}

int64_t
golden_json_time(const json_t *v)
{
	const char *s = json_string_value(v), *point = s ? strchr(s, '.') : NULL;
	int64_t seconds, fraction = 0;

	if (!s || !stamp_parse((struct slice){ s, point ? (size_t)(point - s) : strlen(s) }, &seconds))
		die("no time: \"%s\"", s ? s : "");
	if (point)
		fraction = (int64_t)rint(strtod(point, NULL) * 1e6);
	return seconds * 1000000 + fraction;
}

bool
golden_near(double got, double want)
{
	return (isnan(got) && isnan(want)) || fabs(got - want) <= 1e-9 * fabs(want) + 1e-12;
}
