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
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/replacement.h"
#include "base/verb.h"
#include "time/date.h"
#include "vendor/adapter.h"
#include "vendor/file_names.h"
#include "vendor/files.h"

static struct import {
	const char *adapter_name, *symbols, *files, *name, *expired;
	/* from here on not options */
	struct adapter adapter;
	struct files_wanted wanted;
	struct files found;
	struct out out;
} import;

#define AT(x) offsetof(struct import, x)
static const struct opt opts[] = {
	{ 'a', "adapter", "NAME", "barchart, csi, norgate, investing, or a file (required)", O_STR, AT(adapter_name) },
	{ 0, "symbols", "FILE", "table of instruments and symbols, its columns named by the adapter", O_STR, AT(symbols) },
	{ 'o', "files", "DIR", "write a file for each contract into DIR", O_STR, AT(files) },
	{ 0, "name", "TEMPLATE", "what to call them (default %{IC}_%{YEAR}%{MONTH2}%{DAY2}.csv)", O_STR, AT(name) },
	{ 0, "expired", "DATE", "only contracts that have expired by DATE, a month being given", O_STR, AT(expired) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
enum { ADAPTER = 1 << 0, SYMBOLS = 1 << 1, FILES = 1 << 2, NAME = 1 << 3, EXPIRED = 1 << 4 };
static const struct opt_usage usage = { "st-import", "FOLDER [CODE[/CONTRACT] ...]",
	"a vendor's files of contract prices as pysystemtrade's", opts };

/* ---- what is in files ---- */

static struct bars
read_file(const struct files_file *f)
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
write_file(const struct files_file *f, const struct file_name_template *t)
{
	struct file_name n = { slice_of(f->code), slice_of(f->symbol), f->year, f->month, f->day };
	const char *symbol = symbols_of(&import.adapter.symbols, f->code);
	struct replacement r;
	char name[TEMPLATE_NAME], *path;

	if (!n.symbol.n && symbol)
		n.symbol = slice_of(symbol);
	file_name_compose(t, &n, name);
	path = mem_format("%s/%s", import.files, name);
	struct bars b = read_file(f);
	make_folders(path);
	replacement_open(&r, path);
	bars_print(&b, &r.out);
	replacement_close(&r);
	bars_free(&b);
	free(path);
}

static void
read_wanted(int n, char **operand)
{
	struct files_wanted *w = &import.wanted;

	w->v = mem_alloc((size_t)n + 1, sizeof *w->v);
	for (; w->n < n; w->n++)
		if (!files_one_parse(operand[w->n], &w->v[w->n]))
			opt_bad(&usage, "not a contract", operand[w->n]);
	w->expired = FILES_ANY;
	if (import.expired && (strlen(import.expired) != 10 || !date_parse(slice_of(import.expired), &w->expired)))
		opt_bad(&usage, "--expired wants a date", import.expired);
}

/* The files that are wanted of a folder, the first operand. */
static void
find_files(int n, char **operand)
{
	struct import *m = &import;

	if (!m->adapter_name || n == 0)
		opt_bad(&usage, m->adapter_name ? "a folder is missing" : "option --adapter is missing", "");
	m->adapter = adapter_load(m->adapter_name);
	if (!m->adapter.files)
		die("%s: no adapter of files; st-get asks its server", m->adapter.path);
	if (m->symbols)
		adapter_symbols(&m->adapter, m->symbols);
	if (strstr(m->adapter.files, "%{BS}") && !m->adapter.symbols.symbol.n)
		die("%s: knows no symbols; --symbols names a table of them", m->adapter.path);
	read_wanted(n - 1, operand + 1);
	out_open(&m->out, 1, "stdout");
	m->found = files_of(operand[0], &m->adapter, &m->wanted);
}

static void
write_files(void)
{
	struct import *m = &import;
	const char *name = m->name ? m->name : m->adapter.continuous ? "%{IC}.csv" : "%{IC}_%{YEAR}%{MONTH2}%{DAY2}.csv";
	struct file_name_template t = file_name_parse(name, "--name", m->adapter.continuous);

	for (size_t i = 0; i < m->found.n; i++)
		write_file(&m->found.v[i], &t);
}

static void
print_list(int n, char **operand)
{
	struct import *m = &import;

	find_files(n, operand);
	out_str(&m->out, "instrument,contract,file\n");
	for (size_t i = 0; i < m->found.n; i++) {
		out_field(&m->out, slice_of(m->found.v[i].code));
		out_char(&m->out, ',');
		if (!m->adapter.continuous)
			out_int(&m->out, m->found.v[i].id);
		out_char(&m->out, ',');
		out_field(&m->out, slice_of(m->found.v[i].path));
		out_char(&m->out, '\n');
	}
}

static void
print_file(void)
{
	struct import *m = &import;
	const struct files_file *f = m->found.v;

	if (m->found.n > 1)
		die("%zu files are wanted; name one (%s/%d), or a folder for all with --files", m->found.n, f->code, f->id);
	struct bars b = read_file(f);
	bars_print(&b, &m->out);
}

static void
print_prices(int n, char **operand)
{
	struct import *m = &import;

	find_files(n, operand);
	if (m->files)
		write_files();
	else
		print_file();
}

static const struct verb verbs[] = {
	{ "prices", "a contract's, or with --files a file of each", print_prices, 0, VERB_ANY, 0, ADAPTER | SYMBOLS | FILES | NAME | EXPIRED },
	{ "list", "what there is: instrument, contract and file", print_list, 0, VERB_ANY, 0, ADAPTER | SYMBOLS | EXPIRED },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	struct verb v;
	int i = verb_parse(&usage, verbs, verbs, &import, argc, argv, &v);

	verb_check(&usage, &v, &import);
	v.run(argc - i, argv + i);
	out_flush(&import.out);
	return 0;
}
