#include "base/nearest.h"

#include <limits.h>
#include <stdio.h>

enum {
	LETTERS = 64,       /* of a name; more don't count */
	PART = 3,           /* letters of a part that count for more than chance */
	FAR = INT_MAX,
	SHARED = FAR - 1,
	LETTER = 2,         /* what it costs to change one, against which: */
	BEGINS_PART = 1,
	HAS_PARTS_OF = 3,
	STANDS_WITHIN = 4
};

/* ---- a name without what doesn't count ---- */

struct folded {
	char s[LETTERS + 1];
	int n;
};

static struct folded
fold(struct slice name)
{
	struct folded f = { .n = name.n < LETTERS ? (int)name.n : LETTERS };

	for (int i = 0; i < f.n; i++) {
		char c = name.p[i];
		f.s[i] = c == '-' || c == '.' || c == ' ' ? '_' : c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
	}
	return f;
}

/* ---- letters ---- */

static int
least(int a, int b)
{
	return a < b ? a : b;
}

/* How many must be put in, left out, changed or swapped with their neighbour to get from a to b. */
static int
distance(const struct folded *a, const struct folded *b)
{
	int d[LETTERS + 1][LETTERS + 1];

	for (int j = 0; j <= b->n; j++)
		d[0][j] = j;
	for (int i = 1; i <= a->n; i++) {
		d[i][0] = i;
		for (int j = 1; j <= b->n; j++) {
			d[i][j] = least(least(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + (a->s[i - 1] != b->s[j - 1]));
			if (i > 1 && j > 1 && a->s[i - 1] == b->s[j - 2] && a->s[i - 2] == b->s[j - 1])
				d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
		}
	}
	return d[a->n][b->n];
}

/* ---- parts ---- */

enum place { NOWHERE, WITHIN, AT_BEGINNING, AS_PARTS };

/* Where n bytes at p best stand in a name. */
static enum place
place_of(const struct folded *in, const char *p, int n)
{
	enum place best = NOWHERE;

	for (int i = 0; i + n <= in->n; i++) {
		if (memcmp(in->s + i, p, (size_t)n) != 0)
			continue;
		bool begins = i == 0 || in->s[i - 1] == '_', ends = i + n == in->n || in->s[i + n] == '_';
		enum place here = begins && ends ? AS_PARTS : begins ? AT_BEGINNING : WITHIN;
		best = here > best ? here : best;
	}
	return best;
}

static bool
share_part(const struct folded *a, const struct folded *b)
{
	for (int i = 0, n; i < a->n; i += n + 1) {
		n = (int)strcspn(a->s + i, "_");
		if (n >= PART && place_of(b, a->s + i, n) == AS_PARTS)
			return true;
	}
	return false;
}

/* ---- which is the nearest ---- */

/* May so many letters of n be wrong? */
static bool
few(int letters, int n)
{
	return 3 * letters <= n;
}

/* Of the wanted name as one of the parts of another. */
static int
cost_of_part(const struct folded *wanted, const struct folded *name)
{
	int cost = FAR;

	for (int i = 0, n; i < name->n; i += n + 1) {
		n = (int)strcspn(name->s + i, "_");
		struct folded part = fold((struct slice){ name->s + i, (size_t)n });
		int letters = distance(wanted, &part);
		if (n >= PART && few(letters, n))
			cost = least(cost, LETTER * letters + BEGINS_PART);
	}
	return cost;
}

static int
cost_of(const struct folded *wanted, const struct folded *name, int letters)
{
	enum place at = place_of(name, wanted->s, wanted->n);
	int cost = few(letters, name->n) ? LETTER * letters : FAR;

	cost = least(cost, cost_of_part(wanted, name));
	if (at == AS_PARTS || (at == AT_BEGINNING && wanted->n > 1))
		cost = least(cost, BEGINS_PART);
	if (at == WITHIN && wanted->n >= PART)
		cost = least(cost, STANDS_WITHIN);
	if (place_of(wanted, name->s, name->n) == AS_PARTS)
		cost = least(cost, HAS_PARTS_OF);
	return cost;
}

struct nearest
nearest_to(struct slice wanted)
{
	return (struct nearest){ .wanted = wanted, .cost = FAR };
}

void
nearest_try(struct nearest *n, const char *name)
{
	struct folded wanted = fold(n->wanted), f = fold(slice_of(name));

	/* Of points alone nothing can be said. */
	if (!wanted.s[strspn(wanted.s, "_")] || !f.s[strspn(f.s, "_")] || slice_is(n->wanted, name))
		return;
	int letters = distance(&wanted, &f), cost = cost_of(&wanted, &f, letters);
	if (cost == FAR && share_part(&wanted, &f)) {
		cost = n->sharing++ ? FAR : SHARED;
		if (n->cost == SHARED) {
			n->cost = FAR;
			n->name = NULL;
		}
	}
	if (cost < n->cost || (cost != FAR && cost == n->cost && letters < n->letters)) {
		n->name = name;
		n->cost = cost;
		n->letters = letters;
	}
}

const char *
nearest_said(const struct nearest *n)
{
	static char text[128];

	if (!n->name)
		return "";
	snprintf(text, sizeof text, "; the nearest is '%.80s'", n->name);
	return text;
}

const char *
nearest_of(struct slice wanted, char *const *name, int n)
{
	struct nearest near = nearest_to(wanted);

	for (int i = 0; i < n; i++)
		nearest_try(&near, name[i]);
	return nearest_said(&near);
}
