/*
 * st-adjust - append the back-adjusted (panama) price
 *
 *   $ printf 'time,instrument,price,price_contract,forward\n2020-01-01,GOLD,10,20200200,12\n2020-01-02,GOLD,13,20200400,\n' | st-adjust
 *   time,instrument,price,price_contract,forward,adjusted
 *   2020-01-01,GOLD,10,20200200,12,12.0
 *   2020-01-02,GOLD,13,20200400,,13.0
 *
 * At a roll, all that went before is shifted by the difference of the forward
 * and the held price on the row before it; the last contract stays as it is. The
 * shifts are added one after another, ((P + d1) + d2) + …, oldest roll first.
 */
#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "err.h"
#include "filter.h"
#include "num.h"
#include "out.h"

enum { ID_MAX = 32 };

/* A row held back: where its bytes begin, and where it was read. */
struct held {
	size_t at;
	long line;
};

struct adjust {
	bool drop_missing, verbose;
	const char *files;
	int price, contract, forward, adjusted;
	struct series *now;      /* whose rows are held */
	long dropped;
	/* The rows held, in memory that every instrument uses again. */
	struct held *row;
	double *adj;
	size_t n, cap, roll;         /* rows, room for rows, the row of the last roll */
	char *bytes;                 /* cells' text, or a number's eight bytes, one row after another */
	size_t used, room;
	uint32_t *size;              /* of each cell's text; NUMBER */
	const char *file;
	int nraw;
	struct row *out;
};

#define NUMBER UINT32_MAX

struct series {
	const char *code;
	char id[ID_MAX];             /* the contract held in the last row */
	size_t id_n;
	double price, forward;       /* of the last row */
};

