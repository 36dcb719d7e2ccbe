#include "stream/row_choice.h"

#include <stdio.h>

#include "base/comma.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "base/wildcard.h"
#include "time/date.h"
#include "time/stamp.h"

/* What a column must be one of, or none of. */
struct row_choice_condition {
	int column;
	bool not;
	struct slice *value;
	int n;
};

/* ---- conditions ---- */

static void
add_values(struct row_choice_condition *c, const char *list)
{
	struct slice word;

	while (comma_next(&list, &word)) {
		c->value = mem_grow(c->value, (size_t)c->n + 1, sizeof *c->value);
		c->value[c->n++] = word;
	}
}

static struct row_choice_condition
read_condition(const struct column_choice *columns, const char *text)
{
	const char *eq = strchr(text, '=');
	struct row_choice_condition c = { .n = 0 };

	c.not = eq && eq > text && eq[-1] == '!';
	if (!eq || eq - c.not == text)
		die("--where wants COLUMN=VALUE,... or COLUMN!=VALUE,...: \"%.80s\"", text);
	c.column = column_choice_need(columns, (struct slice){ text, (size_t)(eq - text) - c.not });
	add_values(&c, eq + 1);
	return c;
}

static bool
is_one_of(struct slice s, const struct row_choice_condition *c)
{
	for (int i = 0; i < c->n; i++)
		if (wildcard_matches(c->value[i], s))
			return true;
	return false;
}

/* ---- times ---- */

/* The first moment of a moment, a day, a month or a year, and the first one behind it. */
static void
read_time(const char *option, const char *text, int64_t *first, int64_t *after)
{
	size_t n = strlen(text);
	char date[32] = "";
	int day;

	if (n == 4 || n == 7 || n == 10)
		snprintf(date, sizeof date, "%s%s", text, n == 4 ? "-01-01" : n == 7 ? "-01" : "");
	if (*date && date_parse(slice_of(date), &day)) {
		*first = stamp_of_day(day);
		*after = stamp_of_day(n == 10 ? day + 1 : date_months_later(day, n == 4 ? 12 : 1));
		return;
	}
	if (*date || !stamp_parse(slice_of(text), first))
		die("--%s is neither a time, a day, a month nor a year: \"%.80s\"", option, text);
	*after = *first + 1;
}

static void
read_times(struct row_choice *c, const struct column_choice *columns, const char *start, const char *end)
{
	int64_t unused;

	if (start)
		read_time("start", start, &c->first, &unused);
	if (end)
		read_time("end", end, &unused, &c->after);
	if (!start && !end)
		return;
	/* As pysystemtrade's files call it. */
	c->time = names_get(&columns->header, slice_of("DATETIME"));
	if (c->time < 0 || names_get(&columns->header, slice_of("time")) >= 0)
		c->time = column_choice_need(columns, slice_of("time"));
	c->time_name = columns->header.name[c->time];
}

static bool
is_in_time(const struct row_choice *c)
{
	struct slice s = rec_text(c->in, c->time);
	int64_t t;

	if (!stamp_parse(s, &t))
		die("%s:%ld: column '%s': not a time: \"%.*s\"", c->in->name, c->in->line, c->time_name, SLICE(s));
	return t >= c->first && t < c->after;
}

/* ---- all of it ---- */

struct row_choice
row_choice_new(const struct column_choice *columns, const struct opt_list *where, const struct opt_list *instruments,
    const char *start, const char *end)
{
	struct row_choice c = { .in = columns->in, .instruments = instruments, .instrument = -1, .time = -1, .first = INT64_MIN,
		.after = INT64_MAX };

	c.condition = mem_alloc((size_t)where->n + 1, sizeof *c.condition);
	for (int i = 0; i < where->n; i++)
		c.condition[c.conditions++] = read_condition(columns, where->v[i]);
	if (instruments->n) {
		c.instrument = column_choice_need(columns, slice_of("instrument"));
		struct row_choice_condition *own = &c.condition[c.conditions++];
		own->column = c.instrument;
		for (int i = 0; i < instruments->n; i++)
			add_values(own, instruments->v[i]);
	}
	read_times(&c, columns, start, end);
	return c;
}

bool
row_choice_takes(struct row_choice *c)
{
	if (c->instrument >= 0)
		names_put(&c->seen, rec_name(c->in, c->instrument, "instrument"));
	for (int i = 0; i < c->conditions; i++)
		if (is_one_of(rec_text(c->in, c->condition[i].column), &c->condition[i]) == c->condition[i].not)
			return false;
	return c->time < 0 || is_in_time(c);
}

void
row_choice_end(const struct row_choice *c)
{
	const struct row_choice_condition *own = c->instrument < 0 ? NULL : &c->condition[c->conditions - 1];

	for (int i = 0; own && i < own->n; i++) {
		int k = 0;
		while (k < c->seen.n && !wildcard_matches(own->value[i], slice_of(c->seen.name[k])))
			k++;
		if (k == c->seen.n)
			die("%s: no rows of '%.*s'%s", c->in->name, SLICE(own->value[i]),
			    nearest_of(own->value[i], c->seen.name, c->seen.n));
	}
}
