#include "base/random.h"

#include <math.h>

static uint64_t
splitmix(uint64_t *x)
{
	uint64_t z = *x += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

struct random
random_of(uint64_t seed, const char *name, uint64_t index)
{
	struct random r;
	uint64_t x = splitmix(&seed);

	for (; *name; name++) {
		x ^= (unsigned char)*name;
		x = splitmix(&x);
	}
	x ^= index;
	for (int i = 0; i < 4; i++)
		r.s[i] = splitmix(&x);
	return r;
}

static uint64_t
rotate(uint64_t x, int k)
{
	return x << k | x >> (64 - k);
}

uint64_t
random_bits(struct random *r)
{
	uint64_t *s = r->s, result = rotate(s[1] * 5, 7) * 9, t = s[1] << 17;

	s[2] ^= s[0];
	s[3] ^= s[1];
	s[1] ^= s[2];
	s[0] ^= s[3];
	s[2] ^= t;
	s[3] = rotate(s[3], 45);
	return result;
}

double
random_uniform(struct random *r)
{
	return (double)(random_bits(r) >> 11) / 9007199254740992.0;
}

bool
random_chance(struct random *r, double p)
{
	return random_uniform(r) < p;
}

/*
 * The natural logarithm of x > 0, good to a few units in the last place:
 * x = m 2^e with m near 1, ln m = 2 (t + t^3/3 + t^5/5 + …), t = (m-1)/(m+1).
 */
static double
ln(double x)
{
	int e;
	double m = frexp(x, &e), sum = 0;

	if (m < 0.70710678118654752) {
		m *= 2;
		e--;
	}
	double t = (m - 1) / (m + 1), tt = t * t;
	for (int k = 21; k > 0; k -= 2)
		sum = sum * tt + 1.0 / k;
	return 2 * t * sum + e * 0.69314718055994531;
}

/* G. Marsaglia's polar method; the second deviate of the pair isn't kept, so that a stream has no hidden state. */
double
random_normal(struct random *r)
{
	double u, v, s;

	do {
		u = 2 * random_uniform(r) - 1;
		v = 2 * random_uniform(r) - 1;
		s = u * u + v * v;
	} while (s >= 1 || s <= 0);
	return u * sqrt(-2 * ln(s) / s);
}