static const struct opt opts[] = {
	{ 0, "drop-missing", NULL, "drop rows without a price from the last roll on", O_FLAG,
	    offsetof(struct adjust, drop_missing) },
	{ 0, "files", "DIR", "write DIR/CODE.csv (DATETIME,price) instead of rows", O_STR, offsetof(struct adjust, files) },
	{ 'v', "verbose", NULL, "count the rows dropped on stderr", O_FLAG, offsetof(struct adjust, verbose) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

/* Shift everything before a roll. */
static void
shift(double *adj, size_t n, double d)
{
	for (size_t i = 0; i < n; i++)
		adj[i] += d;
}

/* ---- holding rows back ---- */

static void
hold_bytes(struct adjust *a, const void *p, size_t n)
{
	if (n > a->room - a->used) {
		a->room = a->room + a->room / 2 + n + 65536;
		a->bytes = mem_grow(a->bytes, a->room, 1);
	}
	memcpy(a->bytes + a->used, p, n);
	a->used += n;
}

/* Whole rows are held when they will be passed on; for files the stamp is enough. */
static void
hold_cells(struct step *s, const struct row *r)
{
	struct adjust *a = s->state;
	uint32_t *size = a->size + a->n * (size_t)s->in.n;

	a->nraw = r->nraw;
	hold_bytes(a, r->raw.p, r->raw.n);
	for (int i = 0; i < s->in.n; i++) {
		const struct cell *c = &r->c[i];
		size[i] = c->text ? (uint32_t)c->s.n : NUMBER;
		if (i < r->nraw)
			continue;
		if (c->text)
			hold_bytes(a, c->s.p, c->s.n);
		else
			hold_bytes(a, &c->x, sizeof c->x);
	}
}

static void
hold(struct step *s, struct row *r, double price)
{
	struct adjust *a = s->state;

	if (a->n == a->cap) {
		a->cap = a->cap ? a->cap + a->cap / 2 : 4096;
		a->row = mem_grow(a->row, a->cap, sizeof *a->row);
		a->adj = mem_grow(a->adj, a->cap, sizeof *a->adj);
		if (!a->files)
			a->size = mem_grow(a->size, a->cap * (size_t)s->in.n, sizeof *a->size);
	}
	a->file = r->file;
	a->row[a->n] = (struct held){ a->used, r->line };
	if (a->files) {
		struct slice t = row_text(s, r, s->time);
		hold_bytes(a, t.p, t.n);
	} else {
		hold_cells(s, r);
	}
	a->adj[a->n++] = price;
}

/* ---- letting them go ---- */

static bool
is_dropped(struct adjust *a, size_t i)
{
	if (!a->drop_missing || i < a->roll || !isnan(a->adj[i]))
		return false;
	a->dropped++;
	return true;
}

/* Held row i as it came, its cells pointing into the bytes held. */
static struct row *
restore(struct step *s, size_t i)
{
	struct adjust *a = s->state;
	struct row *r = a->out;
	const uint32_t *size = a->size + i * (size_t)s->in.n;
	const char *p = a->bytes + a->row[i].at;

	r->raw = (struct slice){ p, 0 };
	for (int c = 0; c < s->in.n; c++) {
		r->c[c] = (struct cell){ .s = { p, size[c] }, .text = size[c] != NUMBER, .num = size[c] == NUMBER };
		if (r->c[c].num)
			memcpy(&r->c[c].x, p, sizeof r->c[c].x);
		p += r->c[c].num ? sizeof r->c[c].x : size[c];
		if (c < a->nraw - 1)
			p++; /* the comma */
		if (c == a->nraw - 1)
			r->raw.n = (size_t)(p - r->raw.p);
	}
	r->nraw = a->nraw;
	r->file = a->file;
	r->line = a->row[i].line;
	return r;
}

static void
emit_rows(struct step *s)
{
	struct adjust *a = s->state;

	if (!a->out)
		a->out = row_new(s);
	for (size_t i = 0; i < a->n; i++) {
		if (is_dropped(a, i))
			continue;
		struct row *r = restore(s, i);
		row_set(s, r, a->adjusted, a->adj[i]);
		row_emit(s, r);
	}
}

static void
print_file(struct adjust *a, struct out *o)
{
	out_str(o, "DATETIME,price\n");
	for (size_t i = 0; i < a->n; i++) {
		size_t end = i + 1 < a->n ? a->row[i + 1].at : a->used;
		if (is_dropped(a, i))
			continue;
		out_field(o, (struct slice){ a->bytes + a->row[i].at, end - a->row[i].at });
		out_char(o, ',');
		out_num(o, a->adj[i]);
		out_char(o, '\n');
	}
}

static char *temporary; /* the file being written */

static void
remove_temporary(void)
{
	if (temporary)
		unlink(temporary);
}

static char *
file_name(const struct adjust *a, const char *before, const char *after)
{
	size_t n = strlen(a->files) + strlen(before) + strlen(a->now->code) + strlen(after) + 2;
	char *s = mem_alloc(n, 1);

	snprintf(s, n, "%s/%s%s%s", a->files, before, a->now->code, after);
	return s;
}

/* A reader sees the old file or the new one, never a part. */
static void
write_file(struct adjust *a)
{
	char *path = file_name(a, "", ".csv"), after[32];
	struct out o;

	snprintf(after, sizeof after, ".csv.%ld", (long)getpid());
	temporary = file_name(a, ".", after);
	out_file(&o, temporary);
	print_file(a, &o);
	out_close(&o);
	free(o.buf);
	if (rename(temporary, path))
		die_sys("cannot rename '%s' to '%s'", temporary, path);
	free(temporary);
	temporary = NULL;
	free(path);
}

static void
finish(struct step *s)
{
	struct adjust *a = s->state;

	if (!a->now)
		return;
	if (a->files)
		write_file(a);
	else
		emit_rows(s);
	a->n = a->used = a->roll = 0;
}

/* ---- the filter ---- */

static void
adjust_head(struct step *s)
{
	struct adjust *a = s->state;

	a->price = col_need(s, "price");
	a->contract = col_need(s, "price_contract");
	a->forward = col_need(s, "forward");
	if (a->files) {
		col_none(s);
		atexit(remove_temporary);
	} else {
		a->adjusted = col_add(s, "adjusted");
	}
}

/* A code becomes a file's name. */
static void
adjust_key(struct step *s, void *state, const char *code)
{
	struct adjust *a = s->state;
	struct series *k = state;

	k->code = code;
	if (a->files && (*code == '.' || strchr(code, '/')))
		die("instrument '%.80s' cannot name a file", code);
}

static void
roll(struct step *s, struct row *r, const struct series *k)
{
	struct adjust *a = s->state;
	double d = k->forward - k->price;

	if (isnan(d))
		die("%s: column '%s': empty on the row before the roll of %s: \"%.*s\"", row_place(r),
		    isnan(k->price) ? "price" : "forward", k->code, SLICE(row_text(s, r, s->time)));
	shift(a->adj, a->n, d);
	a->roll = a->n;
}

static void
adjust_row(struct step *s, struct row *r)
{
	struct adjust *a = s->state;
	struct series *k = row_key(s, r);
	struct slice id = row_text(s, r, a->contract);
	double price = row_num(s, r, a->price);

	if (id.n == 0 || id.n > ID_MAX)
		die("%s: column 'price_contract': not a contract: \"%.*s\"", row_place(r), SLICE(id));
	if (k != a->now) {
		finish(s);
		a->now = k;
	} else if (!slice_eq(id, (struct slice){ k->id, k->id_n })) {
		roll(s, r, k);
	}
	memcpy(k->id, id.p, id.n);
	k->id_n = id.n;
	k->price = price;
	k->forward = row_num(s, r, a->forward);
	hold(s, r, price);
}

static void
adjust_end(struct step *s)
{
	struct adjust *a = s->state;

	finish(s);
	if (a->verbose)
		fprintf(stderr, "%s: rows dropped for want of a price: %ld\n", prog, a->dropped);
}

static const struct filter adjust = {
	.name = "st-adjust",
	.summary = "append the back-adjusted (panama) price",
	.opts = opts,
	.size = sizeof(struct adjust),
	.key_size = sizeof(struct series),
	.head = adjust_head,
	.key = adjust_key,
	.row = adjust_row,
	.end = adjust_end,
	.together = true,
};

FILTER_MAIN(adjust)
