/*
 * st-deflate - append to a table of trials what their Sharpe ratios are worth when the best was looked for
 *
 *   $ printf 'point,sharpe,days,skew,kurtosis\n1,0.4,2560,0,3\n2,0.9,2560,0.5,6\n3,0.5,2560,-1,9\n' | st-deflate
 *   point,sharpe,days,skew,kurtosis,expected_max_sharpe,deflated_sharpe
 *   1,0.4,2560,0,3,0.22563086137724792,0.7092550704153866
 *   2,0.9,2560,0.5,6,0.22563086137724792,0.9845504332043743
 *   3,0.5,2560,-1,9,0.22563086137724792,0.8032839223090433
 *
 * Bailey and López de Prado's deflated Sharpe ratio (maths/deflated_sharpe.h).
 */
#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "maths/deflated_sharpe.h"
#include "stream/rec.h"
#include "time/year.h"

struct options {
	double per_year, trials, variance;
};

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 0, "trials", "N", "how many independent trials there were (default: the rows with a Sharpe ratio)", O_NUM, AT(trials) },
	{ 0, "variance", "X", "variance of the trials' annual Sharpe ratios (default: of the rows')", O_NUM, AT(variance) },
	{ 0, "per-year", "N", "returns a year, by which Sharpe ratios are annual (default 256)", O_NUM, AT(per_year) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-deflate", "[FILE]",
	"append to a table of trials what their Sharpe ratios are worth when the best was looked for", opts };

struct trial {
	struct slice row;
	double sharpe, days, skew, kurtosis;
};

struct trials {
	struct trial *v;
	int n, room;
};

static struct slice
keep(struct slice s)
{
	return (struct slice){ mem_dup(s.p, s.n), s.n };
}

/* All rows, and the header's text. */
static struct trials
read_trials(struct rec *r, struct slice *header)
{
	static const char *const made[] = { "expected_max_sharpe", "deflated_sharpe" };
	struct trials t = { .n = 0 };

	rec_header(r);
	int sharpe = rec_need(r, "sharpe"), days = rec_need(r, "days");
	int skew = rec_need(r, "skew"), kurtosis = rec_need(r, "kurtosis");
	for (int i = 0; i < 2; i++)
		if (rec_find(r, made[i]) >= 0)
			die("%s:1: there is already a column '%s'", r->name, made[i]);
	*header = keep(r->row);
	while (rec_next(r)) {
		if (t.n == t.room)
			t.v = mem_grow(t.v, (size_t)(t.room = t.room ? 2 * t.room : 64), sizeof *t.v);
		t.v[t.n++] = (struct trial){ keep(r->row), rec_num(r, sharpe, "sharpe"), rec_num(r, days, "days"),
			rec_num(r, skew, "skew"), rec_num(r, kurtosis, "kurtosis") };
	}
	return t;
}

/* The trials with a Sharpe ratio: how many, and how much these differ. */
static int
count(const struct trials *t, double *variance)
{
	double sum = 0, squares = 0;
	int n = 0;

	for (int i = 0; i < t->n; i++)
		if (!isnan(t->v[i].sharpe)) {
			sum += t->v[i].sharpe;
			n++;
		}
	for (int i = 0; i < t->n; i++)
		if (!isnan(t->v[i].sharpe))
			squares += (t->v[i].sharpe - sum / n) * (t->v[i].sharpe - sum / n);
	*variance = n > 1 ? squares / (n - 1) : 0;
	return n;
}

static void
print(struct out *o, const struct trial *t, double best, double per_year)
{
	double period = sqrt(per_year);

	out_bytes(o, t->row.p, t->row.n);
	out_char(o, ',');
	out_num(o, best);
	out_char(o, ',');
	out_num(o, deflated_sharpe(t->sharpe / period, best / period, t->days, t->skew, t->kurtosis));
	out_char(o, '\n');
}

static void
check(const struct options *opt)
{
	if (!isnan(opt->trials) && !(opt->trials >= 1))
		die("--trials must be at least 1");
	if (!isnan(opt->variance) && !(opt->variance >= 0))
		die("--variance must not be below 0");
	if (!(opt->per_year > 0))
		die("--per-year must be above 0");
}

int
main(int argc, char **argv)
{
	struct options opt = { BUSINESS_DAYS_IN_YEAR, NAN, NAN };
	struct slice header;
	struct rec r;
	static struct out o;
	double variance;

	int first = opt_parse(&usage, &opt, argc, argv);
	if (argc - first > 1)
		opt_bad(&usage, "one file only", argv[first + 1]);
	check(&opt);
	rec_file(&r, first < argc ? argv[first] : "-");
	struct trials t = read_trials(&r, &header);
	int n = count(&t, &variance);
	double best = deflated_sharpe_expected_maximum(isnan(opt.variance) ? variance : opt.variance,
	    isnan(opt.trials) ? n : opt.trials);
	out_open(&o, 1, "stdout");
	out_bytes(&o, header.p, header.n);
	out_str(&o, ",expected_max_sharpe,deflated_sharpe\n");
	for (int i = 0; i < t.n; i++)
		print(&o, &t.v[i], best, opt.per_year);
	out_flush(&o);
	return 0;
}
