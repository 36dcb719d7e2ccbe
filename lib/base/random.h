/*
 * random - seeded random numbers, the same on every machine
 *
 * xoshiro256** (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number
 * generators", 2018), its state filled by splitmix64. Only + - * / and sqrt are
 * used on the way to a normal deviate: a libm may round its log either way.
 */
#ifndef ST_BASE_RANDOM_H
#define ST_BASE_RANDOM_H

#include <stdbool.h>
#include <stdint.h>

struct random {
	uint64_t s[4];
};

/* The stream that belongs to a seed, a name and an index: each triple has its own. */
struct random random_of(uint64_t seed, const char *name, uint64_t index);

uint64_t random_bits(struct random *r);
double random_uniform(struct random *r);          /* in [0, 1), 53 bits */
bool random_chance(struct random *r, double p);   /* true with probability p */
double random_normal(struct random *r);           /* mean 0, standard deviation 1 */

#endif
