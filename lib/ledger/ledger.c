#include "ledger/ledger.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/replacement.h"
#include "ledger/statement.h"
#include "ledger/table.h"

/* schema.sql's text; the path is from the folder that make runs in, lib/. */
__asm__(
    ".pushsection .rodata\n"
    "ledger_schema_text:\n"
    ".incbin \"ledger/schema.sql\"\n"
    "ledger_schema_end:\n"
    ".popsection\n");
extern const char ledger_schema_text[], ledger_schema_end[];

const char *
ledger_schema(int *n)
{
	*n = (int)(ledger_schema_end - ledger_schema_text);
	return ledger_schema_text;
}

/* ---- what SQLite refuses ---- */

/* What a person can do about an answer of SQLite's. */
static const char *
remedy(int code)
{
	switch (code & 0xff) {
	case SQLITE_BUSY:
		return "another program writes to it; wait longer with --wait";
	case SQLITE_READONLY:
	case SQLITE_PERM:
	case SQLITE_CANTOPEN:
		return "see that this user may write to it and to its folder";
	case SQLITE_FULL:
		return "nothing was changed; make room on the disk";
	case SQLITE_IOERR:
		return "nothing was changed; look at the disk";
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return "it is damaged: st-ledger check tells more; restore a copy";
	default:
		return NULL;
	}
}

void
ledger_die(struct ledger *l, const char *what)
{
	int code = l->db ? sqlite3_extended_errcode(l->db) : SQLITE_NOMEM;
	const char *says = l->db ? sqlite3_errmsg(l->db) : "out of memory", *better = remedy(code);

	if (better)
		die("%s: %s: %s (%s)", l->path, what, says, better);
	die("%s: %s: %s", l->path, what, says);
}

/* ---- open ---- */

/* A statement of ours without values, given as it stands. */
static void
run(struct ledger *l, const char *sql, const char *what)
{
	if (sqlite3_exec(l->db, sql, NULL, NULL, NULL) != SQLITE_OK)
		ledger_die(l, what);
}

/*
 * No text of the file's may do harm (defensive, no trusted schema), a double-quoted word is a name and never a text; the
 * log is not copied into the file by whoever closes last, which would cost each program three waits for the disk.
 */
static void
harden(struct ledger *l)
{
	static const struct { int option, value; } set[] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
		{ SQLITE_DBCONFIG_ENABLE_TRIGGER, 1 },
		{ SQLITE_DBCONFIG_ENABLE_VIEW, 1 },
		{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
	};

	for (size_t i = 0; i < sizeof set / sizeof *set; i++)
		if (sqlite3_db_config(l->db, set[i].option, set[i].value, NULL) != SQLITE_OK)
			ledger_die(l, "cannot be opened safely");
}

