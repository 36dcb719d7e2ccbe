/* num - decimal text to double and back, losing nothing either way */
#ifndef ST_BASE_NUM_H
#define ST_BASE_NUM_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

enum { NUM_MAX = 40 }; /* bytes that num_print may write, those behind its result included */

#ifdef __cplusplus
extern "C" {
#endif

/*
 * Read all n bytes at p as one decimal number ([+-]digits[.digits][e[+-]digits]),
 * correctly rounded, into *x. False, *x untouched, on anything else: no white
 * space, hexadecimal, `nan` or `inf`, nothing that overflows or that would
 * become 0 without being it (1e-400). Digits may be missing on one side of the
 * point. A leading zero does not mean octal.
 */
bool num_parse(const char *p, size_t n, double *x);

/* Would num_parse take it, but for its size? In a third of the time, where the value isn't wanted. */
bool num_check(const char *p, size_t n);

/*
 * As num_parse, but rounded as pandas' CSV reader does: 17 digits gathered in a double,
 * then one multiplication or division, which can be an ulp off. For runs that
 * must agree with the reference even in sums that cancel to nothing.
 */
bool num_parse_pandas(const char *p, size_t n, double *x);

/*
 * Write the shortest decimal that reads back as x, in the form of Python's
 * repr (284.0, 1e-05, 1e+16, -0.0), without a NUL; the number of bytes written.
 * A NaN writes nothing (missing); x must not be infinite.
 */
size_t num_print(char *buf, double x);

/* As num_print for a whole number, without the ".0"; |x| must be below 1e15. */
size_t num_print_int(char *buf, double x);

#ifdef __cplusplus
}
#endif

/* Missing. */
static inline double
num_missing(void)
{
	return NAN;
}

#endif
