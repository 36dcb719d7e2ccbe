/*
 * st-synth - write a data folder of invented futures markets, from a seed
 *
 *   $ st-synth --seed=1 --instruments=2 --years=1 -o data && head -n 2 data/multiple_prices_csv/EQ_NORTH.csv
 *   DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT
 *   2000-01-03 23:00:00,1464.25,20000600,1457.25,20000300,1464.25,20000600
 *
 * A market's spot price walks from business day to business day: a trend that
 * comes and goes, a volatility that changes its regime, a shock that is partly
 * the world's and its asset class's, now and then a jump. A contract costs
 *
 *   spot * (1 + slope * years to expiry) * (1 + season of its month)
 *
 * to the nearest tick. What is drawn for a market depends on the seed, the start
 * and its code alone: more instruments or more years leave its closes as they were.
 */
#include <dirent.h>
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "date.h"
#include "err.h"
#include "num.h"
#include "opt.h"
#include "out.h"
#include "random.h"

/* ---- the invented world ---- */

struct class {
	const char *name;
	double vol, drift, revert;  /* a year, as fractions of the price; revert: pull towards the first level */
	double world;               /* loading on the shock that all markets share */
	double slope_vol;           /* of the term structure's slope, a year */
};

enum { EQUITY, SECTOR, FX, BOND, AGS, OILGAS, METALS, HOUSING, VOL, STIR, OTHER };

static const struct class classes[] = {
	[EQUITY] = { "Equity", .17, .07, 0, .6, .01 },
	[SECTOR] = { "Sector", .22, .06, 0, .6, .01 },
	[FX] = { "FX", .10, 0, .3, .2, .01 },
	[BOND] = { "Bond", .06, .01, .3, -.2, .01 },
	[AGS] = { "Ags", .25, .01, .4, .1, .06 },
	[OILGAS] = { "OilGas", .33, .02, .5, .3, .08 },
	[METALS] = { "Metals", .22, .03, .2, .3, .02 },
	[HOUSING] = { "Housing", .08, .02, .2, .2, .02 },
	[VOL] = { "Vol", .8, 0, 6, -.6, .3 },
	[STIR] = { "STIR", .007, 0, .5, -.2, .003 },
	[OTHER] = { "Other", .3, 0, .5, .1, .1 },
};

struct currency {
	const char *code;
	double usd;                 /* at the start */
	int ticks;                  /* of the rate, in one */
	double per_block, percentage, per_trade; /* commission */
	int open, close;            /* hours of the rows within a day */
	int holidays[8];            /* month * 100 + day */
};

enum { USD, EUR, GBP, JPY, CURRENCIES };

static const struct currency currencies[] = {
	[USD] = { "USD", 1, 1, 2.1, 0, 0, 10, 20, { 101, 704, 1225 } },
	[EUR] = { "EUR", 1.2, 100000, 1.6, 0, 0, 8, 17, { 101, 501, 1225, 1226 } },
	[GBP] = { "GBP", 1.6, 100000, 1.5, 0, 3, 8, 16, { 101, 828, 1225, 1226 } },
	[JPY] = { "JPY", .009, 10000000, 0, .00004, 0, 0, 6, { 101, 102, 103, 505, 1123 } },
};

struct market {
	const char *code;
	int class, currency;
	double level;               /* of the first price */
	int tick, ticks;            /* the smallest move is tick / ticks */
	double point;               /* value of a move of one */
	const char *hold, *priced;  /* cycles of contract months */
	int roll, carry, expiry;    /* as in rollconfig.csv */
	double slope, season;       /* of the term structure, a year; the dearest month's premium */
	bool hourly;                /* rows within the day in the last quarter */
};

#define MONTHLY "FGHJKMNQUVXZ"

