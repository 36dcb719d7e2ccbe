#include "capital/account_capital.h"

#include <math.h>

const char *const account_capital_method_name[ACCOUNT_CAPITAL_METHODS] = { "full", "half", "fixed" };

bool
account_capital_method_named(struct slice name, enum account_capital_method *m)
{
	for (int i = 0; i < ACCOUNT_CAPITAL_METHODS; i++)
		if (slice_is(name, account_capital_method_name[i])) {
			*m = (enum account_capital_method)i;
			return true;
		}
	return false;
}

static bool
figure(double x, const char *what, struct wrong *w)
{
	return isfinite(x) || wrong_say(w, "no %s", what);
}

/* Nothing is taken over that isn't a number or a capital below zero. */
static bool
taken(struct account_capital *row, const struct account_capital *made, struct wrong *w)
{
	if (!figure(made->total, "total capital", w) || !figure(made->maximum, "maximum capital", w) ||
	    !figure(made->broker, "account value of the broker", w) || !figure(made->profit, "accumulated profit", w))
		return false;
	if (made->total < 0 || made->maximum < 0)
		return wrong_say(w, "capital is below zero: %.17g", fmin(made->total, made->maximum));
	*row = *made;
	return true;
}

bool
account_capital_begin(struct account_capital *row, const struct account_capital *given, struct wrong *w)
{
	struct account_capital made = *given;

	if (isnan(made.total))
		made.total = made.broker;
	if (isnan(made.maximum))
		made.maximum = made.total;
	if (isnan(made.profit))
		made.profit = 0;
	return taken(row, &made, w);
}

static bool
within_gate(double earned, double before, double gate, struct wrong *w)
{
	if (earned == 0 || fabs(earned / before) <= gate)
		return true;
	return wrong_say(w, "account value went from %.15g to %.15g, by more than a share of %g", before, before + earned, gate);
}

bool
account_capital_update(struct account_capital *row, const struct account_capital *last, int64_t time, double value,
    enum account_capital_method method, double gate, struct wrong *w)
{
	if (!last)
		return account_capital_begin(row, &(struct account_capital){ time, NAN, NAN, value, NAN }, w);
	struct account_capital made = *last;
	double earned = value - last->broker;
	if (!figure(value, "account value of the broker", w) || !within_gate(earned, last->broker, gate, w))
		return false;
	made.time = time;
	made.broker = value;
	made.profit += earned;
	if (method == ACCOUNT_CAPITAL_FULL)
		made.total = fmax(0, made.total + earned);
	else if (method == ACCOUNT_CAPITAL_HALF)
		made.total = fmax(0, fmin(made.total + earned, made.maximum));
	if (method != ACCOUNT_CAPITAL_HALF)
		made.maximum = made.total;
	return taken(row, &made, w);
}

bool
account_capital_transfer(struct account_capital *row, const struct account_capital *last, int64_t time, double amount,
    struct wrong *w)
{
	struct account_capital made = *last;

	made.time = time;
	made.broker += amount;
	return taken(row, &made, w);
}

static void
replace(double *figure, double by)
{
	if (!isnan(by))
		*figure = by;
}

bool
account_capital_change(struct account_capital *row, const struct account_capital *last, const struct account_capital *given,
    struct wrong *w)
{
	struct account_capital made = *last;

	made.time = given->time;
	replace(&made.total, given->total);
	replace(&made.maximum, given->maximum);
	replace(&made.broker, given->broker);
	replace(&made.profit, given->profit);
	return taken(row, &made, w);
}