static void
connect_file(struct ledger *l, const char *path, int flags, double wait)
{
	*l = (struct ledger){ .path = path };
	if (sqlite3_open_v2(path, &l->db, flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK)
		ledger_die(l, "cannot be opened");
	harden(l);
	sqlite3_busy_timeout(l->db, (int)(wait * 1000));
}

/* After a change is committed it is on the disk. A short log keeps the next program's start short. */
static void
make_durable(struct ledger *l)
{
	run(l, "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 256; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;",
	    "cannot be opened");
}

static int64_t
ask(struct ledger *l, const char *sql)
{
	struct statement *s = statement_of(l, sql);
	return statement_first_int(s, 0);
}

/* SQLite would take a file of no bytes for an empty database. */
static void
check_file(const char *path)
{
	struct stat s;

	if (stat(path, &s))
		die_sys("no ledger '%s': st-home init makes one", path);
	if (!S_ISREG(s.st_mode))
		die("'%s' is no ledger: no plain file", path);
	if (s.st_size == 0)
		die("'%s' is no ledger: it is empty; restore a copy, or remove it and make one with st-ledger init", path);
}

static int
open_file(struct ledger *l, const char *path, enum ledger_access access, double wait)
{
	check_file(path);
	connect_file(l, path, access == LEDGER_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE, wait);
	if (ask(l, "PRAGMA application_id") != LEDGER_ID)
		die("'%s' is no ledger of st", path);
	make_durable(l);
	return (int)ask(l, "PRAGMA user_version");
}

int
ledger_open_any(struct ledger *l, const char *path, double wait)
{
	int version = open_file(l, path, LEDGER_WRITE, wait);

	if (version > LEDGER_VERSION)
		die("'%s' is of version %d, made by a newer st; this one knows %d", path, version, LEDGER_VERSION);
	return version;
}

void
ledger_open(struct ledger *l, const char *path, enum ledger_access access, double wait)
{
	int version = open_file(l, path, access, wait);

	if (version > LEDGER_VERSION)
		die("'%s' is of version %d, made by a newer st; this one knows %d", path, version, LEDGER_VERSION);
	if (version < LEDGER_VERSION)
		die("'%s' is of version %d, this st needs %d: st-ledger upgrade", path, version, LEDGER_VERSION);
}

/* ---- make ---- */

static void
make_schema(struct ledger *l)
{
	char set[128];
	int n;
	const char *text = ledger_schema(&n);
	char *sql = mem_dup(text, (size_t)n);

	sqlite3_snprintf(sizeof set, set, "PRAGMA application_id = %d; PRAGMA user_version = %d;", LEDGER_ID, LEDGER_VERSION);
	run(l, "BEGIN IMMEDIATE", "cannot be made");
	run(l, sql, "cannot be made");
	run(l, set, "cannot be made");
	run(l, "COMMIT", "cannot be made");
	free(sql);
}

/* Remove what a program that was killed left of a ledger it made. */
static void
remove_rest(const char *beside)
{
	static const char *const suffixes[] = { "", "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
		char *path = mem_format("%s%s", beside, suffixes[i]);
		unlink(path); /* what stays is told of by who wants to make it */
		free(path);
	}
}

/* One that is not placed when the program ends. */
static const char *unplaced;

static void
remove_unplaced(void)
{
	if (unplaced)
		remove_rest(unplaced);
}

void
ledger_new(struct ledger_new *n, const char *path)
{
	*n = (struct ledger_new){ .path = path };
	if (access(path, F_OK) == 0)
		die("there is a file '%s' already", path);
	if (errno != ENOENT)
		die_sys("cannot make '%s'", path);
	lock_take(&n->lock, path);
	n->beside = mem_format("%s.new", path);
	remove_rest(n->beside);
	unplaced = n->beside;
	atexit(remove_unplaced);
	connect_file(&n->ledger, n->beside, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, 0);
	n->ledger.path = path;
	run(&n->ledger, "PRAGMA journal_mode = WAL", "cannot be made");
	make_durable(&n->ledger);
	make_schema(&n->ledger);
}

/* The log is copied into the file, which then is all there is. */
void
ledger_place(struct ledger_new *n)
{
	struct ledger *l = &n->ledger;

	if (sqlite3_wal_checkpoint_v2(l->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) != SQLITE_OK ||
	    sqlite3_db_config(l->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL) != SQLITE_OK)
		ledger_die(l, "cannot be made");
	ledger_close(l);
	if (link(n->beside, n->path))
		die_sys("cannot make '%s'", n->path);
	remove_rest(n->beside);
	unplaced = NULL;
	replacement_sync_folder(n->path);
	lock_release(&n->lock);
	free(n->beside);
}

void
ledger_memory(struct ledger *l)
{
	connect_file(l, ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, 0);
	make_durable(l);
	make_schema(l);
}

void
ledger_close(struct ledger *l)
{
	statement_free(l);
	ledger_table_free(l);
	if (sqlite3_close(l->db) != SQLITE_OK)
		ledger_die(l, "cannot be closed");
	l->db = NULL;
}