static const struct market markets[] = {
	{ "EQ_NORTH", EQUITY, USD, 1500, 1, 4, 50, "HMUZ", "HMUZ", -5, 1, 17, .02, 0, true },
	{ "BOND_LONG", BOND, USD, 125, 1, 64, 1000, "HMUZ", "HMUZ", -20, 1, 18, -.02, 0, true },
	{ "OIL_LIGHT", OILGAS, USD, 60, 1, 100, 1000, MONTHLY, MONTHLY, -28, -1, 19, -.12, 0, true },
	{ "GRAIN_HARD", AGS, USD, 450, 1, 4, 50, "Z", "HKNUZ", -60, -1, 14, .04, -.06, false },
	{ "EQ_SOUTH", EQUITY, EUR, 2800, 1, 1, 10, "HMUZ", "HMUZ", -6, 1, 17, .01, 0, true },
	{ "VOL_NORTH", VOL, USD, 18, 1, 20, 1000, MONTHLY, MONTHLY, -10, 1, 15, .35, 0, false },
	{ "FX_EAST", FX, USD, .9, 1, 10000, 100000, "HMUZ", "HMUZ", -7, 1, 17, .01, 0, false },
	{ "BOND_EAST", BOND, JPY, 140, 1, 100, 100000, "HMUZ", "HMUZ", -15, 1, 18, -.01, 0, true },
	{ "METAL_RED", METALS, USD, 2.5, 1, 2000, 25000, "HKNUZ", "HKNUZ", -35, 1, 26, .01, 0, false },
	{ "EQ_ISLE", EQUITY, GBP, 5500, 1, 2, 10, "HMUZ", "HMUZ", -5, 1, 17, .01, 0, true },
	{ "RATE_SHORT", STIR, USD, 97, 1, 200, 2500, "HMUZ", "HMUZ", -400, -1, 18, -.005, 0, false },
	{ "GAS_WINTER", OILGAS, USD, 4, 1, 1000, 10000, MONTHLY, MONTHLY, -12, 1, -4, .08, .12, true },
	{ "EQ_EAST", EQUITY, JPY, 15000, 5, 1, 1000, "HMUZ", "HMUZ", -8, 1, 10, .01, 0, false },
	{ "BOND_SOUTH", BOND, EUR, 130, 1, 100, 1000, "HMUZ", "HMUZ", -10, 1, 9, -.02, 0, true },
	{ "FX_ISLE", FX, USD, 1.5, 1, 10000, 62500, "HMUZ", "HMUZ", -7, 1, 17, 0, 0, false },
	{ "MEAT_LEAN", AGS, USD, 80, 1, 40, 400, "GJMQVZ", "GJKMNQVZ", -30, 1, 12, .03, -.08, false },
	{ "METAL_WHITE", METALS, USD, 18, 1, 200, 5000, "HKNUZ", "HKNUZ", -40, 1, 26, .02, 0, true },
	{ "BEAN_DARK", AGS, USD, 130, 1, 20, 375, "HKNUZ", "HKNUZ", -30, 1, 18, .08, 0, false },
	{ "SECTOR_BANK", SECTOR, EUR, 150, 1, 20, 50, "HMUZ", "HMUZ", -6, 1, 17, .01, 0, false },
	{ "HOUSE_CITY", HOUSING, USD, 250, 1, 5, 250, "GKQX", "GKQX", -12, 1, 25, .02, 0, false },
	{ "RATE_SOUTH", STIR, EUR, 98, 1, 200, 2500, "HMUZ", "HMUZ", -300, -1, 16, -.004, 0, false },
	{ "VOL_SOUTH", VOL, EUR, 20, 1, 20, 100, "FHKNUX", MONTHLY, -15, -1, 18, .3, 0, true },
	{ "OIL_HEAVY", OILGAS, GBP, 45, 1, 100, 1000, "HMUZ", MONTHLY, -30, -1, 14, -.05, 0, false },
	{ "POWER_GRID", OTHER, EUR, 50, 1, 100, 700, MONTHLY, MONTHLY, -8, 1, -2, .05, .15, false },
};

enum { MARKETS = sizeof markets / sizeof *markets };

/* ---- options ---- */

struct synth {
	int seed, instruments, years;
	const char *start, *dir;
	/* worked out */
	int first, last, later;     /* days: from, to (not included), where the newer sort of rows begins */
};

