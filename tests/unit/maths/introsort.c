/*
 * introsort: an order, ties as the rule of numpy's aquicksort leaves them. That
 * rule is written here once more, recursively, as its parts don't touch one another.
 */
#include "maths/introsort.h"

#include "test.h"

enum { MOST = 3000 };

static int key[MOST], got[MOST], want[MOST];

static void
swap(int i, int j)
{
	int t = want[i];

	want[i] = want[j];
	want[j] = t;
}

static int
k(int i)
{
	return key[want[i]];
}

static void
by_the_rule(int l, int r)
{
	if (r - l > 15) {
		int p = l + (r - l) / 2;
		if (k(p) < k(l))
			swap(p, l);
		if (k(r) < k(p))
			swap(r, p);
		if (k(p) < k(l))
			swap(p, l);
		int v = k(p), i = l, j = r - 1;
		swap(p, r - 1);
		for (;;) {
			while (k(++i) < v)
				;
			while (v < k(--j))
				;
			if (i >= j)
				break;
			swap(i, j);
		}
		swap(i, r - 1);
		by_the_rule(l, i - 1);
		by_the_rule(i + 1, r);
		return;
	}
	for (int i = l + 1; i <= r; i++)
		for (int j = i; j > l && k(j) < k(j - 1); j--)
			swap(j, j - 1);
}

static bool
is_sorted(int n)
{
	static bool seen[MOST];

	memset(seen, 0, sizeof seen);
	for (int i = 0; i < n; i++) {
		if (got[i] < 0 || got[i] >= n || seen[got[i]] || (i && key[got[i - 1]] > key[got[i]]))
			return false;
		seen[got[i]] = true;
	}
	return true;
}

static bool
as_the_rule(int n)
{
	for (int i = 0; i < n; i++)
		want[i] = i;
	by_the_rule(0, n - 1);
	introsort(key, got, n);
	return is_sorted(n) && memcmp(got, want, (size_t)n * sizeof *got) == 0;
}

static void
few(void)
{
	introsort(key, got, 0);
	for (int n = 1; n <= 60; n++)
		for (int range = 1; range < 9; range++) {
			for (int i = 0; i < n; i++)
				key[i] = (int)(test_random() % (unsigned)range);
			CHECK(as_the_rule(n));
		}
}

/* What it is for: a list of trading days and a list of roll dates behind it. */
static void
two_runs(void)
{
	for (int round = 0; round < 300; round++) {
		int days = 20 + (int)(test_random() % 2500), rolls = 1 + (int)(test_random() % 100);
		for (int i = 0; i < days; i++)
			key[i] = i + (int)(test_random() % 2);
		for (int i = 0; i < rolls; i++)
			key[days + i] = days * i / rolls;
		CHECK(as_the_rule(days + rolls));
	}
}

/* Patterns that spoil a quicksort: still an order. */
static void
patterns(void)
{
	for (int n = 100; n <= MOST; n += 290)
		for (int kind = 0; kind < 5; kind++) {
			for (int i = 0; i < n; i++)
				key[i] = kind == 0 ? 0 : kind == 1 ? i : kind == 2 ? -i : kind == 3 ? (i < n / 2 ? i : n - i) :
				    i % 2 ? i : n - i / 2;
			introsort(key, got, n);
			CHECK(is_sorted(n));
		}
}

int
main(void)
{
	RUN(few);
	RUN(two_runs);
	RUN(patterns);
	return test_end();
}
