/*
 * st-import - a vendor's files of contract prices as pysystemtrade's
 *
 *   $ mkdir vendor && printf 'Date,Open,High,Low,Close,Volume\n20200102,1,3,1,2,7\n' >vendor/ZC-2020H.csv
 *   $ printf 'Instrument,NorgateInstrument,UnitMultiplier\nCORN,ZC,1\n' >symbols.csv
 *   $ st-import --adapter=norgate --symbols=symbols.csv vendor CORN
 *   DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME
 *   2020-01-02 23:00:00,1.0,3.0,1.0,2.0,7
 *
 * The adapter's template says what names the files have; each that matches and whose
 * symbol is known is one contract, or with `continuous` one series.
 */
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/replacement.h"
#include "base/warn.h"
#include "roll/contract.h"
#include "time/date.h"
#include "vendor/adapter.h"
#include "vendor/file_names.h"

/* A file of the vendor's. */
struct file {
	char *path, *code;
	char *symbol;
	int id;
	int year, month, day;
};

static struct import {
	const char *adapter_name, *symbols, *files, *name, *expired;
	bool list;
	/* from here on not options */
	struct adapter adapter;
	struct file_name_template template;
	struct file *file;
	size_t n;
	long strange;          /* files whose names don't match */
	char *first_strange;
	struct out out;
} import;

