#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/utf8.h"
#include "page/form.h"

static int
width(const char *text)
{
	return utf8_length(slice_of(text));
}

/* Characters until the next space, or the end. */
static int
word(const char *text)
{
	return utf8_length((struct slice){ text, strcspn(text, " ") });
}

/* The bytes of a beginning of text that ends with a word, in at most so many characters: of one word at least. */
static size_t
fits(const char *text, int most)
{
	size_t n = strcspn(text, " ");
	int used = word(text);

	while (text[n] == ' ' && used + 1 + word(text + n + 1) <= most) {
		used += 1 + word(text + n + 1);
		n += 1 + strcspn(text + n + 1, " ");
	}
	return n;
}

static void
put_text(struct page *p, const char *given, const char *indent)
{
	char *all = utf8_clean(given);

	for (const char *text = all; *text;) {
		size_t n = fits(text, p->width - width(indent));
		out_str(p->o, indent);
		out_bytes(p->o, text, n);
		out_char(p->o, '\n');
		text += n + strspn(text + n, " ");
	}
	free(all);
}

/* A text, and a line beneath it. */
static void
put_underlined(struct page *p, const char *text, char line)
{
	put_text(p, text, "");
	for (int i = 0; i < width(text) && i < p->width; i++)
		out_char(p->o, line);
	out_char(p->o, '\n');
}

/* ---- sections ---- */

static void
nothing(struct page *p)
{
	(void)p;
}

static void
text_section(struct page *p, const char *id, const char *title)
{
	(void)id;
	out_char(p->o, '\n');
	put_underlined(p, title, '-');
}

static void
text_contents(struct page *p, const struct page_link *link, int n)
{
	(void)p, (void)link, (void)n;
}

static void
text_text(struct page *p, const char *text)
{
	out_char(p->o, '\n');
	put_text(p, text, "");
}

static void
text_only(struct page *p, const char *kind)
{
	(void)p, (void)kind;
}

static void
text_figure(struct page *p)
{
	out_char(p->o, '\n');
}

static void
text_figure_end(struct page *p, const char *caption)
{
	out_char(p->o, '\n');
	put_text(p, caption, "  ");
}

static void
text_folded(struct page *p, const char *title, bool open)
{
	(void)open;
	text_text(p, title);
}

static void
text_verbatim(struct page *p, const char *text, size_t n)
{
	out_char(p->o, '\n');
	utf8_text(p->o, (struct slice){ text, n });
}

/* ---- tables: held until they end, as the widest cell of a column says how wide it is ---- */

static void
hold(struct page *p, const char *text)
{
	struct page_cells *c = &p->cells;

	if (c->n == c->cap) {
		c->cap = c->cap ? 2 * c->cap : 256;
		c->v = mem_grow(c->v, (size_t)c->cap, sizeof *c->v);
	}
	c->v[c->n++] = utf8_clean(text);
}

static void
text_table(struct page *p, const char *caption, const char *const *column, int n)
{
	out_char(p->o, '\n');
	if (caption) {
		put_text(p, caption, "");
		out_char(p->o, '\n');
	}
	p->cells.columns = n;
	for (int i = 0; i < n; i++)
		hold(p, column[i]);
}

static void
text_cell(struct page *p, const char *text, int shade)
{
	(void)shade;
	hold(p, text);
}

/* What a column needs: its widest cell, and the longest word of its header. */
static int
column_width(const struct page_cells *c, int column)
{
	int most = 0;

	for (const char *s = c->v[column]; *s; s += strcspn(s, " "), s += strspn(s, " "))
		most = word(s) > most ? word(s) : most;
	for (int i = column + c->columns; i < c->n; i += c->columns)
		most = width(c->v[i]) > most ? width(c->v[i]) : most;
	return most;
}

/* n bytes in a column: the first stands at the left, the others at the right. */
static void
put_cell(struct page *p, int column, int room, struct slice s)
{
	int space = room - utf8_length(s), before = column == 0 ? 0 : space;

	out_say(p->o, "%*s", column == 0 ? 2 : 2 + before, "");
	out_bytes(p->o, s.p, s.n);
	if (column == 0)
		out_say(p->o, "%*s", space, "");
}

/* Headers in as many lines as the longest needs, all ending on the last. */
static void
put_header(struct page *p, const int *room)
{
	const struct page_cells *c = &p->cells;
	int lines[64] = { 0 }, most = 1;

	for (int i = 0; i < c->columns; i++) {
		for (const char *s = c->v[i]; *s; lines[i]++)
			s += fits(s, room[i]), s += strspn(s, " ");
		most = lines[i] > most ? lines[i] : most;
	}
	for (int line = most; line > 0; line--) {
		for (int i = 0; i < c->columns; i++) {
			const char *s = c->v[i];
			for (int skip = lines[i] - line; skip > 0; skip--)
				s += fits(s, room[i]), s += strspn(s, " ");
			put_cell(p, i, room[i], (struct slice){ s, line > lines[i] ? 0 : fits(s, room[i]) });
		}
		out_char(p->o, '\n');
	}
}

static void
text_table_end(struct page *p)
{
	struct page_cells *c = &p->cells;
	int room[64];

	if (c->columns > 64)
		die("a table of more than 64 columns");
	for (int i = 0; i < c->columns; i++)
		room[i] = column_width(c, i);
	if (c->columns && strlen(c->v[0]) + strlen(c->v[c->columns - 1]) > 0)
		put_header(p, room);
	for (int i = c->columns; i < c->n; i++) {
		put_cell(p, i % c->columns, room[i % c->columns], slice_of(c->v[i]));
		if (i % c->columns == c->columns - 1)
			out_char(p->o, '\n');
	}
	while (c->n > 0)
		free(c->v[--c->n]);
}

/* Large figures are a table without a header. */
static void
text_tiles(struct page *p)
{
	static const char *const none[] = { "", "", "" };

	text_table(p, NULL, none, 3);
}

static void
text_tile(struct page *p, const char *name, const char *value, const char *note)
{
	hold(p, name);
	hold(p, value);
	hold(p, note ? note : "");
}

static const struct page_form form = {
	.close = nothing, .section = text_section, .contents = text_contents, .text = text_text,
	.tiles = text_tiles, .tile = text_tile, .tiles_end = text_table_end,
	.figure = text_figure, .figure_end = text_figure_end, .only = text_only, .only_end = nothing,
	.pair = nothing, .pair_end = nothing,
	.table = text_table, .row = nothing, .cell = text_cell, .table_end = text_table_end,
	.folded = text_folded, .folded_end = nothing, .verbatim = text_verbatim,
};

void
page_open_text(struct page *p, struct out *o, const char *title, int wide)
{
	*p = (struct page){ .o = o, .form = &form, .width = wide };
	put_underlined(p, title, '=');
}
