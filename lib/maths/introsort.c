#include "maths/introsort.h"

#include <stdbool.h>

enum { SMALL = 15, STACK = 128 };

static void
swap(int *a, int *b)
{
	int t = *a;

	*a = *b;
	*b = t;
}

static void
insertion(const int *key, int *t, int l, int r)
{
	for (int i = l + 1; i <= r; i++) {
		int x = t[i], j = i;
		for (; j > l && key[x] < key[t[j - 1]]; j--)
			t[j] = t[j - 1];
		t[j] = x;
	}
}

static void
sift(const int *key, int *t, int at, int n)
{
	int x = t[at];

	for (int child; (child = 2 * at + 1) < n; at = child) {
		if (child + 1 < n && key[t[child]] < key[t[child + 1]])
			child++;
		if (key[x] >= key[t[child]])
			break;
		t[at] = t[child];
	}
	t[at] = x;
}

/* For a range that partitioned badly too often. */
static void
heapsort(const int *key, int *t, int n)
{
	for (int i = n / 2 - 1; i >= 0; i--)
		sift(key, t, i, n);
	for (int i = n - 1; i > 0; i--) {
		swap(&t[0], &t[i]);
		sift(key, t, 0, i);
	}
}

/* Median of three as pivot, kept at r-1; where the two sides meet. */
static int
partition(const int *key, int *t, int l, int r)
{
	int mid = l + (r - l) / 2;

	if (key[t[mid]] < key[t[l]])
		swap(&t[mid], &t[l]);
	if (key[t[r]] < key[t[mid]])
		swap(&t[r], &t[mid]);
	if (key[t[mid]] < key[t[l]])
		swap(&t[mid], &t[l]);
	int pivot = key[t[mid]], i = l, j = r - 1;
	swap(&t[mid], &t[j]);
	for (;;) {
		do
			i++;
		while (key[t[i]] < pivot);
		do
			j--;
		while (pivot < key[t[j]]);
		if (i >= j)
			break;
		swap(&t[i], &t[j]);
	}
	swap(&t[i], &t[r - 1]);
	return i;
}

void
introsort(const int *key, int *t, int n)
{
	struct {
		int l, r, depth;
	} stack[STACK];
	int top = 0, l = 0, r = n - 1, depth = 0;

	for (int i = 0; i < n; i++)
		t[i] = i;
	for (int i = n; i > 1; i /= 2)
		depth += 2;
	for (;;) {
		bool bad = depth < 0; /* looked at when a range is taken up, not while it is split */
		while (!bad && r - l > SMALL) {
			int i = partition(key, t, l, r);
			/* the larger side waits */
			if (i - l < r - i) {
				stack[top].l = i + 1;
				stack[top].r = r;
				r = i - 1;
			} else {
				stack[top].l = l;
				stack[top].r = i - 1;
				l = i + 1;
			}
			stack[top++].depth = --depth;
		}
		if (bad)
			heapsort(key, t + l, r - l + 1);
		else
			insertion(key, t, l, r);
		if (!top)
			return;
		l = stack[--top].l;
		r = stack[top].r;
		depth = stack[top].depth;
	}
}
