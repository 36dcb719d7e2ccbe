#include "position/idle.h"

#include <math.h>

static const struct {
	const char *column;    /* NULL for those of the rules */
	bool zero_is_none;
	const char *without;
} steps[IDLE_STEPS] = {
	[IDLE_PRICE] = { "price", false, "no price of the contract held" },
	[IDLE_FX] = { "fx", false, "no FX rate" },
	[IDLE_VOL] = { "vol", false, "no volatility" },
	[IDLE_RAW] = { NULL, false, "no rule has a forecast" },
	[IDLE_SCALED] = { NULL, false, "no rule that has a forecast has a forecast scalar" },
	[IDLE_FORECAST] = { "forecast", true, "the combined forecast is 0" },
	[IDLE_SUBSYSTEM] = { "subsystem", true, "the subsystem position is 0" },
	[IDLE_POSITION] = { "position", true, "the instrument weight is 0" },
};

struct idle_columns
idle_columns_need(struct step *s, const char *held)
{
	struct idle_columns c = { .held = column_need(s, held) };

	for (int i = 0; i < IDLE_STEPS; i++)
		c.step[i] = steps[i].column ? column_find(s, steps[i].column) : -1;
	c.raws = forecast_columns(s, "raw", &c.raw);
	c.scaleds = forecast_columns(s, "forecast", &c.scaled);
	return c;
}

static bool
any(const struct forecast_column *v, int n, struct step *s, struct row *r)
{
	for (int i = 0; i < n; i++)
		if (!isnan(row_num(s, r, v[i].column)))
			return true;
	return false;
}

void
idle_row(struct idle *w, const struct idle_columns *c, struct step *s, struct row *r)
{
	double held = row_num(s, r, c->held);

	w->days++;
	w->held |= !isnan(held) && held != 0;
	if (w->held)
		return;
	for (int i = 0; i < IDLE_STEPS; i++)
		if (!w->seen[i] && c->step[i] >= 0) {
			double x = row_num(s, r, c->step[i]);
			w->seen[i] = !isnan(x) && (x != 0 || !steps[i].zero_is_none);
		}
	if (!w->seen[IDLE_RAW])
		w->seen[IDLE_RAW] = any(c->raw, c->raws, s, r);
	if (!w->seen[IDLE_SCALED])
		w->seen[IDLE_SCALED] = any(c->scaled, c->scaleds, s, r);
	if (c->step[IDLE_POSITION] >= 0)
		w->largest = fmax(w->largest, fabs(row_num(s, r, c->step[IDLE_POSITION])));
}

const char *
idle_why(const struct idle *w, const struct idle_columns *c)
{
	bool there[IDLE_STEPS];

	if (w->held)
		return NULL;
	for (int i = 0; i < IDLE_STEPS; i++)
		there[i] = c->step[i] >= 0;
	there[IDLE_RAW] = c->raws > 0;
	there[IDLE_SCALED] = c->scaleds > 0;
	for (int i = 0; i < IDLE_STEPS; i++)
		if (there[i] && !w->seen[i])
			return steps[i].without;
	return "the optimal position is never large enough at this capital";
}
