#include "account/rule_alone.h"

#include "base/mem.h"
#include "base/num.h"
#include "position/size.h"
#include "time/year.h"

void
rule_alone_open(struct rule_alone *a)
{
	a->cfg = config_load(a->config);
	a->instruments = instruments_read(a->instruments_path);
	a->target = size_annual_target(&a->cfg);
	a->average = size_average_forecast(&a->cfg);
	natural_prices_open(&a->natural, a->prices_path);
}

void
rule_alone_head(struct rule_alone *a, struct step *s)
{
	a->vol = column_need(s, "vol");
	a->beyond = column_find(s, "beyond");
	a->rules = forecast_columns_need(s, "forecast", &a->forecast);
	a->said = mem_alloc((size_t)a->rules, sizeof(double *));
}

void
rule_alone_key(struct step *s, void *state, const char *instrument)
{
	(void)s;
	*(const char **)state = instrument;
}

/* ---- an instrument's rows are all in ---- */

static void
add_price(struct rule_alone *a, int at)
{
	const struct natural_prices *p = &a->natural;

	if (a->prices == a->price_room) {
		a->price_room = a->price_room ? 2 * a->price_room : 8192;
		a->price = mem_grow(a->price, (size_t)a->price_room, sizeof *a->price);
	}
	a->price[a->prices++] = (struct rule_alone_price){ p->t, p->day, at, p->move, p->years, p->fx };
}

static void
finish(struct rule_alone *a, struct step *s)
{
	int at = 0;

	if (!a->now)
		return;
	a->prices = 0;
	while (natural_prices_next(&a->natural, a->now)) {
		while (at < a->n && a->day[at] <= a->natural.day)
			at++;
		add_price(a, at - 1);
	}
	a->finish(s);
}

void
rule_alone_end(struct rule_alone *a, struct step *s)
{
	finish(a, s);
	if (a->now)
		natural_prices_close(&a->natural);
}

/* ---- days ---- */

static void
days_room(struct rule_alone *a)
{
	size_t n = (size_t)(a->room = a->room ? 2 * a->room : 4096);

	a->day = mem_grow(a->day, n, sizeof *a->day);
	a->off = mem_grow(a->off, n, sizeof *a->off);
	a->scalar = mem_grow(a->scalar, n, sizeof *a->scalar);
	for (int i = 0; i < a->rules; i++)
		a->said[i] = mem_grow(a->said[i], n, sizeof **a->said);
}

void
rule_alone_row(struct rule_alone *a, struct step *s, struct row *r)
{
	const char *instrument = *(const char **)step_key(s, r);
	double scalar = num_missing();

	if (instrument != a->now) {
		finish(a, s);
		a->now = instrument;
		a->point_size = instruments_get(&a->instruments, instrument)->point_size;
		a->n = 0;
	}
	if (a->n == a->room)
		days_room(a);
	int i = a->n++;
	a->day[i] = row_day(s, r);
	a->off[i] = row_flag(s, r, a->beyond);
	if (!a->off[i])
		scalar = a->target / ROOT_BUSINESS_DAYS_IN_YEAR / (row_num(s, r, a->vol) * a->point_size);
	else if (i)
		scalar = a->scalar[i - 1];
	a->scalar[i] = scalar;
	for (int j = 0; j < a->rules; j++)
		a->said[j][i] = row_num(s, r, a->forecast[j].column);
}

void
rule_alone_contracts(const struct rule_alone *a, int rule, double *x)
{
	for (int i = 0; i < a->n; i++)
		x[i] = a->scalar[i] * (a->said[rule][i] / a->average);
}

void
rule_alone_delay(const struct rule_alone *a, int rule, double *x)
{
	double decided = num_missing(), held = num_missing();

	for (int i = 0; i < a->n; i++) {
		if (rule_alone_has(a, rule, i)) {
			held = decided;
			decided = x[i];
		}
		x[i] = held;
	}
}
