#include "vendor/files.h"

#include <errno.h>
#include <fts.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/warn.h"
#include "roll/contract.h"

bool
files_one_parse(const char *text, struct files_one *one)
{
	const char *slash = strchr(text, '/');

	one->code = (struct slice){ text, slash ? (size_t)(slash - text) : strlen(text) };
	one->id = 0;
	return !slash || contract_parse(slice_of(slash + 1), &one->id);
}

/* A contract lives until 31 days after its day, or its month's first. */
static bool
is_wanted(const struct files_wanted *w, const char *code, int id)
{
	if (w->expired != FILES_ANY && contract_day(id) + 31 > w->expired)
		return false;
	for (int i = 0; i < w->n; i++)
		if (slice_is(w->v[i].code, code) && (!w->v[i].id || w->v[i].id == id))
			return true;
	return w->n == 0;
}

/* Take a file if its name below the folder says that it is wanted. */
static void
take(struct files *t, const char *path)
{
	const char *name = path + t->below + (path[t->below] == '/');
	struct file_name f;
	enum file_name_match match = file_name_match(&t->template, slice_of(name), &f);

	if (match == TEMPLATE_DIFFERS)
		warn("%s: left out: the parts of its name contradict each other", path);
	if (match == TEMPLATE_NO && t->strange++ == 0)
		t->first_strange = mem_dup(path, strlen(path));
	if (match != TEMPLATE_YES)
		return;
	const char *known = f.symbol.n ? symbols_code(&t->adapter->symbols, f.symbol) : NULL;
	if (f.symbol.n && !known)
		return;
	char *code = known ? mem_dup(known, strlen(known)) : mem_dup(f.code.p, f.code.n);
	int id = f.month ? contract_id(f.year, f.month) + f.day : 0;
	if (!is_wanted(t->wanted, code, id)) {
		free(code);
		return;
	}
	t->v = mem_grow(t->v, t->n + 1, sizeof *t->v);
	t->v[t->n++] = (struct files_file){ mem_dup(path, strlen(path)), code, mem_dup(f.symbol.p, f.symbol.n), id,
		f.year, f.month, f.day };
}

static int
by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static int
by_contract(const void *a, const void *b)
{
	const struct files_file *f = a, *g = b;
	int c = strcmp(f->code, g->code);

	return c ? c : (f->id > g->id) - (f->id < g->id);
}

static void
walk(struct files *t, const char *folder)
{
	char *paths[] = { (char *)folder, NULL };
	FTS *fts = fts_open(paths, FTS_LOGICAL | FTS_NOCHDIR, by_name);

	for (t->below = strlen(folder); t->below > 1 && folder[t->below - 1] == '/'; )
		t->below--;
	if (!fts)
		die_sys("cannot open '%s'", folder);
	for (FTSENT *e; (errno = 0, e = fts_read(fts)); ) {
		errno = e->fts_errno;
		if (e->fts_info == FTS_DNR || e->fts_info == FTS_ERR || e->fts_info == FTS_NS)
			die_sys("cannot open '%s'", e->fts_path);
		if (e->fts_info == FTS_F && e->fts_level == 0)
			die("'%s' is no folder", folder);
		if (e->fts_info == FTS_F)
			take(t, e->fts_path);
	}
	if (errno)
		die_sys("cannot read '%s'", folder);
	fts_close(fts);
}

struct files
files_of(const char *folder, struct adapter *a, const struct files_wanted *wanted)
{
	struct files t = { .adapter = a, .wanted = wanted, .template = file_name_parse(a->files, a->path, a->continuous) };

	walk(&t, folder);
	if (t.strange)
		warn("%s: %ld file%s left out, named otherwise than \"%s\"; the first: %s", folder, t.strange, t.strange == 1 ? "" : "s",
		    t.template.text, t.first_strange);
	if (t.n == 0)
		die("no file of '%s' is wanted; see --list", folder);
	qsort(t.v, t.n, sizeof *t.v, by_contract);
	for (size_t i = 1; i < t.n; i++)
		if (by_contract(&t.v[i - 1], &t.v[i]) == 0)
			die("two files of %s/%d: %s and %s", t.v[i].code, t.v[i].id, t.v[i - 1].path, t.v[i].path);
	return t;
}
