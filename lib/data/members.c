#include "data/members.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "data/expand.h"
#include "data/unpack.h"

static const char *const folder_name[] = { "adjusted_prices_csv", "contract_prices_csv", "csvconfig", "fx_prices_csv",
	"multiple_prices_csv", "roll_calendars_csv" };

enum { FOLDERS = sizeof folder_name / sizeof *folder_name, COPY = 65536 };

struct member {
	char *path, *target;   /* in the archive; of a link, what to */
	enum unpack_type type;
	int64_t size;
	struct file_ends ends;
	int64_t kept_at, kept; /* where in the temporary file, and how many bytes; 0 when it is not there */
};

/* The members of one of its folders, in their order, and where reading of them stands. */
struct members_folder {
	struct members *of;
	struct names codes;
	struct member *v;
	struct unpack *u;
	int next;              /* the member that u comes to next */
	const struct member *kept;
	int64_t at;            /* within the kept member that is being read */
};

struct members {
	int fd;
	const char *path;      /* of the archive */
	const char *inside;    /* how the path of the data folder wanted ends, or NULL */
	bool whole;            /* that is the whole of it, from the top */
	char *root, *first;    /* the data folder within it, and its first member */
	const struct names *only;
	int temporary;         /* descriptor, or -1 */
	int64_t kept;
	struct members_folder folder[FOLDERS];
};

/* ---- names ---- */

/* A path without what names no folder: "./", "//". The caller owns it. */
static char *
plain_path(const char *path)
{
	char *s = mem_alloc(strlen(path) + 2, 1), *to = s;

	if (*path == '/')
		*to++ = *path;
	for (const char *p = path; *p; ) {
		size_t n = strcspn(p, "/");
		if (n && !(n == 1 && *p == '.')) {
			if (to > s && to[-1] != '/')
				*to++ = '/';
			to = (char *)memcpy(to, p, n) + n;
		}
		p += n + (p[n] == '/');
	}
	*to = '\0';
	return s;
}

/* The part of *s behind its last slash, which is cut off it. */
static struct slice
last_part(struct slice *s)
{
	const char *slash = memrchr(s->p, '/', s->n);
	size_t n = slash ? (size_t)(slash - s->p) : 0, skip = slash ? n + 1 : 0;
	struct slice part = { s->p + skip, s->n - skip };

	s->n = n;
	return part;
}

static int
folder_index(struct slice name)
{
	for (int i = 0; i < FOLDERS; i++)
		if (slice_is(name, folder_name[i]))
			return i;
	return -1;
}

static bool
ends_in(struct slice root, struct slice end)
{
	if (root.n <= end.n)
		return slice_eq(root, end);
	const char *at = root.p + root.n - end.n;
	return memcmp(at, end.p, end.n) == 0 && at[-1] == '/';
}

/* Is a data folder the one asked for, if one was? */
static bool
is_wanted(const struct members *m, struct slice root)
{
	if (!m->inside)
		return true;
	return m->whole ? slice_is(root, m->inside) : ends_in(root, slice_of(m->inside));
}

/* ---- the table of members ---- */

/* What goes before a root to name it, and not another one: from the top, when that ends as it does. */
static const char *
before(struct slice root, struct slice other)
{
	return ends_in(other, root) || !root.n ? "./" : "";
}

/* A root of its own, which all members must have. */
static void
check_root(struct members *m, struct slice root, const char *path)
{
	struct slice one = m->root ? slice_of(m->root) : root;

	if (!m->root) {
		m->root = mem_dup(root.p, root.n);
		m->first = mem_text(path);
	} else if (!slice_eq(root, one)) {
		die("'%s' has two data folders, with '%s' and '%s'; name the one wanted: '%s/%s%s' or '%s/%s%.*s'", m->path, m->first, path,
		    m->path, before(one, root), m->root, m->path, before(root, one), (int)root.n, root.p);
	}
}

