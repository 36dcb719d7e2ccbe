#include "base/shortest.h"

#include <stdbool.h>
#include <string.h>

/* floor(log10(2^e)), floor(log10(3/4 2^e)) and floor(log2(10^e)), for the exponents of doubles. */
static int
log10_pow2(int e)
{
	return (e * 1262611) >> 22;
}

static int
log10_three_quarters_pow2(int e)
{
	return (e * 1262611 - 524031) >> 22;
}

static int
log2_pow10(int e)
{
	return (e * 1741647) >> 19;
}

/* ---- 10^k to 128 bits, rounded up: made when first wanted, as prices want few of them ---- */

enum { LIMBS = 40, LEAST = -292, MOST = 324 };

struct pow10 {
	uint64_t hi, lo;
};

static void
times_ten(uint32_t *x)
{
	uint64_t carry = 0;

	for (int i = 0; i < LIMBS; i++) {
		carry += (uint64_t)x[i] * 10;
		x[i] = (uint32_t)carry;
		carry >>= 32;
	}
}

static void
over_ten(uint32_t *x)
{
	uint64_t rest = 0;

	for (int i = LIMBS - 1; i >= 0; i--) {
		rest = rest << 32 | x[i];
		x[i] = (uint32_t)(rest / 10);
		rest %= 10;
	}
}

static bool
bit(const uint32_t *x, int i)
{
	return i >= 0 && x[i / 32] >> i % 32 & 1;
}

/* The highest 128 bits of x, one more in the last place when lower ones are set or it was cut before. */
static struct pow10
top(const uint32_t *x, bool cut)
{
	struct pow10 p = { 0, 0 };
	int high = LIMBS * 32 - 1;

	while (!bit(x, high))
		high--;
	for (int i = 0; i < 64; i++) {
		p.hi = p.hi << 1 | bit(x, high - i);
		p.lo = p.lo << 1 | bit(x, high - 64 - i);
	}
	for (int i = high - 128; i >= 0; i--)
		cut |= bit(x, i);
	p.lo += cut;
	p.hi += cut && p.lo == 0;
	return p;
}

static __attribute__((noinline, cold)) struct pow10
make_pow10(int k)
{
	uint32_t x[LIMBS] = { 0 };

	if (k >= 0) {
		x[0] = 1;
		for (int i = 0; i < k; i++)
			times_ten(x);
		return top(x, false);
	}
	x[LIMBS - 1] = (uint32_t)1 << 31; /* 2^1279 over 10^292 leaves over 300 bits */
	for (int i = 0; i < -k; i++)
		over_ten(x);
	return top(x, true);
}

static struct pow10
pow10_of(int k)
{
	static struct pow10 made[MOST - LEAST + 1];
	struct pow10 *p = &made[k - LEAST];

	if (p->hi == 0)
		*p = make_pow10(k);
	return *p;
}

/* ---- Schubfach ---- */

/* The product's top bits, its last bit set when anything was cut off. */
static uint64_t
round_to_odd(struct pow10 g, uint64_t c)
{
	unsigned __int128 x = (unsigned __int128)g.lo * c, y = (unsigned __int128)g.hi * c;

	y += (uint64_t)(x >> 64);
	return (uint64_t)(y >> 64) | ((uint64_t)y > 1);
}

/* Of v = c 2^q; uneven: the gap below it is half the one above. */
static __attribute__((noinline)) struct shortest_decimal
exact(uint64_t c, int q, bool uneven)
{
	bool odd = c & 1;
	int k = uneven ? log10_three_quarters_pow2(q) : log10_pow2(q);
	int h = q + log2_pow10(-k) + 1;
	struct pow10 g = pow10_of(-k);
	uint64_t below = round_to_odd(g, (4 * c - 2 + uneven) << h) + odd;
	uint64_t at = round_to_odd(g, 4 * c << h);
	uint64_t above = round_to_odd(g, (4 * c + 2) << h) - odd;
	uint64_t s = at / 4;
	if (s >= 10) { /* a digit fewer? */
		uint64_t t = s / 10;
		bool down = below <= 40 * t, up = 40 * t + 40 <= above;
		if (down != up)
			return (struct shortest_decimal){ t + up, k + 1 };
	}
	bool down = below <= 4 * s, up = 4 * s + 4 <= above;
	if (down == up)
		up = at > 4 * s + 2 || (at == 4 * s + 2 && (s & 1));
	return (struct shortest_decimal){ s + up, k };
}

/* Are the two so near that the bits cut off could decide which is the larger? */
static bool
near(uint64_t a, uint64_t b)
{
	return a - b + 4 <= 8;
}

/*
 * Nearly always the first 64 bits decide: v is s 10^k and a rest, and any number less than
 * `half` away reads back as v. That is half a unit of s to five, so the nearer of s and s + 1
 * does, and of the multiples of ten just one or none. Without branches, as which one it is
 * can't be foreseen. Fractions of a unit have 60 bits here.
 */
struct shortest_decimal
shortest(double v)
{
	const uint64_t one = (uint64_t)1 << 60;
	uint64_t bits;

	memcpy(&bits, &v, sizeof bits);
	uint64_t fraction = bits & (((uint64_t)1 << 52) - 1), power = bits >> 52 & 2047, c = fraction | (uint64_t)1 << 52;
	int q = (int)power - 1075, k = log10_pow2(q), h = q + log2_pow10(-k) + 1;
	if (power == 0)
		return exact(fraction, -1074, false);
	if (fraction == 0)
		return exact(c, q, power > 1);
	struct pow10 g = pow10_of(-k);
	unsigned __int128 at = (unsigned __int128)g.hi * (4 * c << h) + (uint64_t)((unsigned __int128)g.lo * (4 * c << h) >> 64);
	uint64_t s = (uint64_t)(at >> 66), ten = s / 10 * 10;
	uint64_t rest = (uint64_t)(at >> 6) & (one - 1), over_ten = (s - ten) * one + rest, half = g.hi >> (5 - h);
	if (near(rest, one / 2) | near(over_ten, half) | near(10 * one - over_ten, half))
		return exact(c, q, false);
	bool up = 10 * one - over_ten < half;
	uint64_t use_ten = -(uint64_t)((over_ten < half) | up);
	return (struct shortest_decimal){ (use_ten & (ten + up * 10)) | (~use_ten & (s + (rest >= one / 2))), k };
}
