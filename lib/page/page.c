#include "page/page.h"

#include <math.h>

#include "base/decimals.h"
#include "page/form.h"

#define DASH "\xe2\x80\x93"

enum { SHADES = 5 };

void
page_close(struct page *p)
{
	p->form->close(p);
}

void
page_section(struct page *p, const char *id, const char *title)
{
	p->form->section(p, id, title);
}

void
page_contents(struct page *p, const struct page_link *link, int n)
{
	p->form->contents(p, link, n);
}

void
page_text(struct page *p, const char *text)
{
	p->form->text(p, text);
}

void
page_tiles(struct page *p)
{
	p->form->tiles(p);
}

void
page_tile(struct page *p, const char *name, const char *value, const char *note)
{
	p->form->tile(p, name, value, note);
}

void
page_tiles_end(struct page *p)
{
	p->form->tiles_end(p);
}

void
page_figure(struct page *p)
{
	p->form->figure(p);
}

void
page_figure_end(struct page *p, const char *caption)
{
	p->form->figure_end(p, caption);
}

void
page_only(struct page *p, const char *kind)
{
	p->form->only(p, kind);
}

void
page_only_end(struct page *p)
{
	p->form->only_end(p);
}

void
page_pair(struct page *p)
{
	p->form->pair(p);
}

void
page_pair_end(struct page *p)
{
	p->form->pair_end(p);
}

void
page_table(struct page *p, const char *caption, const char *const *column, int n)
{
	p->form->table(p, caption, column, n);
}

void
page_row(struct page *p)
{
	p->form->row(p);
}

void
page_cell(struct page *p, const char *text)
{
	p->form->cell(p, text, 0);
}

void
page_num(struct page *p, double x, int decimals)
{
	page_shaded(p, x, decimals, 0);
}

void
page_shaded(struct page *p, double x, int decimals, double full)
{
	int shade = isnan(x) || !(full > 0) ? 0 : (int)fmin(SHADES, ceil(SHADES * fabs(x) / full));

	p->form->cell(p, isnan(x) ? DASH : decimals_text(x, decimals), x < 0 ? -shade : shade);
}

void
page_table_end(struct page *p)
{
	p->form->table_end(p);
}

void
page_folded(struct page *p, const char *title, bool open)
{
	p->form->folded(p, title, open);
}

void
page_folded_end(struct page *p)
{
	p->form->folded_end(p);
}

void
page_verbatim(struct page *p, const char *text, size_t n)
{
	p->form->verbatim(p, text, n);
}