static const struct opt opts[] = {
	{ 0, "seed", "N", "what the numbers are drawn from (default 1)", O_INT, offsetof(struct synth, seed) },
	{ 0, "instruments", "K", "how many markets (default 10)", O_INT, offsetof(struct synth, instruments) },
	{ 0, "years", "Y", "how many years (default 20)", O_INT, offsetof(struct synth, years) },
	{ 0, "start", "DATE", "the first day (default 2000-01-03)", O_STR, offsetof(struct synth, start) },
	{ 'o', "output", "DIR", "the folder to make; it must be new or empty", O_STR, offsetof(struct synth, dir) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-synth", "", "write a data folder of invented futures markets, from a seed", opts };

/* ---- the walk of a spot price ---- */

struct walk {
	struct random r;
	const struct class *class;
	double price, level;
	double base, vol, vol_target; /* a year */
	int trend;                    /* -1, 0, 1 */
	double slope, slope_mean;
};

/* code is a name that no other walk has; the price starts near level. */
static struct walk
walk_of(int seed, const char *code, const struct class *c, double level, double slope)
{
	struct walk w = { .r = random_of((uint64_t)seed, code, 0), .class = c, .slope = slope, .slope_mean = slope };

	w.price = w.level = level * (1 + c->vol * (random_uniform(&w.r) - .5));
	w.base = w.vol = w.vol_target = c->vol * (.8 + .4 * random_uniform(&w.r));
	return w;
}

/* A change of regime every few months: of the trend, of the volatility. */
static void
walk_regime(struct walk *w)
{
	double u = random_uniform(&w->r), v = random_uniform(&w->r);

	if (u < 1 / 100.)
		w->trend = (int)(3 * v) - 1;
	else if (u > 1 - 1 / 90.)
		w->vol_target = w->base * (v < .35 ? .6 : v < .85 ? 1 : 2);
	w->vol += .1 * (w->vol_target - w->vol);
}

/* A shock of one standard deviation, part of it the same in every market, part in every one of the class. */
static double
walk_shock(struct walk *w, int seed, int day)
{
	struct random world = random_of((uint64_t)seed, "world", (uint64_t)day);
	struct random class = random_of((uint64_t)seed, w->class->name, (uint64_t)day);
	double a = w->class->world, b = .5;
	double shock = a * random_normal(&world) + b * random_normal(&class) +
	    sqrt(1 - a * a - b * b) * random_normal(&w->r);

	if (random_chance(&w->r, 1 / 300.))
		shock += (random_chance(&w->r, .5) ? 1 : -1) * (3 + 3 * random_uniform(&w->r));
	return shock;
}

/* On to the next business day; a year has 256 of them, its root is 16. */
static void
walk_next(struct walk *w, int seed, int day)
{
	const struct class *c = w->class;

	walk_regime(w);
	double daily = w->vol / 16;
	double pull = 2 * c->revert * (w->level - w->price) / (w->level + w->price);
	double move = (c->drift + pull) / 256 + .08 * daily * w->trend + daily * walk_shock(w, seed, day);
	w->price *= 1 + (move > -.5 ? move : -.5);
	w->slope += .004 * (w->slope_mean - w->slope) + c->slope_vol / 16 * random_normal(&w->r);
}

/* The nearest positive price that is a whole number of ticks: one division, so that it prints short. */
static double
ticks(double x, int tick, int per_one)
{
	double n = floor(x * per_one / tick + .5);

	return (n < 1 ? 1 : n) * tick / per_one;
}

static bool
is_holiday(const struct currency *c, int day)
{
	int y, m, d;

	date_civil(day, &y, &m, &d);
	for (const int *h = c->holidays; *h; h++)
		if (*h == m * 100 + d)
			return true;
	return false;
}

/* ---- contracts: a month is counted from January of the year 0 ---- */

static int
month_step(const char *cycle, int month, int by)
{
	do
		month += by;
	while (!strchr(cycle, MONTHLY[month % 12]));
	return month;
}

static int
expiry(const struct market *m, int month)
{
	return date_of(month / 12, month % 12 + 1, 1) + m->expiry;
}

/* What a contract costs when the spot does; missing once it has expired. */
static double
quote(const struct market *m, const struct walk *w, double spot, int day, int month)
{
	/* The year as the cosine has it, its top in January. */
	static const double season[] = { 1, .866, .5, 0, -.5, -.866, -1, -.866, -.5, 0, .5, .866 };
	double years = (expiry(m, month) - day) / 365.25, curve = 1 + w->slope * years;

	if (years < 0)
		return num_missing();
	return ticks(spot * (curve > .2 ? curve : .2) * (1 + m->season * season[month % 12]), m->tick, m->ticks);
}

/* ---- the rows of an instrument, and their stitch ---- */

struct point {
	int64_t stamp;
	double price;
	int rolls;                    /* before it */
};

/* One instrument's held prices, kept until the last roll is known. */
struct history {
	struct point *p;
	double *gap;                  /* forward less price on the row before each roll */
	size_t n, room;
	int rolls, held;              /* the contract of the last row */
	double last_gap;
};

struct series {
	const struct synth *o;
	const struct market *m;
	struct walk spot;
	struct random gaps, hours;    /* of missing closes; of all that happens within a day */
	int held, listed;             /* the contract month; the first day written */
	struct out *out;
	struct history *history;
};

static void
history_add(struct history *h, int64_t stamp, double price, double forward, int held)
{
	if (h->n == h->room) {
		h->room = h->room ? 2 * h->room : 8192;
		h->p = mem_grow(h->p, h->room, sizeof *h->p);
	}
	if (h->n && h->held != held) {
		h->gap = mem_grow(h->gap, (size_t)h->rolls + 1, sizeof *h->gap);
		h->gap[h->rolls++] = h->last_gap;
	}
	h->p[h->n++] = (struct point){ stamp, price, h->rolls };
	h->held = held;
	h->last_gap = forward - price;
}

static void
stamp_write(struct out *o, int64_t stamp)
{
	char buf[DATE_MAX];

	out_bytes(o, buf, stamp_print(buf, stamp));
}

static void
leg_write(struct out *o, double price, int month)
{
	char id[32];

	out_char(o, ',');
	out_num(o, price);
	out_bytes(o, id, (size_t)snprintf(id, sizeof id, ",%04d%02d00", month / 12, month % 12 + 1));
}

/* A row at `hour`; the chances are those of a leg not being there. */
static void
row_write(struct series *s, struct random *r, double spot, int day, int hour, double no_price, double no_other)
{
	const struct market *m = s->m;
	int carry_month = month_step(m->priced, s->held, m->carry), next_month = month_step(m->hold, s->held, 1);
	double carry = quote(m, &s->spot, spot, day, carry_month);
	double price = quote(m, &s->spot, spot, day, s->held);
	double forward = quote(m, &s->spot, spot, day, next_month);
	int64_t stamp = (int64_t)day * 86400 + hour * 3600;

	/* Always three draws, so that what follows doesn't depend on them. */
	carry = random_chance(r, no_other) ? num_missing() : carry;
	price = random_chance(r, no_price) ? num_missing() : price;
	forward = random_chance(r, no_other) ? num_missing() : forward;
	if (day < s->listed)
		return;
	stamp_write(s->out, stamp);
	leg_write(s->out, carry, carry_month);
	leg_write(s->out, price, s->held);
	leg_write(s->out, forward, next_month);
	out_char(s->out, '\n');
	history_add(s->history, stamp, price, forward, s->held);
}

/* The hours between two closes: a bridge from one to the other, with a row for most. */
static void
hours_write(struct series *s, double before, int day)
{
	const struct currency *c = &currencies[s->m->currency];
	double spot = before, noise = before * s->spot.vol / 16 / sqrt(c->close - c->open + 2);

	for (int hour = c->open; hour <= c->close; hour++) {
		int left = c->close - hour + 2;
		spot += (s->spot.price - spot) / left + noise * sqrt((left - 1.) / left) * random_normal(&s->hours);
		if (!random_chance(&s->hours, .1))
			row_write(s, &s->hours, spot, day, hour, .05, .6);
	}
}

/* A business day. On the day of a roll both prices are there, and the row too. */
static void
day_write(struct series *s, int day)
{
	double before = s->spot.price;
	bool rolls = day >= expiry(s->m, s->held) + s->m->roll;

	walk_next(&s->spot, s->o->seed, day);
	if (is_holiday(&currencies[s->m->currency], day))
		return;
	if (s->m->hourly && day >= s->o->later && day >= s->listed)
		hours_write(s, before, day);
	bool absent = random_chance(&s->gaps, .003);
	if (rolls || !absent)
		row_write(s, &s->gaps, s->spot.price, day, 23, rolls ? 0 : .005, rolls ? 0 : .04);
	if (rolls)
		s->held = month_step(s->m->hold, s->held, 1);
}

/*
 * The stitch: everything before a roll is shifted by its gap, oldest roll first.
 * Missing prices of the last contract are left out, as daily updates do.
 */
static void
adjusted_write(struct out *o, const struct history *h)
{
	out_str(o, "DATETIME,price\n");
	for (size_t i = 0; i < h->n; i++) {
		const struct point *p = &h->p[i];
		double x = p->price;
		for (int k = p->rolls; k < h->rolls; k++)
			x += h->gap[k];
		if (isnan(x) && p->rolls == h->rolls)
			continue;
		stamp_write(o, p->stamp);
		out_char(o, ',');
		out_num(o, x);
		out_char(o, '\n');
	}
}

/* ---- files ---- */

/* dir/folder/name.csv, opened; path is for out's messages and freed by file_close. */
static char *
file_open(struct out *o, const char *dir, const char *folder, const char *name)
{
	char *path;

	if (asprintf(&path, "%s/%s/%s.csv", dir, folder, name) < 0)
		die("out of memory");
	out_file(o, path);
	return path;
}

static void
file_close(struct out *o, char *path)
{
	out_close(o);
	free(path);
}

static void
folder_make(const char *dir, const char *folder)
{
	char *path;

	if (asprintf(&path, "%s/%s", dir, folder) < 0)
		die("out of memory");
	if (mkdir(path, 0777))
		die_sys("cannot make '%s'", path);
	free(path);
}

/* Invented prices must never land among true ones. */
static void
dir_make(const char *dir)
{
	if (mkdir(dir, 0777) == 0)
		return;
	DIR *d = errno == EEXIST ? opendir(dir) : NULL;
	if (!d)
		die_sys("cannot make '%s'", dir);
	for (struct dirent *e; (e = readdir(d)); )
		if (strcmp(e->d_name, ".") && strcmp(e->d_name, ".."))
			die("'%s' is not empty; name a new folder", dir);
	closedir(d);
}

/* A number as a person would write it. */
static void
plain(struct out *o, double x)
{
	if (x == floor(x))
		out_int(o, x);
	else
		out_num(o, x);
	out_char(o, ',');
}

/* EQ_NORTH …, and when the names are used up EQ_NORTH2 … */
static const char *
code_of(int i)
{
	static char code[64];
	const char *name = markets[i % MARKETS].code;

	if (i < MARKETS)
		snprintf(code, sizeof code, "%s", name);
	else
		snprintf(code, sizeof code, "%s%d", name, i / MARKETS + 1);
	return code;
}

static void
instrumentconfig_write(const struct synth *s)
{
	struct out o;
	char *path = file_open(&o, s->dir, "csvconfig", "instrumentconfig");

	out_str(&o, "Instrument,Pointsize,Percentage,PerBlock,PerTrade,AssetClass,Currency,Description,Slippage\n");
	for (int i = 0; i < s->instruments; i++) {
		const struct market *m = &markets[i % MARKETS];
		const struct currency *c = &currencies[m->currency];
		const char *class = classes[m->class].name;
		out_str(&o, code_of(i));
		out_char(&o, ',');
		plain(&o, m->point);
		plain(&o, c->percentage);
		plain(&o, c->per_block);
		plain(&o, c->per_trade);
		out_str(&o, class);
		out_char(&o, ',');
		out_str(&o, c->code);
		out_str(&o, ",Invented ");
		out_str(&o, class);
		out_str(&o, " future,");
		out_num(&o, m->tick / (2. * m->ticks));
		out_char(&o, '\n');
	}
	file_close(&o, path);
}

static void
rollconfig_write(const struct synth *s)
{
	struct out o;
	char *path = file_open(&o, s->dir, "csvconfig", "rollconfig");

	out_str(&o, "Instrument,HoldRollCycle,RollOffsetDays,CarryOffset,PricedRollCycle,ExpiryOffset\n");
	for (int i = 0; i < s->instruments; i++) {
		const struct market *m = &markets[i % MARKETS];
		char row[256];
		int n = snprintf(row, sizeof row, "%s,%s,%d,%d,%s,%d\n", code_of(i), m->hold, m->roll, m->carry, m->priced,
		    m->expiry);
		out_bytes(&o, row, (size_t)n);
	}
	file_close(&o, path);
}

/* The first business day. */
static int
first_day(const struct synth *s)
{
	return date_next_business(date_business(s->first - 1));
}

/* The first instrument is listed on the first day, the others within a third of the years. */
static struct series
series_of(const struct synth *o, int i)
{
	const struct market *m = &markets[i % MARKETS];
	const char *code = code_of(i);
	struct series s = { .o = o, .m = m, .spot = walk_of(o->seed, code, &classes[m->class], m->level, m->slope) };
	struct random listing = random_of((uint64_t)o->seed, code, 1);
	int y, month, d;

	s.gaps = random_of((uint64_t)o->seed, code, 2);
	s.hours = random_of((uint64_t)o->seed, code, 3);
	s.listed = o->first + (i ? (int)(random_uniform(&listing) * (o->last - o->first) / 3) : 0);
	date_civil(o->first, &y, &month, &d);
	s.held = month_step(m->hold, y * 12 + month - 3, 1);
	while (expiry(m, s.held) + m->roll <= o->first)
		s.held = month_step(m->hold, s.held, 1);
	return s;
}

static void
instrument_write(const struct synth *o, int i, struct history *h)
{
	struct series s = series_of(o, i);
	struct out out;
	char *path = file_open(&out, o->dir, "multiple_prices_csv", code_of(i));

	h->n = 0;
	h->rolls = 0;
	s.out = &out;
	s.history = h;
	out_str(&out, "DATETIME,CARRY,CARRY_CONTRACT,PRICE,PRICE_CONTRACT,FORWARD,FORWARD_CONTRACT\n");
	for (int day = first_day(o); day < o->last; day = date_next_business(day))
		day_write(&s, day);
	file_close(&out, path);
	path = file_open(&out, o->dir, "adjusted_prices_csv", code_of(i));
	adjusted_write(&out, h);
	file_close(&out, path);
}

/* Dollars for one unit: stamped at midnight, and in the last quarter at 23:00. */
static void
fx_write(const struct synth *s, const struct currency *c)
{
	char name[8];
	struct out o;
	snprintf(name, sizeof name, "%sUSD", c->code);
	char *path = file_open(&o, s->dir, "fx_prices_csv", name);
	struct walk w = walk_of(s->seed, name, &classes[FX], c->usd, 0);
	struct random gaps = random_of((uint64_t)s->seed, name, 2);

	out_str(&o, "DATETIME,PRICE\n");
	for (int day = first_day(s); day < s->last; day = date_next_business(day)) {
		walk_next(&w, s->seed, day);
		bool absent = random_chance(&gaps, .005);
		if (absent || is_holiday(c, day))
			continue;
		stamp_write(&o, (int64_t)day * 86400 + (day < s->later ? 0 : 23 * 3600));
		out_char(&o, ',');
		out_num(&o, ticks(w.price, 1, c->ticks));
		out_char(&o, '\n');
	}
	file_close(&o, path);
}

static void
check(struct synth *s)
{
	int y, m, d;

	if (!s->dir)
		opt_bad(&usage, "name the folder with --output", "");
	if (s->instruments < 1 || s->instruments > 1000)
		die("option --instruments wants 1 to 1000: \"%d\"", s->instruments);
	if (s->years < 1 || s->years > 200)
		die("option --years wants 1 to 200: \"%d\"", s->years);
	if (strlen(s->start) != 10 || !date_parse(slice_of(s->start), &s->first))
		opt_bad(&usage, "option --start wants a date, YYYY-MM-DD", s->start);
	date_civil(s->first, &y, &m, &d);
	if (y < 1000 || y > 9000)
		opt_bad(&usage, "option --start wants a year from 1000 to 9000", s->start);
	s->last = date_of(y + s->years, m, d);
	s->later = s->last - (s->last - s->first) / 4;
}

int
main(int argc, char **argv)
{
	static const char *const folders[] = { "csvconfig", "multiple_prices_csv", "adjusted_prices_csv", "fx_prices_csv" };
	struct synth s = { .seed = 1, .instruments = 10, .years = 20, .start = "2000-01-03" };
	struct history h = { 0 };

	signal(SIGPIPE, SIG_DFL);
	prog = "st-synth";
	int i = opt_parse(&usage, &s, argc, argv);
	if (i < argc)
		opt_bad(&usage, "no operands are taken", argv[i]);
	check(&s);
	dir_make(s.dir);
	for (size_t k = 0; k < sizeof folders / sizeof *folders; k++)
		folder_make(s.dir, folders[k]);
	instrumentconfig_write(&s);
	rollconfig_write(&s);
	for (int c = USD + 1; c < CURRENCIES; c++)
		fx_write(&s, &currencies[c]);
	for (int k = 0; k < s.instruments; k++)
		instrument_write(&s, k, &h);
	free(h.p);
	free(h.gap);
	return 0;
}
