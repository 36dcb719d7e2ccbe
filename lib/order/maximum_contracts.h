/*
 * maximum_contracts - the largest position, either way, that an optimisation of all instruments may give one
 *
 * What is held and what its limits leave beside it (position_limit_spare_both, which is below zero where a limit is
 * passed: pysystemtrade takes that for room); nothing under an override that closes.
 */
#ifndef ST_ORDER_MAXIMUM_CONTRACTS_H
#define ST_ORDER_MAXIMUM_CONTRACTS_H

#include <stdint.h>

int64_t maximum_contracts(int64_t held, int64_t spare, double override);

#endif
