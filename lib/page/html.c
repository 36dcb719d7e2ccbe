#include "page/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

/* page/page.css as it stands. */
__asm__(
    ".pushsection .rodata\n"
    "page_css:\n"
    ".incbin \"page/page.css\"\n"
    ".byte 0\n"
    ".popsection\n");
extern const char page_css[];

/* ---- text ---- */

static void
put(struct page *p, const char *markup)
{
	out_str(p->o, markup);
}

static void
put_escaped(struct page *p, const char *text, size_t n)
{
	for (struct slice rest = { text, n }; rest.n > 0; ) {
		struct slice as_is = { rest.p, 1 }, c = utf8_next(&rest);
		switch (*as_is.p) {
		case '&': put(p, "&amp;"); break;
		case '<': put(p, "&lt;"); break;
		case '>': put(p, "&gt;"); break;
		case '"': put(p, "&quot;"); break;
		case '\n':
		case '\t': out_char(p->o, *as_is.p); break;
		default: out_bytes(p->o, c.p, c.n);
		}
	}
}

static void
put_text(struct page *p, const char *text)
{
	put_escaped(p, text, strlen(text));
}

/* <tag>text</tag> */
static void
put_element(struct page *p, const char *tag, const char *text)
{
	put(p, "<");
	put(p, tag);
	put(p, ">");
	put_text(p, text);
	put(p, "</");
	put(p, tag);
	put(p, ">\n");
}

/* ---- the page ---- */

static void
end_section(struct page *p)
{
	if (p->section)
		put(p, "</section>\n");
	p->section = false;
}

static void
html_close(struct page *p)
{
	end_section(p);
	put(p, "</body>\n</html>\n");
}

static void
html_section(struct page *p, const char *id, const char *title)
{
	end_section(p);
	put(p, "<section id=\"");
	put_text(p, id);
	put(p, "\">\n");
	put_element(p, "h2", title);
	p->section = true;
}

static void
html_contents(struct page *p, const struct page_link *link, int n)
{
	put(p, "<nav>\n");
	for (int i = 0; i < n; i++) {
		put(p, "<a href=\"#");
		put_text(p, link[i].id);
		put(p, "\">");
		put_text(p, link[i].title);
		put(p, "</a>\n");
	}
	put(p, "</nav>\n");
}

static void
html_text(struct page *p, const char *text)
{
	put_element(p, "p", text);
}

static void
html_folded(struct page *p, const char *title, bool open)
{
	put(p, open ? "<details open>\n" : "<details>\n");
	put_element(p, "summary", title);
}

static void
html_folded_end(struct page *p)
{
	put(p, "</details>\n");
}

static void
html_verbatim(struct page *p, const char *text, size_t n)
{
	put(p, "<pre>");
	put_escaped(p, text, n);
	put(p, "</pre>\n");
}

/* ---- tiles and figures ---- */

static void
html_tiles(struct page *p)
{
	put(p, "<dl class=\"tiles\">\n");
}

static void
html_tile(struct page *p, const char *name, const char *value, const char *note)
{
	put(p, "<div><dt>");
	put_text(p, name);
	put(p, "</dt><dd>");
	put_text(p, value);
	put(p, "</dd>");
	if (note) {
		put(p, "<dd class=\"note\">");
		put_text(p, note);
		put(p, "</dd>");
	}
	put(p, "</div>\n");
}

static void
html_tiles_end(struct page *p)
{
	put(p, "</dl>\n");
}

static void
html_figure(struct page *p)
{
	put(p, "<figure>\n");
}

static void
html_figure_end(struct page *p, const char *caption)
{
	put_element(p, "figcaption", caption);
	put(p, "</figure>\n");
}

static void
html_only(struct page *p, const char *kind)
{
	put(p, "<div class=\"");
	put_text(p, kind ? kind : "");
	put(p, "\">\n");
}

static void
html_only_end(struct page *p)
{
	put(p, "</div>\n");
}

static void
html_pair(struct page *p)
{
	put(p, "<div class=\"pair\">\n");
}

static void
html_pair_end(struct page *p)
{
	put(p, "</div>\n");
}

/* ---- tables ---- */

/* Of more columns a telephone shows no row whole. */
enum { COLUMNS = 5 };

static void
html_table(struct page *p, const char *caption, const char *const *column, int n)
{
	p->columns = (struct page_columns){ column, n, 0 };
	put(p, n > COLUMNS ? "<div class=\"table cards\"><table>\n" : "<div class=\"table\"><table>\n");
	if (caption)
		put_element(p, "caption", caption);
	put(p, "<thead><tr>");
	for (int i = 0; i < n; i++) {
		put(p, "<th>");
		put_text(p, column[i]);
	}
	put(p, "\n<tbody>\n");
}

static void
html_row(struct page *p)
{
	if (p->row)
		put(p, "\n");
	put(p, "<tr>");
	p->row = true;
	p->columns.at = 0;
}

static void
html_cell(struct page *p, const char *text, int shade)
{
	const struct page_columns *c = &p->columns;
	const char *name = c->n > COLUMNS && c->at < c->n ? c->name[c->at] : "";

	put(p, "<td");
	if (shade != 0) {
		put(p, shade > 0 ? " class=\"up" : " class=\"down");
		out_char(p->o, (char)('0' + abs(shade)));
		put(p, "\"");
	}
	if (*name) {
		put(p, " data-of=\"");
		put_text(p, name);
		put(p, "\"");
	}
	put(p, ">");
	put_text(p, text);
	p->columns.at++;
}

static void
html_table_end(struct page *p)
{
	put(p, "\n</table></div>\n");
	p->row = false;
}

static const struct page_form form = {
	.close = html_close, .section = html_section, .contents = html_contents, .text = html_text,
	.tiles = html_tiles, .tile = html_tile, .tiles_end = html_tiles_end,
	.figure = html_figure, .figure_end = html_figure_end, .only = html_only, .only_end = html_only_end,
	.pair = html_pair, .pair_end = html_pair_end,
	.table = html_table, .row = html_row, .cell = html_cell, .table_end = html_table_end,
	.folded = html_folded, .folded_end = html_folded_end, .verbatim = html_verbatim,
};

void
page_open_html(struct page *p, struct out *o, const char *title, void (*dark)(struct out *))
{
	*p = (struct page){ .o = o, .form = &form };
	put(p, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
	       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
	       "<meta name=\"color-scheme\" content=\"light dark\">\n");
	put_element(p, "title", title);
	put(p, "<style>\n");
	put(p, page_css);
	put(p, "@media screen and (prefers-color-scheme: dark) {\n");
	dark(o);
	put(p, "}\n");
	put(p, "</style>\n</head>\n<body>\n");
	put_element(p, "h1", title);
}