/* Of a file that is being passed. */
static struct file_ends
read_ends(struct unpack *u)
{
	struct file_ends_bytes b = { .head_n = 0 };
	const void *block;
	size_t n;

	while (unpack_block(u, &block, &n))
		file_ends_add(&b, block, n);
	return file_ends_of(&b);
}

static void
add(struct members *m, struct members_folder *f, struct slice code, const struct unpack_entry *e, struct unpack *u)
{
	if (!names_plain(code))
		die("'%s': a control byte in the name of '%s'", m->path, e->path);
	int known = f->codes.n, i = names_put(&f->codes, code);
	if (i < known)
		die("'%s' has one file twice, '%s' and '%s'", m->path, f->v[i].path, e->path);
	if (e->warning)
		die("cannot read '%s': %s: %s", m->path, e->path, e->warning);
	f->v = mem_grow(f->v, (size_t)i + 1, sizeof *f->v);
	f->v[i] = (struct member){ mem_text(e->path), e->target ? mem_text(e->target) : NULL, e->type, e->size, { .rows = true }, 0, 0 };
	if (e->type == UNPACK_FILE)
		f->v[i].ends = read_ends(u);
}

/*
 * Which member of which folder an entry is: the folder, or NULL when it is none; *root is what they lie in. A hidden file
 * is none: macOS has one beside each of its own.
 */
static struct members_folder *
folder_of(struct members *m, const char *plain, struct slice *code, struct slice *root)
{
	*root = slice_of(plain);
	*code = last_part(root);
	int i = folder_index(last_part(root));

	if (i < 0 || code->n <= 4 || code->p[0] == '.' || memcmp(code->p + code->n - 4, ".csv", 4) != 0 || !is_wanted(m, *root))
		return NULL;
	code->n -= 4;
	return &m->folder[i];
}

static void
add_entry(struct members *m, const struct unpack_entry *e, struct unpack *u)
{
	char *plain = plain_path(e->path);
	struct slice code, root, dir = slice_of(plain);
	struct members_folder *f = folder_of(m, plain, &code, &root);

	if (f) {
		check_root(m, root, e->path);
		add(m, f, code, e, u);
	} else if (e->type == UNPACK_LINK && folder_index(last_part(&dir)) >= 0 && is_wanted(m, dir)) {
		die("'%s': '%s' is a link to '%s', and links in archives are not followed", m->path, e->path, e->target);
	}
	free(plain);
}

struct members *
members_open(int fd, const char *path, const char *inside)
{
	struct members *m = mem_alloc(1, sizeof *m);
	struct unpack *u = unpack_open(fd, path);
	struct unpack_entry e;

	*m = (struct members){ .fd = fd, .path = path, .inside = inside ? plain_path(inside) : NULL, .temporary = -1,
		.whole = inside && inside[strspn(inside, "/")] == '.' };
	for (int i = 0; i < FOLDERS; i++)
		m->folder[i].of = m;
	while (unpack_next(u, &e)) {
		add_entry(m, &e, u);
		unpack_verify(u);
	}
	unpack_close(u);
	if (inside && !m->root)
		die("'%s' has no data folder '%s'", path, inside);
	return m;
}

/* ---- the temporary file ---- */

static void
open_temporary(struct members *m)
{
	const char *dir = getenv("TMPDIR");
	char *path;

	path = mem_format("%s/st-XXXXXX", dir && *dir ? dir : "/tmp");
	m->temporary = mkostemp(path, O_CLOEXEC);
	if (m->temporary < 0)
		die_sys("cannot make '%s'", path);
	unlink(path);
	free(path);
}

static void
keep_bytes(struct members *m, const char *p, size_t n)
{
	while (n) {
		ssize_t k = pwrite(m->temporary, p, n, m->kept);
		if (k < 0 && errno == EINTR)
			continue;
		if (k < 0)
			die_sys("cannot keep files of '%s' in a temporary file", m->path);
		p += k;
		n -= (size_t)k;
		m->kept += k;
	}
}

