#include "roll/calendar.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/replacement.h"
#include "roll/contract.h"
#include "stream/rec.h"
#include "time/date.h"
#include "time/stamp.h"

void
calendar_add(struct calendar *c, struct roll r)
{
	if ((c->n & (c->n - 1)) == 0) /* full at every power of two */
		c->v = mem_grow(c->v, c->n ? 2 * (size_t)c->n : 1, sizeof *c->v);
	c->v[c->n++] = r;
}

void
calendar_clear(struct calendar *c)
{
	free(c->v);
	*c = (struct calendar){ .code = c->code };
}

struct calendar
calendar_copy(const struct calendar *of)
{
	struct calendar c = { .code = of->code };

	for (int i = 0; i < of->n; i++)
		calendar_add(&c, of->v[i]);
	return c;
}

/* ---- reading ---- */

enum { CURRENT, NEXT, CARRY, CONTRACTS };
static const char *const names[] = { "current_contract", "next_contract", "carry_contract" };

struct columns {
	const char *time_name;
	int time, instrument, contract[CONTRACTS]; /* instrument -1: the file is of one */
};

static struct columns
find_columns(const struct rec *r)
{
	struct columns c = { .time_name = "time", .instrument = rec_find(r, "instrument") };

	if (c.instrument < 0 && rec_find(r, "DATE_TIME") >= 0)
		c.time_name = "DATE_TIME";
	else
		c.instrument = rec_need(r, "instrument");
	c.time = rec_need(r, c.time_name);
	for (int i = 0; i < CONTRACTS; i++)
		c.contract[i] = rec_need(r, names[i]);
	return c;
}

static int
contract_field(struct rec *r, const struct columns *c, int i)
{
	struct slice s = rec_text(r, c->contract[i]);
	int id;

	if (!contract_parse(s, &id))
		die("%s:%ld: column '%s': not a contract: \"%.*s\"", r->name, r->line, names[i], SLICE(s));
	return id;
}

static struct roll
read_roll(struct rec *r, const struct columns *c)
{
	struct slice s = rec_text(r, c->time);
	struct roll roll;

	if (!stamp_parse(s, &roll.t))
		die("%s:%ld: column '%s': not a time: \"%.*s\"", r->name, r->line, c->time_name, SLICE(s));
	roll.current = contract_field(r, c, CURRENT);
	roll.next = contract_field(r, c, NEXT);
	roll.carry = contract_field(r, c, CARRY);
	return roll;
}

/* CODE of a path that ends in /CODE.csv. */
static struct slice
code_of_path(const char *path)
{
	const char *bar = strrchr(path, '/');
	struct slice s = slice_of(bar ? bar + 1 : path);

	if (s.n > 4 && memcmp(s.p + s.n - 4, ".csv", 4) == 0)
		s.n -= 4;
	return s;
}

static struct calendar *
calendar_of(struct calendars *t, struct slice code)
{
	int n = t->codes.n, i = names_put(&t->codes, code);

	if (i == n) {
		if (!names_plain(code))
			die("%s: a control byte in the instrument \"%.*s\"", t->path, SLICE(code));
		t->v = mem_grow(t->v, (size_t)n + 1, sizeof *t->v);
		t->v[i] = (struct calendar){ .code = t->codes.name[i] };
	}
	return &t->v[i];
}

struct calendars
calendars_read(const char *path)
{
	struct calendars t = { 0 };
	struct rec r;

	rec_file(&r, path);
	t.path = r.name;
	r.skip_blank = true;
	rec_header(&r);
	struct columns c = find_columns(&r);
	struct slice one = code_of_path(path);
	r.skip_blank = c.instrument < 0; /* a file of a data folder */
	while (rec_next(&r)) {
		struct slice code = c.instrument < 0 ? one : rec_text(&r, c.instrument);
		calendar_add(calendar_of(&t, code), read_roll(&r, &c));
	}
	rec_close(&r);
	return t;
}

const struct calendar *
calendars_get(const struct calendars *t, const char *code)
{
	int i = names_get(&t->codes, slice_of(code));

	if (i < 0)
		die("%s: no calendar of '%.80s'", t->path, code);
	return &t->v[i];
}

void
calendars_used(const struct calendars *t, const struct names *codes)
{
	for (int i = 0; i < t->codes.n; i++)
		if (names_get(codes, slice_of(t->codes.name[i])) < 0)
			die("%s: no contract prices of '%.80s'", t->path, t->codes.name[i]);
}

/* ---- writing ---- */

/* As pandas prints times: dates alone when no row has a time of day. */
static bool
all_midnight(const struct calendar *c)
{
	for (int i = 0; i < c->n; i++)
		if (c->v[i].t % DAY_SECONDS)
			return false;
	return true;
}

/* The rows, each with its instrument or, in a file of one, without; with ends, which of them are no roll. */
static void
print_rows(struct out *o, const struct calendar *c, bool instrument, bool ends)
{
	bool dates = all_midnight(c);

	for (int i = 0; i < c->n; i++) {
		const struct roll *r = &c->v[i];
		const int contract[CONTRACTS] = { r->current, r->next, r->carry };
		out_room(o, DATE_MAX);
		o->n += dates ? date_print(o->buf + o->n, (int)(r->t / DAY_SECONDS)) : stamp_print(o->buf + o->n, r->t);
		if (instrument) {
			out_char(o, ',');
			out_field(o, slice_of(c->code));
		}
		for (int k = 0; k < CONTRACTS; k++) {
			out_char(o, ',');
			contract_put(o, contract[k]);
		}
		out_str(o, !ends ? "\n" : r->end ? ",1\n" : ",\n");
	}
}

void
calendar_head(struct out *o, bool ends)
{
	out_str(o, "time,instrument,current_contract,next_contract,carry_contract");
	out_str(o, ends ? ",end\n" : "\n");
}

void
calendar_print(struct out *o, const struct calendar *c, bool ends)
{
	print_rows(o, c, true, ends);
}

void
calendar_file(const char *dir, const struct calendar *c)
{
	struct replacement file;
	char *path = replacement_path(dir, c->code);

	replacement_open(&file, path);
	out_str(&file.out, "DATE_TIME,current_contract,next_contract,carry_contract\n");
	print_rows(&file.out, c, false, false);
	replacement_close(&file);
	free(path);
}
