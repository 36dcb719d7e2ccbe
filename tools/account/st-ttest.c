/*
 * st-ttest - do two accounts earn differently? Student's paired test of their returns, each over its own deviation
 *
 *   $ printf 'time,net_percent\n2021-01-04,1\n2021-01-05,-1\n2021-01-06,3\n2021-01-07,0\n2021-01-08,2\n' >one
 *   $ printf 'time,net_percent\n2021-01-04,1\n2021-01-05,0\n2021-01-06,1\n2021-01-07,1\n2021-01-08,0\n' >other
 *   $ st-ttest one other
 *   periods,difference,t_stat,p_value
 *   4,-0.36754446796632423,-0.5443770267566119,0.62403720273373
 *
 * The curves are cumulated and compared where both have a period (pysystemtrade, account_test).
 */
#include <math.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "maths/student.h"
#include "stream/rec.h"
#include "time/stamp.h"

struct options {
	const char *column;
};

static const struct opt opts[] = {
	{ 0, "column", "NAME", "the returns (default net_percent)", O_STR, offsetof(struct options, column) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-ttest", "FILE FILE",
	"do two accounts earn differently? Student's paired test of their returns, each over its own deviation", opts };

/* An account's cumulated returns; NaN where a period has none. */
struct curve {
	int64_t *t;
	double *sum;
	int n, room;
};

static struct curve
read_curve(const char *path, const char *column)
{
	struct curve c = { .n = 0 };
	struct rec r;
	double sum = 0;

	rec_file(&r, path);
	rec_header(&r);
	int time = rec_need(&r, "time"), value = rec_need(&r, column);
	while (rec_next(&r)) {
		if (c.n == c.room) {
			c.room = c.room ? 2 * c.room : 4096;
			c.t = mem_grow(c.t, (size_t)c.room, sizeof *c.t);
			c.sum = mem_grow(c.sum, (size_t)c.room, sizeof *c.sum);
		}
		if (!stamp_parse(r.f[time], &c.t[c.n]))
			die("%s:%ld: column 'time': not a time: \"%.*s\"", r.name, r.line, SLICE(r.f[time]));
		if (c.n && c.t[c.n] <= c.t[c.n - 1])
			die("%s:%ld: column 'time': time does not increase: \"%.*s\"", r.name, r.line, SLICE(r.f[time]));
		double x = rec_num(&r, value, column);
		sum += isnan(x) ? 0 : x;
		c.sum[c.n++] = isnan(x) ? NAN : sum;
	}
	rec_close(&r);
	return c;
}

/* The returns from one time that both have to the next, where both are known: how many; they replace the sums. */
static int
align(struct curve *a, struct curve *b)
{
	double before_a = NAN, before_b = NAN;
	int n = 0;

	for (int i = 0, j = 0; i < a->n && j < b->n;) {
		if (a->t[i] != b->t[j]) {
			if (a->t[i] < b->t[j])
				i++;
			else
				j++;
			continue;
		}
		double x = a->sum[i] - before_a, y = b->sum[j] - before_b;
		before_a = a->sum[i++];
		before_b = b->sum[j++];
		if (isnan(x) || isnan(y))
			continue;
		a->sum[n] = x;
		b->sum[n++] = y;
	}
	return n;
}

static double
mean_of(const double *x, int n)
{
	double sum = 0;

	for (int i = 0; i < n; i++)
		sum += x[i];
	return sum / n;
}

static double
deviation_of(const double *x, int n, int lost)
{
	double mean = mean_of(x, n), squares = 0;

	for (int i = 0; i < n; i++)
		squares += (x[i] - mean) * (x[i] - mean);
	return sqrt(squares / (n - lost));
}

static void
scale(double *x, int n)
{
	double deviation = deviation_of(x, n, 0);

	for (int i = 0; i < n; i++)
		x[i] /= deviation;
}

/* One figure; what is infinite does not exist. */
static void
print(struct out *o, double x)
{
	out_char(o, ',');
	out_num(o, isinf(x) ? NAN : x);
}

int
main(int argc, char **argv)
{
	struct options opt = { .column = "net_percent" };
	static struct out o;

	int first = opt_parse(&usage, &opt, argc, argv);
	if (argc - first != 2)
		die("two accounts are wanted; see st-ttest --help");
	struct curve a = read_curve(argv[first], opt.column), b = read_curve(argv[first + 1], opt.column);
	int n = align(&a, &b);
	scale(a.sum, n);
	scale(b.sum, n);
	double difference = mean_of(a.sum, n) - mean_of(b.sum, n);
	for (int i = 0; i < n; i++)
		a.sum[i] -= b.sum[i];
	double t = mean_of(a.sum, n) / (deviation_of(a.sum, n, 1) / sqrt(n));
	out_open(&o, 1, "stdout");
	out_str(&o, "periods,difference,t_stat,p_value\n");
	out_int(&o, n);
	print(&o, n ? difference : NAN);
	print(&o, n > 1 ? t : NAN);
	print(&o, n > 1 ? student_p_value(isinf(t) ? NAN : t, n - 1) : NAN);
	out_char(&o, '\n');
	out_flush(&o);
	return 0;
}