static void
keep(struct members_folder *f, struct member *member)
{
	struct members *m = f->of;
	char buf[COPY];
	size_t n;

	if (m->temporary < 0)
		open_temporary(m);
	member->kept_at = m->kept;
	while ((n = unpack_read(f->u, buf, sizeof buf))) {
		keep_bytes(m, buf, n);
		expand_bound(m->path, lseek(m->fd, 0, SEEK_END), m->kept);
	}
	member->kept = m->kept - member->kept_at;
}

static ssize_t
read_kept(void *arg, char *buf, size_t n)
{
	struct members_folder *f = arg;
	int64_t left = f->kept->kept_at + f->kept->kept - f->at;
	ssize_t k;

	do
		k = pread(f->of->temporary, buf, (int64_t)n < left ? n : (size_t)left, f->at);
	while (k < 0 && errno == EINTR);
	if (k < 0)
		die_sys("cannot read what was kept of '%s'", f->of->path);
	f->at += k;
	return k;
}

/* ---- reading ---- */

static ssize_t
read_entry(void *arg, char *buf, size_t n)
{
	return (ssize_t)unpack_read(((struct members_folder *)arg)->u, buf, n);
}

/* On to member i, from the start again if it lies behind. */
static void
go_to(struct members_folder *f, int i)
{
	struct members *m = f->of;
	struct unpack_entry e;

	if (f->u && i < f->next) {
		unpack_close(f->u);
		f->u = NULL;
	}
	if (!f->u) {
		f->u = unpack_open(m->fd, m->path);
		f->next = 0;
	}
	while (unpack_next(f->u, &e)) {
		char *plain = plain_path(e.path);
		struct slice code, root;
		bool mine = folder_of(m, plain, &code, &root) == f;
		int at = mine ? names_get(&f->codes, code) : -1;
		if (at == i) {
			f->next = i + 1;
			free(plain);
			return;
		}
		if (at >= 0 && !f->v[at].kept && (!m->only || names_get(m->only, code) >= 0))
			keep(f, &f->v[at]);
		free(plain);
	}
	die("'%s' has changed while it was read", m->path);
}

static struct members_folder *
folder_named(struct members *m, const char *folder)
{
	int i = folder_index(slice_of(folder));

	return i < 0 ? NULL : &m->folder[i];
}

bool
members_read(struct members *m, const char *folder, const char *code, struct rec *r, const char *name)
{
	struct members_folder *f = folder_named(m, folder);
	int i = f ? names_get(&f->codes, slice_of(code)) : -1;

	if (i < 0)
		return false;
	struct member *member = &f->v[i];
	if (member->type == UNPACK_LINK)
		die("%s: a link to '%s', and links in archives are not followed", name, member->target ? member->target : "");
	if (member->type != UNPACK_FILE)
		die("%s: not a file", name);
	if (member->kept) {
		f->kept = member;
		f->at = member->kept_at;
	} else {
		go_to(f, i);
	}
	rec_source(r, member->kept ? read_kept : read_entry, f, name);
	return true;
}

struct file_ends
members_ends(const struct members *m, const char *folder, const char *code)
{
	const struct members_folder *f = folder_named((struct members *)m, folder);
	int i = f ? names_get(&f->codes, slice_of(code)) : -1;

	return i < 0 ? (struct file_ends){ .rows = false } : f->v[i].ends;
}

double
members_size(const struct members *m, const char *folder, const char *code)
{
	const struct members_folder *f = folder_named((struct members *)m, folder);
	int i = f ? names_get(&f->codes, slice_of(code)) : -1;

	return i < 0 ? 0 : (double)f->v[i].size;
}

struct names
members_codes(const struct members *m, const char *folder)
{
	const struct members_folder *f = folder_named((struct members *)m, folder);

	return f ? names_sorted(&f->codes) : (struct names){ 0 };
}

void
members_only(struct members *m, const struct names *codes)
{
	m->only = codes;
}
