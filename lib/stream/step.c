#include "stream/step.h"

#include <endian.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "stream/filter.h"
#include "time/date.h"

struct step_key {
	char last[DATE_MAX]; /* its latest time */
	size_t n;
	_Alignas(16) char state[];
};

static struct step_key *
new_key(struct step *s, int i)
{
	struct step_key *k = mem_alloc(1, sizeof *k + s->f->key_size);

	s->key = mem_grow(s->key, (size_t)i + 1, sizeof *s->key);
	s->key[i] = k;
	if (s->f->key)
		s->f->key(s, k->state, s->keys.name[i]);
	return k;
}

enum { DATE = 10 }; /* bytes of a date without a time, as most are: every step of a chain looks at each */

/* By their bytes, as memcmp orders them. */
static inline bool
is_later_date(const char *date, const char *than)
{
	uint64_t a, b;
	uint16_t day, than_day;

	memcpy(&a, date, sizeof a);
	memcpy(&b, than, sizeof b);
	memcpy(&day, date + sizeof a, sizeof day);
	memcpy(&than_day, than + sizeof b, sizeof than_day);
	return a == b ? be16toh(day) > be16toh(than_day) : be64toh(a) > be64toh(b);
}

static void
check_time(struct step *s, struct step_key *k, struct row *r)
{
	struct slice t = row_text(s, r, s->time);

	if (s->first)
		row_day(s, r);
	if (t.n == DATE && k->n == DATE && is_later_date(t.p, k->last)) {
		memcpy(k->last, t.p, DATE);
		return;
	}
	int c = slice_cmp(t, (struct slice){ k->last, k->n });
	if (t.n < DATE || t.n > sizeof k->last)
		die("%s: column 'time': not a time: \"%.*s\"", row_place(r), SLICE(t));
	if (c < 0 || (c == 0 && !s->f->repeats))
		die("%s: column 'time': \"%.*s\" after \"%.*s\" in %s", row_place(r), SLICE(t), (int)k->n, k->last,
		    s->keys.name[s->last]);
	memcpy(k->last, t.p, t.n);
	k->n = t.n;
}

void *
step_key(struct step *s, struct row *r)
{
	struct slice code = row_text(s, r, s->instrument);

	if (s->last < 0 || !slice_eq(code, s->last_code)) {
		int known = s->keys.n;
		if (code.n == 0)
			die("%s: column 'instrument' is empty", row_place(r));
		if (!names_plain(code))
			die("%s: column 'instrument': a control byte in \"%.*s\"", row_place(r), SLICE(code));
		s->last = names_put(&s->keys, code);
		if (s->last == known)
			new_key(s, known);
		else if (s->together)
			die("%s: the rows of '%.*s' do not stand together", row_place(r), SLICE(code));
		s->last_code = slice_of(s->keys.name[s->last]);
	}
	check_time(s, s->key[s->last], r);
	return s->key[s->last]->state;
}

int
step_keys(const struct step *s)
{
	return s->keys.n;
}

void *
step_state(const struct step *s, int i, const char **instrument)
{
	if (instrument)
		*instrument = s->keys.name[i];
	return s->key[i]->state;
}

void
step_sort(struct step *s)
{
	struct names sorted = names_sorted(&s->keys);
	struct step_key **key = mem_alloc((size_t)sorted.n, sizeof *key);

	for (int i = 0; i < sorted.n; i++)
		key[i] = s->key[names_get(&s->keys, slice_of(sorted.name[i]))];
	free(s->key);
	s->key = key;
	s->keys = sorted;
	s->last = -1;
}