#define AT(x) offsetof(struct import, x)
static const struct opt opts[] = {
	{ 'a', "adapter", "NAME", "barchart, csi, norgate, investing, or a file (required)", O_STR, AT(adapter_name) },
	{ 0, "symbols", "FILE", "table of instruments and symbols, its columns named by the adapter", O_STR, AT(symbols) },
	{ 'o', "files", "DIR", "write a file for each contract into DIR", O_STR, AT(files) },
	{ 0, "name", "TEMPLATE", "what to call them (default %{IC}_%{YEAR}%{MONTH2}%{DAY2}.csv)", O_STR, AT(name) },
	{ 0, "expired", "DATE", "only contracts that have expired by DATE, a month being given", O_STR, AT(expired) },
	{ 0, "list", NULL, "print what there is instead: instrument, contract and file", O_FLAG, AT(list) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-import", "FOLDER [CODE[/CONTRACT] ...]",
	"a vendor's files of contract prices as pysystemtrade's", opts };

/* The contract's id, 0 of a continuous series. */
static int
id_of(int year, int month, int day)
{
	return month ? contract_id(year, month) + day : 0;
}

/* ---- which files ---- */

/* A contract lives until 31 days after its day, or its month's first. */
static bool
is_alive(int id, const char *when)
{
	int day;

	if (!date_parse(slice_of(when), &day))
		opt_bad(&usage, "--expired wants a date", when);
	return contract_day(id) + 31 > day;
}

/* Is it one of the operands, CODE or CODE/CONTRACT, or are there none? */
static bool
is_wanted(const char *code, int id, char **wanted, int n)
{
	for (int i = 0; i < n; i++) {
		const char *slash = strchr(wanted[i], '/');
		size_t k = slash ? (size_t)(slash - wanted[i]) : strlen(wanted[i]);
		int one = id;
		if (slash && !contract_parse(slice_of(slash + 1), &one))
			opt_bad(&usage, "not a contract", wanted[i]);
		if (slice_is((struct slice){ wanted[i], k }, code) && one == id)
			return true;
	}
	return n == 0;
}

/* Take a file whose path below the folder is `name`, if its name says that it is wanted. */
static void
take(const char *path, const char *name, char **wanted, int wants)
{
	struct import *m = &import;
	struct file_name f;
	enum file_name_match match = file_name_match(&m->template, slice_of(name), &f);

	if (match == TEMPLATE_DIFFERS)
		warn("%s: left out: the parts of its name contradict each other", path);
	if (match == TEMPLATE_NO && m->strange++ == 0)
		m->first_strange = mem_dup(path, strlen(path));
	if (match != TEMPLATE_YES)
		return;
	const char *known = f.symbol.n ? symbols_code(&m->adapter.symbols, f.symbol) : NULL;
	if (f.symbol.n && !known)
		return;
	char *code = known ? mem_dup(known, strlen(known)) : mem_dup(f.code.p, f.code.n);
	struct file file = { NULL, code, mem_dup(f.symbol.p, f.symbol.n), id_of(f.year, f.month, f.day), f.year, f.month, f.day };
	if ((m->expired && is_alive(file.id, m->expired)) || !is_wanted(code, file.id, wanted, wants))
		return;
	file.path = mem_dup(path, strlen(path));
	m->file = mem_grow(m->file, m->n + 1, sizeof *m->file);
	m->file[m->n++] = file;
}

static int
by_name(const FTSENT **a, const FTSENT **b)
{
	return strcmp((*a)->fts_name, (*b)->fts_name);
}

static int
by_contract(const void *a, const void *b)
{
	const struct file *f = a, *g = b;
	int c = strcmp(f->code, g->code);

	return c ? c : (f->id > g->id) - (f->id < g->id);
}

static void
walk(char *folder, char **wanted, int wants)
{
	char *paths[] = { folder, NULL };
	size_t below = strlen(folder);
	FTS *fts = fts_open(paths, FTS_LOGICAL | FTS_NOCHDIR, by_name);

	while (below > 1 && folder[below - 1] == '/')
		below--;
	if (!fts)
		die_sys("cannot open '%s'", folder);
	for (FTSENT *e; (errno = 0, e = fts_read(fts)); ) {
		errno = e->fts_errno;
		if (e->fts_info == FTS_DNR || e->fts_info == FTS_ERR || e->fts_info == FTS_NS)
			die_sys("cannot open '%s'", e->fts_path);
		if (e->fts_info == FTS_F && e->fts_level > 0)
			take(e->fts_path, e->fts_path + below + (e->fts_path[below] == '/'), wanted, wants);
		else if (e->fts_info == FTS_F)
			die("'%s' is no folder", folder);
	}
	fts_close(fts);
}

static void
find_files(char *folder, char **wanted, int wants)
{
	struct import *m = &import;

	walk(folder, wanted, wants);
	if (m->strange)
		warn("%s: %ld file%s left out, named otherwise than \"%s\"; the first: %s", folder, m->strange, m->strange == 1 ? "" : "s",
		    m->template.text, m->first_strange);
	if (m->n == 0)
		die("no file of '%s' is wanted; see --list", folder);
	qsort(m->file, m->n, sizeof *m->file, by_contract);
	for (size_t i = 1; i < m->n; i++)
		if (by_contract(&m->file[i - 1], &m->file[i]) == 0)
			die("two files of %s/%d: %s and %s", m->file[i].code, m->file[i].id, m->file[i - 1].path, m->file[i].path);
}

/* ---- what is in them ---- */

static struct bars
read_file(const struct file *f)
{
	int fd = open(f->path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		die_sys("cannot open '%s'", f->path);
	struct bars b = adapter_read(&import.adapter, fd, f->path, f->code, true);
	close(fd);
	return b;
}

/* Make the folders of a path that aren't there. */
static void
make_folders(char *path)
{
	for (char *p = path + 1; (p = strchr(p, '/')); p++) {
		*p = '\0';
		if (mkdir(path, 0777) && errno != EEXIST)
			die_sys("cannot make '%s'", path);
		*p = '/';
	}
}

static void
write_file(const struct file *f, const struct file_name_template *t)
{
	struct file_name n = { slice_of(f->code), slice_of(f->symbol), f->year, f->month, f->day };
	const char *symbol = symbols_of(&import.adapter.symbols, f->code);
	struct replacement r;
	char name[TEMPLATE_NAME], *path;

	if (!n.symbol.n && symbol)
		n.symbol = slice_of(symbol);
	file_name_compose(t, &n, name);
	if (asprintf(&path, "%s/%s", import.files, name) < 0)
		die("out of memory");
	struct bars b = read_file(f);
	make_folders(path);
	replacement_open(&r, path);
	bars_print(&b, &r.out);
	replacement_close(&r);
	bars_free(&b);
	free(path);
}

static void
write_files(void)
{
	struct import *m = &import;
	const char *name = m->name ? m->name : m->adapter.continuous ? "%{IC}.csv" : "%{IC}_%{YEAR}%{MONTH2}%{DAY2}.csv";
	struct file_name_template t = file_name_parse(name, "--name", m->adapter.continuous);

	for (size_t i = 0; i < m->n; i++)
		write_file(&m->file[i], &t);
}

static void
print_list(void)
{
	struct import *m = &import;

	out_str(&m->out, "instrument,contract,file\n");
	for (size_t i = 0; i < m->n; i++) {
		out_field(&m->out, slice_of(m->file[i].code));
		out_char(&m->out, ',');
		if (!m->adapter.continuous)
			out_int(&m->out, m->file[i].id);
		out_char(&m->out, ',');
		out_field(&m->out, slice_of(m->file[i].path));
		out_char(&m->out, '\n');
	}
}

static void
print_file(void)
{
	struct import *m = &import;

	if (m->n > 1)
		die("%zu files are wanted; name one (%s/%d), or a folder for all with --files", m->n, m->file[0].code, m->file[0].id);
	struct bars b = read_file(&m->file[0]);
	bars_print(&b, &m->out);
}

int
main(int argc, char **argv)
{
	struct import *m = &import;

	int i = opt_parse(&usage, m, argc, argv);
	if (!m->adapter_name || i == argc)
		opt_bad(&usage, m->adapter_name ? "a folder is missing" : "option --adapter is missing", "");
	m->adapter = adapter_load(m->adapter_name);
	if (!m->adapter.files)
		die("%s: no adapter of files; st-get asks its server", m->adapter.path);
	if (m->symbols)
		adapter_symbols(&m->adapter, m->symbols);
	if (strstr(m->adapter.files, "%{BS}") && !m->adapter.symbols.symbol.n)
		die("%s: knows no symbols; --symbols names a table of them", m->adapter.path);
	m->template = file_name_parse(m->adapter.files, m->adapter.path, m->adapter.continuous);
	out_open(&m->out, 1, "stdout");
	find_files(argv[i], argv + i + 1, argc - i - 1);
	if (m->list)
		print_list();
	else if (m->files)
		write_files();
	else
		print_file();
	out_flush(&m->out);
	return 0;
}
