#include "stream/held_rows.h"

#include "base/mem.h"

#define NUMBER UINT32_MAX /* the size of a cell that is a number */

static void
add_bytes(struct held_rows *h, const void *p, size_t n)
{
	if (n > h->room - h->used) {
		h->room = h->room + h->room / 2 + n + 65536;
		h->bytes = mem_grow(h->bytes, h->room, 1);
	}
	memcpy(h->bytes + h->used, p, n);
	h->used += n;
}

static void
add_row(struct held_rows *h, long line)
{
	if (h->n == h->cap) {
		h->cap = h->cap ? h->cap + h->cap / 2 : 4096;
		h->row = mem_grow(h->row, h->cap, sizeof *h->row);
	}
	h->row[h->n++] = (struct held_rows_at){ h->used, line };
}

void
held_rows_add_text(struct held_rows *h, struct slice text)
{
	add_row(h, 0);
	add_bytes(h, text.p, text.n);
}

/* Room for the sizes of the last row's cells. */
static uint32_t *
add_sizes(struct held_rows *h, size_t cells)
{
	if (h->sizes < h->cap * cells) {
		h->sizes = h->cap * cells;
		h->size = mem_grow(h->size, h->sizes, sizeof *h->size);
	}
	return h->size + (h->n - 1) * cells;
}

void
held_rows_add(struct held_rows *h, const struct step *s, const struct row *r)
{
	add_row(h, r->line);
	uint32_t *size = add_sizes(h, (size_t)s->in.n);
	h->file = r->file;
	h->nraw = r->nraw;
	add_bytes(h, r->raw.p, r->raw.n);
	for (int i = 0; i < s->in.n; i++) {
		const struct row_cell *c = &r->c[i];
		size[i] = c->text ? (uint32_t)c->s.n : NUMBER;
		if (i < r->nraw)
			continue;
		if (c->text)
			add_bytes(h, c->s.p, c->s.n);
		else
			add_bytes(h, &c->x, sizeof c->x);
	}
}

/* A cell held at p: where the next byte is. */
static const char *
restore_cell(struct row_cell *c, const char *p, uint32_t size)
{
	*c = (struct row_cell){ .s = { p, size }, .text = size != NUMBER, .num = size == NUMBER };
	if (c->num)
		memcpy(&c->x, p, sizeof c->x);
	return p + (c->num ? sizeof c->x : size);
}

struct row *
held_rows_row(struct held_rows *h, const struct step *s, size_t i)
{
	struct row *r = h->out = h->out ? h->out : row_new(s);
	const uint32_t *size = h->size + i * (size_t)s->in.n;
	const char *p = h->bytes + h->row[i].at;

	r->raw = (struct slice){ p, 0 };
	for (int c = 0; c < s->in.n; c++) {
		p = restore_cell(&r->c[c], p, size[c]);
		if (c < h->nraw - 1)
			p++; /* the comma */
		if (c == h->nraw - 1)
			r->raw.n = (size_t)(p - r->raw.p);
	}
	r->nraw = h->nraw;
	r->file = h->file;
	r->line = h->row[i].line;
	r->has_day = false;
	return r;
}

struct slice
held_rows_text(const struct held_rows *h, size_t i)
{
	size_t end = i + 1 < h->n ? h->row[i + 1].at : h->used;

	return (struct slice){ h->bytes + h->row[i].at, end - h->row[i].at };
}

void
held_rows_clear(struct held_rows *h)
{
	h->n = h->used = 0;
}
