#include "backtest/benchmark.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/die.h"
#include "base/mem.h"
#include "stream/stamped_file.h"
#include "time/date.h"
#include "time/stamp.h"

/* What a column may be called, the better ones first. */
static const struct value {
	const char *name;
	enum { PERCENT, FRACTION, LEVEL } kind;
} values[] = {
	{ "net_percent", PERCENT }, { "return_percent", PERCENT }, { "return", FRACTION }, { "returns", FRACTION },
	{ "adj close", LEVEL }, { "adjusted", LEVEL }, { "price", LEVEL }, { "close", LEVEL }, { "level", LEVEL },
};

/* The file under way. */
struct reader {
	struct stamped_file file;
	const struct value *value;
	int column;
	double level;          /* the last; NaN before the first */
};

/* On the account's days: the running sum of the benchmark's returns up to that day's row, NaN where there is none. */
struct sums {
	double *at, *own;      /* own: the return of that day's first row alone, NaN for a level that none is before */
};

static void
find_column(struct reader *r)
{
	for (size_t k = 0; k < sizeof values / sizeof *values; k++)
		for (int i = 0; i < r->file.column.n; i++)
			if (i != r->file.time && strcasecmp(r->file.column.name[i], values[k].name) == 0) {
				r->value = &values[k];
				r->column = i;
				return;
			}
	die("%s:1: no column of returns (return, return_percent, net_percent) and none of prices (price, close, adj close, adjusted, "
	    "level)", r->file.name);
}

static _Noreturn void
bad(const struct reader *r, size_t row, const char *what)
{
	die("%s:%ld: column '%s': %s: \"%.*s\"", r->file.name, r->file.row[row].line, r->file.column.name[r->column], what,
	    SLICE(stamped_file_field(&r->file, row, r->column)));
}

/* The return of a row that has a value, in percent; NaN for the first level. */
static double
row_return(struct reader *r, size_t row, double x)
{
	double before = r->level;

	if (r->value->kind == PERCENT)
		return x;
	if (r->value->kind == FRACTION)
		return 100 * x;
	if (!(x > 0))
		bad(r, row, "a level that is not above 0");
	r->level = x;
	return 100 * (x / before - 1);
}

/* The business day that a moment counts for. */
static int
counts_for(int64_t t)
{
	int day = stamp_day(t);

	return date_weekday(day) > 4 ? date_next_business(date_business(day)) : day;
}

static void
sum_up(struct reader *r, const struct daily_returns *t, struct sums *s)
{
	double sum = 0;

	for (size_t i = 0; i < r->file.n; i++) {
		double x = stamped_file_num(&r->file, i, r->column);
		int at = daily_returns_at(t, counts_for(r->file.row[i].t));
		if (isnan(x))
			continue;
		double earned = row_return(r, i, x);
		sum += isnan(earned) ? 0 : earned;
		if (isinf(sum))
			bad(r, i, "a change too large to be a return");
		if (at < 0)
			continue;
		s->own[at] = isnan(s->at[at]) ? earned : s->own[at] + earned;
		s->at[at] = sum;
	}
}

/* Both, since the common day before; on the first of them what each has on it. */
static void
compare(struct benchmark *b, const struct daily_returns *t, const struct sums *s)
{
	double account = 0, before = NAN;

	for (int i = 0; i < b->n; i++) {
		int at = b->first + i;
		double net = t->x[CURVE_NET][at];
		account += isnan(net) ? 0 : net;
		b->account[i] = b->x[i] = NAN;
		if (isnan(net) || isnan(s->at[at]))
			continue;
		double x = i == 0 ? s->own[at] : s->at[at] - before;
		b->x[i] = x;
		b->account[i] = isnan(x) ? NAN : account;
		b->common += !isnan(x);
		before = s->at[at];
		account = 0;
	}
}

/* From the first day that both have to the last. */
static void
find_common(struct benchmark *b, const struct daily_returns *t, const struct sums *s)
{
	int last = -1;

	b->first = -1;
	for (int i = 0; i < t->n; i++)
		if (!isnan(t->x[CURVE_NET][i]) && !isnan(s->at[i])) {
			b->first = b->first < 0 ? i : b->first;
			last = i;
		}
	b->n = b->first < 0 ? 0 : last - b->first + 1;
}

static void
check(const struct benchmark *b, const char *path, const struct daily_returns *t)
{
	if (b->common < 2)
		die("%s: returns on fewer than two days of the account, which are %s to %s", path, date_text((int)t->day[0]),
		    date_text((int)t->day[t->n - 1]));
	if (2 * b->common < b->n)
		die("%s: not daily: on %d of %d business days it and the account have a return", path, b->common, b->n);
}

static char *
name_of(const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	size_t n = strlen(name);

	if (strcmp(path, "-") == 0)
		return mem_text("standard input");
	return mem_dup(name, n > 4 && strcasecmp(name + n - 4, ".csv") == 0 ? n - 4 : n);
}

static double *
missing(int n)
{
	double *x = mem_alloc((size_t)n + 1, sizeof *x);

	for (int i = 0; i < n; i++)
		x[i] = NAN;
	return x;
}

struct benchmark
benchmark_read(const char *path, const struct daily_returns *t)
{
	struct benchmark b = { .name = name_of(path) };
	struct sums s = { missing(t->n), missing(t->n) };
	struct reader r = { .level = NAN };
	struct rec in;

	rec_file(&in, path);
	r.file = stamped_file_read(&in, NULL);
	stamped_file_check_order(&r.file);
	find_column(&r);
	sum_up(&r, t, &s);
	find_common(&b, t, &s);
	b.account = missing(b.n);
	b.x = missing(b.n);
	compare(&b, t, &s);
	check(&b, path, t);
	stamped_file_free(&r.file);
	free(s.at);
	free(s.own);
	return b;
}
