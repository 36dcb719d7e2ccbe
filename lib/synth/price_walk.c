#include "synth/price_walk.h"

#include <math.h>

#include "time/year.h"

struct price_walk
price_walk_of(uint64_t seed, const char *code, const struct price_walk_class *class, double level, double slope)
{
	struct price_walk w = { .seed = seed, .r = random_of(seed, code, 0), .class = class, .slope = slope, .slope_mean = slope };

	w.price = w.level = level * (1 + class->vol * (random_uniform(&w.r) - .5));
	w.base = w.vol = w.vol_target = class->vol * (.8 + .4 * random_uniform(&w.r));
	return w;
}

/* A change of regime every few months: of the trend, of the volatility. */
static void
change_regime(struct price_walk *w)
{
	double u = random_uniform(&w->r), v = random_uniform(&w->r);

	if (u < 1 / 100.)
		w->trend = (int)(3 * v) - 1;
	else if (u > 1 - 1 / 90.)
		w->vol_target = w->base * (v < .35 ? .6 : v < .85 ? 1 : 2);
	w->vol += .1 * (w->vol_target - w->vol);
}

/* A shock of one standard deviation, part of it the same in every walk, part in every one of the class. */
static double
shock(struct price_walk *w, int day)
{
	struct random world = random_of(w->seed, "world", (uint64_t)day);
	struct random class = random_of(w->seed, w->class->name, (uint64_t)day);
	double a = w->class->world, b = .5;
	double x = a * random_normal(&world) + b * random_normal(&class) + sqrt(1 - a * a - b * b) * random_normal(&w->r);

	if (random_chance(&w->r, 1 / 300.))
		x += (random_chance(&w->r, .5) ? 1 : -1) * (3 + 3 * random_uniform(&w->r));
	return x;
}

void
price_walk_next(struct price_walk *w, int day)
{
	const struct price_walk_class *c = w->class;

	change_regime(w);
	double daily = w->vol / ROOT_BUSINESS_DAYS_IN_YEAR;
	double pull = 2 * c->revert * (w->level - w->price) / (w->level + w->price);
	double move = (c->drift + pull) / BUSINESS_DAYS_IN_YEAR + .08 * daily * w->trend + daily * shock(w, day);
	w->price *= 1 + (move > -.5 ? move : -.5);
	w->slope += .004 * (w->slope_mean - w->slope) + c->slope_vol / ROOT_BUSINESS_DAYS_IN_YEAR * random_normal(&w->r);
}
