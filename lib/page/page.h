/*
 * page - sections, tables and figures, as one HTML page that needs nothing besides itself, or as text for a prompt
 *
 * HTML: all text is escaped; nothing on the page is a script, and its policy forbids that it
 * loads anything. Text (UTF-8): columns stand in line, and nothing is folded away or beside something
 * else. Functions write in the order of the page.
 */
#ifndef ST_PAGE_PAGE_H
#define ST_PAGE_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/out.h"

struct page {
	struct out *o;
	int width;          /* of a line of text, in characters; 0 for HTML */
	/* private */
	const struct page_form *form;
	bool section, row;  /* open ones */
	struct page_columns { /* of a table of HTML */
		const char *const *name;
		int n, at;
	} columns;
	struct page_cells { /* of a table of text */
		char **v;   /* row by row, the header first */
		int columns, n, cap;
	} cells;
};

/* Begin a page of HTML on o, which must live until page_close, with the rules of CSS that `dark` writes for a dark screen. */
void page_open_html(struct page *p, struct out *o, const char *title, void (*dark)(struct out *));

/* Begin one of text, paragraphs and headings in lines of at most `width` characters; tables are as wide as they are. */
void page_open_text(struct page *p, struct out *o, const char *title, int width);

/* What is open is closed, and so is the page. */
void page_close(struct page *p);

/* A part of the page under a heading, to which the contents at its top lead by #id. */
void page_section(struct page *p, const char *id, const char *title);

/* The contents: links to sections that follow. */
struct page_link {
	const char *id, *title;
};
void page_contents(struct page *p, const struct page_link *link, int n);

void page_text(struct page *p, const char *text);

/* Large figures in a row: between page_tiles and page_tiles_end, one page_tile each; note may be NULL. */
void page_tiles(struct page *p);
void page_tile(struct page *p, const char *name, const char *value, const char *note);
void page_tiles_end(struct page *p);

/* A figure: an element that the caller writes to p->o, and then what it shows. */
void page_figure(struct page *p);
void page_figure_end(struct page *p, const char *caption);

/* What stands between these two is for screens of this kind alone, "wide" or "phone"; NULL is all. */
void page_only(struct page *p, const char *kind);
void page_only_end(struct page *p);

/* Figures side by side where there is room, until page_pair_end. */
void page_pair(struct page *p);
void page_pair_end(struct page *p);

/*
 * A table with these columns, whose names must live until its end; caption may be NULL. Rows follow, each of page_row and
 * its cells. On a telephone the rows of one of many columns stand below one another as cards, each cell under its column's name.
 */
void page_table(struct page *p, const char *caption, const char *const *column, int n);
void page_row(struct page *p);
void page_cell(struct page *p, const char *text);
/* A number of so many decimals; a dash for a NaN. */
void page_num(struct page *p, double x, int decimals);
/* The same, shaded by its size against `full`: a gain, or a loss. */
void page_shaded(struct page *p, double x, int decimals, double full);
void page_table_end(struct page *p);

/* What stands between these two is folded away under a line; or it stands open, the line above it. */
void page_folded(struct page *p, const char *title, bool open);
void page_folded_end(struct page *p);

/* n bytes of text as they stand. */
void page_verbatim(struct page *p, const char *text, size_t n);

#endif
