/*
 * st-chain - run filters behind one another in one process
 *
 *   $ printf 'time,instrument,adjusted\n2020-01-01,GOLD,1\n2020-01-02,GOLD,2\n' | st-chain st-vol then st-vol --column=vol2
 *   time,instrument,adjusted,vol,vol2
 *   2020-01-01,GOLD,1,,
 *   2020-01-02,GOLD,2,,
 *
 * `st-chain st-a then st-b` writes the bytes that `st-a | st-b` does, but a number
 * goes from one filter to the next as the double it is, and is printed once.
 */
#include <stdio.h>
#include <string.h>

#include "stream/chain.h"

/* Every FILTER_MAIN linked in has put its filter into this section. */
extern const struct filter *const __start_st_filters[], *const __stop_st_filters[];

static const struct opt opts[] = { { 0, NULL, NULL, NULL, O_FLAG, 0 } };
static const struct opt_usage usage = { "st-chain", "FILTER [option ...] [then FILTER [option ...]] ...",
	"run filters behind one another in one process", opts };

int
main(int argc, char **argv)
{
	int i = opt_parse_before_command(&usage, NULL, argc, argv);
	if (i >= argc)
		opt_bad(&usage, "name the filters", "");
	return chain_main(__start_st_filters, (int)(__stop_st_filters - __start_st_filters), argc - i, argv + i);
}
