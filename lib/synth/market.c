#include "synth/market.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/num.h"
#include "roll/cycle.h"
#include "time/date.h"
#include "time/year.h"

/* ---- the invented world ---- */

/* name, vol, drift, revert, world, slope_vol */
static const struct price_walk_class equity = { "Equity", .17, .07, 0, .6, .01 };
static const struct price_walk_class sector = { "Sector", .22, .06, 0, .6, .01 };
static const struct price_walk_class bond = { "Bond", .06, .01, .3, -.2, .01 };
static const struct price_walk_class ags = { "Ags", .25, .01, .4, .1, .06 };
static const struct price_walk_class oilgas = { "OilGas", .33, .02, .5, .3, .08 };
static const struct price_walk_class metals = { "Metals", .22, .03, .2, .3, .02 };
static const struct price_walk_class housing = { "Housing", .08, .02, .2, .2, .02 };
static const struct price_walk_class vol = { "Vol", .8, 0, 6, -.6, .3 };
static const struct price_walk_class stir = { "STIR", .007, 0, .5, -.2, .003 };
static const struct price_walk_class other = { "Other", .3, 0, .5, .1, .1 };
const struct price_walk_class market_fx = { "FX", .10, 0, .3, .2, .01 };

static const struct market_currency usd = { "USD", 1, 1, 2.1, 0, 0, 10, 20, { 101, 704, 1225 } };
static const struct market_currency eur = { "EUR", 1.2, 100000, 1.6, 0, 0, 8, 17, { 101, 501, 1225, 1226 } };
static const struct market_currency gbp = { "GBP", 1.6, 100000, 1.5, 0, 3, 8, 16, { 101, 828, 1225, 1226 } };
static const struct market_currency jpy = { "JPY", .009, 10000000, 0, .00004, 0, 0, 6, { 101, 102, 103, 505, 1123 } };

const struct market_currency *const market_currencies[] = { &usd, &eur, &gbp, &jpy, NULL };

/* Cycles. */
enum { F = 1, G = 2, H = 4, J = 8, K = 16, M = 32, N = 64, Q = 128, U = 256, V = 512, X = 1024, Z = 2048 };
enum { HMUZ = H | M | U | Z, HKNUZ = H | K | N | U | Z, MONTHLY = 4095 };

