/* inputs - what the run was made of: the config, and checksums of the data */
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "report/sections.h"

/* A file whole, without anything for a file that isn't there. */
static char *
slurp(const char *path, size_t *n)
{
	FILE *f = fopen(path, "r");
	char *text = NULL;
	size_t got = 0;

	*n = 0;
	if (!f)
		die_sys("cannot read '%s'", path);
	do {
		text = mem_grow(text, *n + 65536, 1);
		got = fread(text + *n, 1, 65536, f);
		*n += got;
	} while (got > 0);
	if (ferror(f))
		die_sys("cannot read '%s'", path);
	fclose(f);
	return text;
}

/* In sha256sum(1)'s form, so that it can check them. */
static void
checksum_list(struct page *p, const struct checksums *s)
{
	char *text;
	size_t n;
	FILE *f = open_memstream(&text, &n);

	if (!f)
		die("out of memory");
	for (int i = 0; i < s->n; i++)
		fprintf(f, "%-64s  %s%s\n", s->v[i].sha256[0] ? s->v[i].sha256 : "# cannot be read any more", s->v[i].name,
		    s->v[i].changed ? " # has changed since the run" : "");
	if (ferror(f) | fclose(f))
		die("out of memory");
	page_verbatim(p, text, n);
	free(text);
}

void
report_inputs(struct report *r, const struct checksums *s)
{
	struct page *p = &r->page;
	char text[400];
	size_t n;

	page_section(p, "inputs", "Inputs");
	snprintf(text, sizeof text, "%d file%s of data, SHA-256 of their list: %s", s->n, s->n == 1 ? "" : "s",
	    s->all[0] ? s->all : "not to be had, as a file is gone");
	page_text(p, text);
	page_folded(p, "Checksums of the data, as sha256sum prints them", false);
	checksum_list(p, s);
	page_folded_end(p);
	char *config = slurp(backtest_file(&r->v->b, "config.json"), &n);
	page_folded(p, "The config, merged", false);
	page_verbatim(p, config, n);
	page_folded_end(p);
	free(config);
}
