/* form - how a page is written: what page's functions call, of HTML or of text; each as in page.h */
#ifndef ST_PAGE_FORM_H
#define ST_PAGE_FORM_H

#include "page/page.h"

struct page_form {
	void (*close)(struct page *);
	void (*section)(struct page *, const char *id, const char *title);
	void (*contents)(struct page *, const struct page_link *, int n);
	void (*text)(struct page *, const char *);
	void (*tiles)(struct page *);
	void (*tile)(struct page *, const char *name, const char *value, const char *note);
	void (*tiles_end)(struct page *);
	void (*figure)(struct page *);
	void (*figure_end)(struct page *, const char *caption);
	void (*only)(struct page *, const char *kind);
	void (*only_end)(struct page *);
	void (*pair)(struct page *);
	void (*pair_end)(struct page *);
	void (*table)(struct page *, const char *caption, const char *const *column, int n);
	void (*row)(struct page *);
	void (*cell)(struct page *, const char *text, int shade); /* 0, 1 to 5 for a gain, -1 to -5 for a loss */
	void (*table_end)(struct page *);
	void (*folded)(struct page *, const char *title, bool open);
	void (*folded_end)(struct page *);
	void (*verbatim)(struct page *, const char *text, size_t n);
};

#endif
