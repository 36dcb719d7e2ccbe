/*
 * st-select - the instruments that an account of a size should trade, in the order of their use
 *
 *   $ printf 'instrument,other,correlation\nCORN,DAX,0.1\nCORN,GOLD,0.2\nDAX,GOLD,0.1\n' >rho
 *   $ printf 'instrument,position,cost\nCORN,40,0.05\nDAX,30,0.03\nGOLD,6,0.02\n' | st-select --correlation=rho
 *   instrument,sharpe
 *   CORN,0.41875
 *   DAX,0.5617395798495818
 */
#include <math.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "config/config.h"
#include "data/instruments.h"
#include "position/selection.h"
#include "stream/table.h"

struct options {
	const char *config, *correlation;
};

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	{ 0, "correlation", "FILE", "table of the instruments' correlations: instrument,other,correlation (required)", O_STR, AT(correlation) },
	{ 0, "config", "FILE", "config of st-config: instruments that it keeps out of trading are not added", O_STR, AT(config) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-select", "[FILE]",
	"the instruments that an account of a size should trade, in the order of their use", opts };

struct input {
	struct names codes;
	double *position, *cost, *correlation;
	bool *barred;
};

/* A number that must be there. */
static double
number(const struct table *t, int row, int column)
{
	double x = table_num(t, row, column);

	if (isnan(x))
		die("%s: column '%s' is empty", table_place(t, row), t->column.name[column]);
	return x;
}

static struct input
read_instruments(const char *path)
{
	struct table t = table_read(path);
	int code = table_column(&t, "instrument"), position = table_column(&t, "position"), cost = table_column(&t, "cost");
	size_t n = (size_t)t.n;
	struct input in = { .position = mem_alloc(n, sizeof(double)), .cost = mem_alloc(n, sizeof(double)),
		.correlation = mem_alloc(n * n, sizeof(double)), .barred = mem_alloc(n, sizeof(bool)) };

	for (int i = 0; i < t.n; i++) {
		if (names_put(&in.codes, slice_of(table_text(&t, i, code))) != i)
			die("%s: '%.80s' twice", table_place(&t, i), table_text(&t, i, code));
		in.position[i] = fabs(number(&t, i, position));
		in.cost[i] = number(&t, i, cost);
	}
	return in;
}

/* Pairs of instruments that are not ours don't matter; of ours all must be there. */
static void
read_correlations(struct input *in, const char *path)
{
	struct table t = table_read(path);
	int a = table_column(&t, "instrument"), b = table_column(&t, "other"), x = table_column(&t, "correlation"), n = in->codes.n;

	for (int i = 0; i < n * n; i++)
		in->correlation[i] = i % (n + 1) ? NAN : 1;
	for (int row = 0; row < t.n; row++) {
		int i = names_get(&in->codes, slice_of(table_text(&t, row, a))), j = names_get(&in->codes, slice_of(table_text(&t, row, b)));
		double rho = number(&t, row, x);
		if (!(rho >= -1.000001 && rho <= 1.000001))
			die("%s: column 'correlation' is not -1 to 1", table_place(&t, row));
		if (i >= 0 && j >= 0 && i != j)
			in->correlation[i * n + j] = in->correlation[j * n + i] = rho;
	}
	for (int i = 0; i < n * n; i++)
		if (isnan(in->correlation[i]))
			die("%s: no correlation of '%.80s' and '%.80s'", path, in->codes.name[i % n], in->codes.name[i / n]);
}

static void
bar(struct input *in, const char *config)
{
	struct config c = config_load(config);
	struct names out = instruments_not_trading(&c);

	for (int i = 0; i < in->codes.n; i++)
		in->barred[i] = names_get(&out, slice_of(in->codes.name[i])) >= 0;
}

static void
print(const struct input *in)
{
	int n = in->codes.n, *order = mem_alloc((size_t)n, sizeof *order);
	double *sharpe = mem_alloc((size_t)n, sizeof *sharpe);
	struct selection_candidates c = { n, in->correlation, in->position, in->cost, in->barred };
	static struct out o;

	n = selection(&c, order, sharpe);
	out_open(&o, STDOUT_FILENO, "stdout");
	out_str(&o, "instrument,sharpe\n");
	for (int i = 0; i < n; i++) {
		out_field(&o, slice_of(in->codes.name[order[i]]));
		out_char(&o, ',');
		out_num(&o, sharpe[i]);
		out_char(&o, '\n');
	}
	out_flush(&o);
}

int
main(int argc, char **argv)
{
	struct options opt = { NULL };

	int i = opt_parse(&usage, &opt, argc, argv);
	if (argc - i > 1)
		opt_bad(&usage, "one file at most", argv[i + 1]);
	if (!opt.correlation)
		die("option --correlation is required; see st-select --help");
	struct input in = read_instruments(i < argc ? argv[i] : "-");
	read_correlations(&in, opt.correlation);
	if (opt.config)
		bar(&in, opt.config);
	print(&in);
	return 0;
}
