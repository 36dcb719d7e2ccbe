/* From when to when prices and rates go: warnings where one ends, or begins, far from what it belongs to. */
#include "data/extract.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/warn.h"
#include "time/date.h"
#include "time/stamp.h"

/* Days that are worth a word: between the ends of an instrument's two files, and between those of different things. */
enum { FAR = 14, LONG = 42, NAMED = 10 };

/* The days of a file within those wanted; none when it has no rows or they are not known. */
struct span {
	bool any;
	int first, last;
};

static struct span
span_of(const struct extract *x, const char *folder, const char *code)
{
	struct file_ends e = data_ends(x->data, folder, code);

	if (!e.rows || e.first == INT64_MIN || e.last == INT64_MAX || e.first > x->last || e.last < x->first)
		return (struct span){ .any = false };
	return (struct span){ true, stamp_day(e.first > x->first ? e.first : x->first), stamp_day(e.last < x->last ? e.last : x->last) };
}

/* That of both. */
static struct span
joined(struct span a, struct span b)
{
	if (!a.any || !b.any)
		return a.any ? a : b;
	return (struct span){ true, a.first < b.first ? a.first : b.first, a.last > b.last ? a.last : b.last };
}

/* The days of an instrument's prices, and a word when those of its two files are not the same. */
static struct span
prices_span(const struct extract *x, const char *code)
{
	struct span a = span_of(x, "adjusted_prices_csv", code), m = span_of(x, "multiple_prices_csv", code);

	if (a.any && m.any && abs(a.last - m.last) > FAR)
		warn("%s: adjusted prices end on %s, multiple prices on %s", code, date_text(a.last), date_text(m.last));
	if (!data_ends(x->data, "multiple_prices_csv", code).rows && data_size(x->data, "multiple_prices_csv", code) > 0)
		warn("%s: multiple prices are a header alone, so the adjusted price is taken for the price held", code);
	return joined(a, m);
}

void
extract_ends_blank(const struct extract *x, const char *folder, const char *code, int day)
{
	struct span rows = span_of(x, folder, code);

	if (rows.any && day == INT_MIN)
		warn("%s: %s/%s.csv has no price in any row", code, folder, code);
	else if (rows.any && rows.last - day > FAR)
		warn("%s: %s/%s.csv has no price after %s, though it goes on to %s", code, folder, code, date_text(day), date_text(rows.last));
}

/* One line about all that end long before the last. */
static void
tell_early(const struct names *codes, const struct span *v)
{
	char list[NAMED * 100] = "";
	struct span all = { .any = false };
	size_t at = 0;
	int n = 0;

	for (int i = 0; i < codes->n; i++)
		all = joined(all, v[i]);
	for (int i = 0; i < codes->n; i++)
		if (v[i].any && v[i].last < all.last - LONG && n++ < NAMED)
			at += (size_t)snprintf(list + at, sizeof list - at, "%s%.80s on %s", at ? ", " : "", codes->name[i], date_text(v[i].last));
	if (n > NAMED)
		snprintf(list + at, sizeof list - at, ", …");
	if (n)
		warn("prices of %d of %d instruments end long before those of the others, %s: %s", n, codes->n, date_text(all.last), list);
}

/* ---- rates ---- */

/* The pairs that are needed, and the days they are needed for. */
struct needs {
	struct names pairs;
	struct span *v;
};

static void
need(struct needs *n, const char *currency, struct span days)
{
	char pair[32];
	int known = n->pairs.n;

	if (strcmp(currency, "USD") == 0)
		return;
	snprintf(pair, sizeof pair, "%.20sUSD", currency);
	int i = names_put(&n->pairs, slice_of(pair));
	if (i == known) {
		n->v = mem_grow(n->v, (size_t)known + 1, sizeof *n->v);
		n->v[i] = (struct span){ .any = false };
	}
	n->v[i] = joined(n->v[i], days);
}

static void
tell_rates(const struct extract *x, const struct names *codes, const struct span *v, char *const *currency)
{
	const char *base = config_str_or(&x->config, "base_currency", "USD");
	struct needs n = { .v = NULL };

	for (int i = 0; i < codes->n; i++)
		if (v[i].any && strcmp(currency[i], base) != 0) {
			need(&n, currency[i], v[i]);
			need(&n, base, v[i]);
		}
	for (int i = 0; i < n.pairs.n; i++) {
		struct span r = span_of(x, "fx_prices_csv", n.pairs.name[i]), p = n.v[i];
		if (r.any && (r.first > p.first + LONG || r.last < p.last - LONG))
			warn("%s: rates are from %s to %s, prices that need them from %s to %s", n.pairs.name[i], date_text(r.first),
			    date_text(r.last), date_text(p.first), date_text(p.last));
	}
	free(n.v);
}

void
extract_ends(const struct extract *x, const struct names *codes, char *const *currency)
{
	struct span *v = mem_alloc((size_t)codes->n + 1, sizeof *v);

	for (int i = 0; i < codes->n; i++)
		v[i] = prices_span(x, codes->name[i]);
	tell_early(codes, v);
	if (currency)
		tell_rates(x, codes, v, currency);
	free(v);
}
