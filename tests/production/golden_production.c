/*
 * golden-production - do orders, stacks and capital agree with golden traces of production?
 *
 * FOLDER has traces by kind, of other programs than this one. A line a file with how many cases agree, the first few
 * that don't named, and what is not compared; at the end `N passed, N failed`. Exit 1 when one failed, 2 when there is
 * nothing to compare.
 */
#include "base/die.h"
#include "base/prog.h"
#include "golden.h"

static const struct {
	const char *file;
	golden_kind *compare; /* NULL: of what this house has no part of yet */
} kinds[] = {
	{ "functions/auto_limits.csv", golden_auto_limits },
	{ "functions/buffered_trade.csv", golden_buffered_trade },
	{ "functions/capital.ndjson", golden_capital },
	{ "functions/capital_gate.csv", golden_capital_gate },
	{ "functions/fill_fits.csv", golden_fill_fits },
	{ "functions/override_apply.csv", golden_override_apply },
	{ "functions/override_combine.csv", golden_override_combine },
	{ "functions/override_sources.csv", golden_override_sources },
	{ "functions/passive_split.csv", golden_passive_split },
	{ "functions/position_limit.csv", golden_position_limit },
	{ "functions/position_limit_both.csv", golden_position_limit_both },
	{ "functions/resize.csv", golden_resize },
	{ "functions/roll_states.csv", golden_roll_states },
	{ "functions/slippage.csv", NULL },
	{ "functions/spread_price.csv", golden_spread_price },
	{ "functions/tick.csv", NULL },
	{ "functions/tick_average_spread.csv", NULL },
	{ "functions/trade_limits.ndjson", golden_trade_limits },
	{ "dynamic/maximum_contracts.csv", golden_maximum_contracts },
	{ "dynamic/problems.ndjson", golden_problems },
	{ "orders/generator.ndjson", golden_generator },
	{ "orders/lives.ndjson", NULL },
	{ "orders/stack_ops.ndjson", golden_stack_ops },
	{ "rolls/rolls.ndjson", golden_rolls },
	{ "algos/algo_traces.ndjson", NULL },
	{ "reports/pandl.ndjson", NULL },
	{ "reports/risk.ndjson", NULL },
	{ "reports/slippage_estimate.csv", NULL },
};

int
main(int argc, char **argv)
{
	struct golden g = { 0 };

	prog = "golden-production";
	if (argc != 2)
		die("one folder is wanted");
	g.folder = argv[1];
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (!golden_open(&g, kinds[i].file))
			continue;
		if (!kinds[i].compare) {
			printf("%s: skipped, nothing to compare it with yet\n", kinds[i].file);
			continue;
		}
		kinds[i].compare(&g);
		golden_close(&g);
	}
	if (g.passed + g.failed == 0)
		die("%s: nothing to compare", g.folder);
	printf("%ld passed, %ld failed\n", g.passed, g.failed);
	return g.failed > 0;
}
