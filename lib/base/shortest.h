/*
 * shortest - the shortest decimal digits that read back as a double
 *
 * R. Giulietti, "The Schubfach way to render doubles", 2020. In place of the C++
 * library's to_chars, against which it is tested, as printing numbers is what most
 * of a backtest's time goes into and this takes a third of the time.
 */
#ifndef ST_BASE_SHORTEST_H
#define ST_BASE_SHORTEST_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct shortest_decimal {
	uint64_t digits;  /* at most 17 of them; trailing zeros are possible */
	int exponent;     /* value = digits * 10^exponent */
};

/* x must be finite and above zero. */
struct shortest_decimal shortest(double x);

#ifdef __cplusplus
}
#endif

#endif