/* as struct market has it: level, tick, ticks, point; hold, priced; roll, carry, expiry; slope, season */
static const struct market markets[] = {
	{ "EQ_NORTH", &equity, &usd, 1500, 1, 4, 50, HMUZ, HMUZ, -5, 1, 17, .02, 0, true },
	{ "BOND_LONG", &bond, &usd, 125, 1, 64, 1000, HMUZ, HMUZ, -20, 1, 18, -.02, 0, true },
	{ "OIL_LIGHT", &oilgas, &usd, 60, 1, 100, 1000, MONTHLY, MONTHLY, -28, -1, 19, -.12, 0, true },
	{ "GRAIN_HARD", &ags, &usd, 450, 1, 4, 50, Z, HKNUZ, -60, -1, 14, .04, -.06, false },
	{ "EQ_SOUTH", &equity, &eur, 2800, 1, 1, 10, HMUZ, HMUZ, -6, 1, 17, .01, 0, true },
	{ "VOL_NORTH", &vol, &usd, 18, 1, 20, 1000, MONTHLY, MONTHLY, -10, 1, 15, .35, 0, false },
	{ "FX_EAST", &market_fx, &usd, .9, 1, 10000, 100000, HMUZ, HMUZ, -7, 1, 17, .01, 0, false },
	{ "BOND_EAST", &bond, &jpy, 140, 1, 100, 100000, HMUZ, HMUZ, -15, 1, 18, -.01, 0, true },
	{ "METAL_RED", &metals, &usd, 2.5, 1, 2000, 25000, HKNUZ, HKNUZ, -35, 1, 26, .01, 0, false },
	{ "EQ_ISLE", &equity, &gbp, 5500, 1, 2, 10, HMUZ, HMUZ, -5, 1, 17, .01, 0, true },
	{ "RATE_SHORT", &stir, &usd, 97, 1, 200, 2500, HMUZ, HMUZ, -400, -1, 18, -.005, 0, false },
	{ "GAS_WINTER", &oilgas, &usd, 4, 1, 1000, 10000, MONTHLY, MONTHLY, -12, 1, -4, .08, .12, true },
	{ "EQ_EAST", &equity, &jpy, 15000, 5, 1, 1000, HMUZ, HMUZ, -8, 1, 10, .01, 0, false },
	{ "BOND_SOUTH", &bond, &eur, 130, 1, 100, 1000, HMUZ, HMUZ, -10, 1, 9, -.02, 0, true },
	{ "FX_ISLE", &market_fx, &usd, 1.5, 1, 10000, 62500, HMUZ, HMUZ, -7, 1, 17, 0, 0, false },
	{ "MEAT_LEAN", &ags, &usd, 80, 1, 40, 400, G | J | M | Q | V | Z, G | J | K | M | N | Q | V | Z, -30, 1, 12, .03, -.08, false },
	{ "METAL_WHITE", &metals, &usd, 18, 1, 200, 5000, HKNUZ, HKNUZ, -40, 1, 26, .02, 0, true },
	{ "BEAN_DARK", &ags, &usd, 130, 1, 20, 375, HKNUZ, HKNUZ, -30, 1, 18, .08, 0, false },
	{ "SECTOR_BANK", &sector, &eur, 150, 1, 20, 50, HMUZ, HMUZ, -6, 1, 17, .01, 0, false },
	{ "HOUSE_CITY", &housing, &usd, 250, 1, 5, 250, G | K | Q | X, G | K | Q | X, -12, 1, 25, .02, 0, false },
	{ "RATE_SOUTH", &stir, &eur, 98, 1, 200, 2500, HMUZ, HMUZ, -300, -1, 16, -.004, 0, false },
	{ "VOL_SOUTH", &vol, &eur, 20, 1, 20, 100, F | H | K | N | U | X, MONTHLY, -15, -1, 18, .3, 0, true },
	{ "OIL_HEAVY", &oilgas, &gbp, 45, 1, 100, 1000, HMUZ, MONTHLY, -30, -1, 14, -.05, 0, false },
	{ "POWER_GRID", &other, &eur, 50, 1, 100, 700, MONTHLY, MONTHLY, -8, 1, -2, .05, .15, false },
};

enum { MARKETS = sizeof markets / sizeof *markets };

const struct market *
market_at(int i)
{
	return &markets[i % MARKETS];
}

const char *
market_code(int i)
{
	static char code[64];
	const char *name = markets[i % MARKETS].code;

	if (i < MARKETS)
		snprintf(code, sizeof code, "%s", name);
	else
		snprintf(code, sizeof code, "%s%d", name, i / MARKETS + 1);
	return code;
}

bool
market_holiday(const struct market_currency *c, int day)
{
	int y, m, d;

	date_civil(day, &y, &m, &d);
	for (const int *h = c->holidays; *h; h++)
		if (*h == m * 100 + d)
			return true;
	return false;
}

/* ---- contracts ---- */

int
market_expiry(const struct market *m, int contract)
{
	return contract_day(contract) + m->expiry;
}

int
market_roll(const struct market *m, int contract)
{
	return market_expiry(m, contract) + m->roll;
}

int
market_held(const struct market *m, int day)
{
	int y, month, d;

	date_civil(day - 62, &y, &month, &d);
	int held = cycle_next(m->hold, contract_id(y, month)); /* one that may have expired */
	while (market_roll(m, held) <= day)
		held = cycle_next(m->hold, held);
	return held;
}

/* ---- prices ---- */

/* One division, so that it prints short. */
double
market_tick(double price, int tick, int per_one)
{
	double n = floor(price * per_one / tick + .5);

	return (n < 1 ? 1 : n) * tick / per_one;
}

double
market_price(const struct market *m, double spot, double slope, int day, int contract)
{
	/* The year as the cosine has it, its top in January. */
	static const double season[] = { 1, .866, .5, 0, -.5, -.866, -1, -.866, -.5, 0, .5, .866 };
	double years = (market_expiry(m, contract) - day) / CALENDAR_DAYS_IN_YEAR, curve = 1 + slope * years;
	double premium = 1 + m->season * season[contract / 100 % 100 - 1];

	if (years < 0)
		return num_missing();
	return market_tick(spot * (curve > .2 ? curve : .2) * premium, m->tick, m->ticks);
}
