/* chapter15 - what weights are fitted to in pysystemtrade's estimated chapter-15 system: its last fit, of carry and three ewmac */
#ifndef ST_TEST_CHAPTER15_H
#define ST_TEST_CHAPTER15_H

enum { N = 4 };
static const double correlation[N * N] = {
	1, .2003968434, .3505414521, .5215188410,
	.2003968434, 1, .8861877837, .6322926855,
	.3505414521, .8861877837, 1, .8867733268,
	.5215188410, .6322926855, .8867733268, 1,
};
static const double mean[N] = { 10796.291296355352, 8490.033856162261, 10079.895429017255, 7535.158232975575 };
static const double stdev[N] = { 58975.088713218065, 62222.57023734182, 60888.85712438266, 60836.67086264942 };

#endif
