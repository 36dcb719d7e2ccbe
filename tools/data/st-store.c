/*
 * st-store - what a data folder has: rows, first and last stamp of each of its files
 *
 *   $ st-synth --instruments=1 --years=1 --output=data
 *   $ st-store --data=data EQ_NORTH
 *   folder,name,rows,first,last
 *   multiple_prices_csv,EQ_NORTH,879,2000-01-03 23:00:00,2001-01-02 23:00:00
 *   adjusted_prices_csv,EQ_NORTH,874,2000-01-03 23:00:00,2001-01-02 23:00:00
 *
 * Names are instruments, contracts (GOLD_20210600) or pairs of currencies.
 */
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/names.h"
#include "base/nearest.h"
#include "base/opt.h"
#include "base/out.h"
#include "data/data_folder.h"
#include "time/date.h"
#include "time/stamp.h"

static struct store {
	const char *path;
	struct opt_list folders;
	/* from here on not options */
	struct data *data;
	struct out out;
} store;

static const struct opt opts[] = {
	{ 'd', "data", "PATH", "the data folder, or an archive of one (default $ST_HOME)", O_STR, offsetof(struct store, path) },
	{ 'f', "folder", "NAME", "this folder of it only, such as fx_prices_csv; repeatable", O_LIST, offsetof(struct store, folders) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-store", "[NAME ...]",
	"what a data folder has: rows, first and last stamp of each of its files", opts };

static const char *const folders[] = {
	"contract_prices_csv", "multiple_prices_csv", "adjusted_prices_csv", "roll_calendars_csv", "fx_prices_csv"
};
enum { FOLDERS = sizeof folders / sizeof *folders, STAMP = 64 }; /* bytes of the longest stamp, and more */

/* A field's stamp as the table has it; a copy. */
static char *
stamp_of(const struct rec *r, struct slice field)
{
	char text[DATE_MAX], plain[STAMP];
	struct slice s = field.n > sizeof plain ? field : rec_unquote(field, plain);
	int64_t t;

	if (!stamp_parse(s, &t))
		die("%s:%ld: not a time: \"%.*s\"", r->name, r->line, SLICE(s));
	return mem_dup(text, stamp_print(text, t));
}

/* Only the first and the last row are looked at; st-validate and st-update check the rest. */
static void
print_file(const char *folder, const char *name)
{
	struct out *o = &store.out;
	char *first = NULL, *last = NULL;
	struct rec r;
	long rows = 0;
	char stamp[STAMP];
	struct slice field = { stamp, 0 };

	if (!data_member(store.data, folder, name, &r))
		die("no '%s' in %s of '%s'", name, folder, store.path);
	rec_header(&r);
	while (rec_next(&r)) {
		if (rows++ == 0)
			first = stamp_of(&r, r.f[0]);
		field.n = r.f[0].n < sizeof stamp ? r.f[0].n : sizeof stamp;
		memcpy(stamp, r.f[0].p, field.n);
	}
	if (rows)
		last = stamp_of(&r, field);
	rec_close(&r);
	out_str(o, folder);
	out_char(o, ',');
	out_field(o, slice_of(name));
	out_char(o, ',');
	out_int(o, (double)rows);
	out_char(o, ',');
	out_field(o, slice_of(first ? first : ""));
	out_char(o, ',');
	out_field(o, slice_of(last ? last : ""));
	out_char(o, '\n');
	free(first);
	free(last);
}

/* A contract's instrument; another name as it is. */
static struct slice
instrument_of(const char *folder, const char *name)
{
	const char *end = strcmp(folder, "contract_prices_csv") == 0 ? strrchr(name, '_') : NULL;

	return end ? (struct slice){ name, (size_t)(end - name) } : slice_of(name);
}

/* Is a name asked for: as it is, or as the contract of an instrument? */
static bool
is_wanted(struct names *asked, const char *folder, const char *name, bool *found)
{
	int i = names_get(asked, slice_of(name));

	if (i < 0)
		i = names_get(asked, instrument_of(folder, name));
	if (i >= 0)
		found[i] = true;
	return asked->n == 0 || i >= 0;
}

static void
print_folder(const char *folder, struct names *asked, bool *found)
{
	struct names names = data_codes(store.data, folder);

	for (int i = 0; i < names.n; i++)
		if (is_wanted(asked, folder, names.name[i], found))
			print_file(folder, names.name[i]);
}

static bool
is_folder_wanted(const char *folder)
{
	for (int i = 0; i < store.folders.n; i++)
		if (strcmp(store.folders.v[i], folder) == 0)
			return true;
	return store.folders.n == 0;
}

static void
check_folders(void)
{
	for (int i = 0, k; i < store.folders.n; i++) {
		struct nearest near = nearest_to(slice_of(store.folders.v[i]));
		for (k = 0; k < FOLDERS && strcmp(folders[k], store.folders.v[i]) != 0; k++)
			nearest_try(&near, folders[k]);
		if (k == FOLDERS)
			die("no such folder: \"%s\"%s; see %s --help", store.folders.v[i], nearest_said(&near), usage.name);
	}
}

static _Noreturn void
nothing_of(const char *asked)
{
	struct names there = { 0 };

	for (int i = 0; i < FOLDERS; i++) {
		struct names files = data_codes(store.data, folders[i]);
		for (int k = 0; is_folder_wanted(folders[i]) && k < files.n; k++) {
			names_put(&there, instrument_of(folders[i], files.name[k]));
			names_put(&there, slice_of(files.name[k]));
		}
	}
	die("nothing of '%.80s' in '%s'%s", asked, store.path, nearest_of(slice_of(asked), there.name, there.n));
}

int
main(int argc, char **argv)
{
	struct names asked = { 0 };

	store.path = getenv("ST_HOME");
	int i = opt_parse(&usage, &store, argc, argv);
	if (!store.path)
		opt_bad(&usage, "option --data is missing, and $ST_HOME is not set", "");
	check_folders();
	for (; i < argc; i++)
		names_put(&asked, slice_of(argv[i]));
	bool *found = mem_alloc((size_t)asked.n, sizeof *found);
	store.data = data_open(store.path);
	out_open(&store.out, 1, "stdout");
	out_str(&store.out, "folder,name,rows,first,last\n");
	for (i = 0; i < FOLDERS; i++)
		if (is_folder_wanted(folders[i]))
			print_folder(folders[i], &asked, found);
	for (i = 0; i < asked.n; i++)
		if (!found[i])
			nothing_of(asked.name[i]);
	out_flush(&store.out);
	return 0;
}
