#include "position/portfolio_day.h"

#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"
#include "data/instruments.h"
#include "time/date.h"

enum { RETURN, STDEV, EXPOSURE };
static const char *const column_name[] = { "return", "stdev", "exposure" };

static double *
missing(int n)
{
	double *v = mem_alloc((size_t)n, sizeof *v);

	for (int i = 0; i < n; i++)
		v[i] = NAN;
	return v;
}

void
portfolio_day_open(struct portfolio_day *x, const struct config *c, const char *instruments, const char *until)
{
	x->path = instruments;
	x->instruments = instruments_shared(instruments).codes;
	x->n = x->instruments.n;
	x->last = INT_MAX;
	if (until && (strlen(until) != 10 || !date_parse(slice_of(until), &x->last)))
		die("option --until: not a date: \"%.80s\"", until);
	x->covariance = covariance_new(c, x->n);
	x->stdev = missing(x->n);
	x->exposure = missing(x->n);
	size_t n = (size_t)x->n;
	x->here = mem_alloc(n, sizeof *x->here);
	x->index = mem_alloc(n, sizeof *x->index);
	x->matrix = mem_alloc(n * n, sizeof *x->matrix);
}

void
portfolio_day_head(struct portfolio_day *x, struct step *s, const struct opt_list *more)
{
	for (int i = RETURN; i <= EXPOSURE; i++)
		x->column[i] = column_need(s, column_name[i]);
	x->more = column_need_each(s, more);
	x->mores = more->n;
	x->number = mem_alloc((size_t)more->n, sizeof(double *));
	for (int i = 0; i < more->n; i++)
		x->number[i] = missing(x->n);
}

bool
portfolio_day_started(const struct portfolio_day *x)
{
	return x->started;
}

bool
portfolio_day_turns(struct portfolio_day *x, struct step *s, struct row *r)
{
	int day = row_day(s, r);

	if (x->started && day < x->day)
		die("%s: column 'time': goes back; st-merge puts rows in order of time", row_place(r));
	return !x->started || day > x->day;
}

void
portfolio_day_turn(struct portfolio_day *x, struct step *s, struct row *r)
{
	x->started = true;
	x->day = row_day(s, r);
	memset(x->here, 0, (size_t)x->n * sizeof *x->here);
	covariance_day(&x->covariance, x->day, x->last);
}

int
portfolio_day_instrument(const struct portfolio_day *x, struct step *s, struct row *r)
{
	struct slice code = row_text(s, r, s->instrument);
	int i = names_get(&x->instruments, code);

	if (i < 0)
		die("%s: '%.*s' is not in '%s'%s", row_place(r), SLICE(code), x->path,
		    nearest_of(code, x->instruments.name, x->instruments.n));
	return i;
}

static void
update(double *now, double x)
{
	if (!isnan(x))
		*now = x;
}

int
portfolio_day_row(struct portfolio_day *x, struct step *s, struct row *r)
{
	int i = portfolio_day_instrument(x, s, r);

	step_key(s, r); /* which sees that time goes on */
	if (x->here[i])
		die("%s: '%s' has had its row of the day", row_place(r), x->instruments.name[i]);
	x->here[i] = true;
	covariance_return(&x->covariance, i, row_num(s, r, x->column[RETURN]));
	update(&x->stdev[i], row_num(s, r, x->column[STDEV]));
	update(&x->exposure[i], row_num(s, r, x->column[EXPOSURE]));
	for (int j = 0; j < x->mores; j++)
		update(&x->number[j][i], row_num(s, r, x->more[j]));
	return i;
}

int
portfolio_day_valid(struct portfolio_day *x, const double *v)
{
	int k = 0;

	if (!covariance_known(&x->covariance, x->stdev))
		return 0;
	for (int i = 0; i < x->n; i++)
		if (!isnan(x->stdev[i]) && !isnan(x->exposure[i]) && !isnan(v[i]))
			x->index[k++] = i;
	covariance_matrix(&x->covariance, x->stdev, x->index, k, x->matrix);
	return k;
}
