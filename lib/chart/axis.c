#include "chart/axis.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "time/date.h"

/* ---- numbers ---- */

/* The least of 1, 2 and 5 times a power of ten of which at most `most` are in low..high. */
static double
round_step(double low, double high, int most)
{
	double step = pow(10, floor(log10((high - low) / most)));
	static const double times[] = { 1, 2, 5, 10, 20, 50 };

	for (int i = 0; i < 6; i++)
		if (floor(high / (times[i] * step)) - ceil(low / (times[i] * step)) < most)
			return times[i] * step;
	return 100 * step;
}

static const struct unit {
	double from, is;
	const char *name;
} units[] = { { 1e10, 1e9, "bn" }, { 1e6, 1e6, "M" }, { 1e4, 1e3, "k" }, { 0, 1, "" } };

static int
decimals_for(double step)
{
	int n = (int)-floor(log10(step) + 1e-9);

	return n > 0 ? n : 0;
}

/* In thousands or more when the largest number is one of them, unless that makes more digits. */
static const struct unit *
unit_for(double largest, double step)
{
	const struct unit *u = units;

	while (u->is > 1 && (largest < u->from || decimals_for(step / u->is) > 2))
		u++;
	return u;
}

struct axis
axis_numbers(double low, double high, int most)
{
	struct axis a = { .n = 0 };
	double step = round_step(low, high, most), largest = fmax(fabs(low), fabs(high)), first = ceil(low / step - 1e-9);
	const struct unit *unit = unit_for(largest, step);
	int decimals = decimals_for(step / unit->is);

	for (int i = 0; i < most; i++) {
		struct axis_mark *m = &a.mark[a.n];
		m->at = first + i == 0 ? 0 : (first + i) * step;
		if (m->at > high + step * 1e-9 || (a.n > 0 && m->at <= a.mark[a.n - 1].at))
			break;
		if (largest < 1e15 && decimals < 9)
			snprintf(m->text, sizeof m->text, "%.*f%s", decimals, m->at / unit->is, m->at == 0 ? "" : unit->name);
		else
			snprintf(m->text, sizeof m->text, "%.4g", m->at);
		a.n++;
	}
	return a;
}

/* ---- days ---- */

/* A step of so many months, or of days, and how many characters name one. */
static const struct step {
	int months, days, width;
} steps[] = {
	{ 0, 1, 10 }, { 0, 2, 10 }, { 0, 7, 10 }, { 0, 14, 10 },
	{ 1, 0, 7 }, { 2, 0, 7 }, { 3, 0, 7 }, { 6, 0, 7 },
	{ 12, 0, 4 }, { 24, 0, 4 }, { 60, 0, 4 }, { 120, 0, 4 }, { 240, 0, 4 }, { 600, 0, 4 }, { 1200, 0, 4 }, { 12000, 0, 4 },
};

/* The i-th day of a step that is not before `first`. */
static int
step_day(const struct step *s, int first, int i)
{
	int y, m, d;

	if (s->days) {
		int monday = first - date_weekday(first) + 7 * (date_weekday(first) > 0);
		return (s->days >= 7 ? monday : first) + i * s->days;
	}
	date_civil(first, &y, &m, &d);
	int months = 12 * y + m - 1 + (d > 1);
	months = (months + s->months - 1) / s->months * s->months + i * s->months;
	return date_of(months / 12, months % 12 + 1, 1);
}

static int
count(const struct step *s, int first, int last)
{
	int n = 0;

	while (n <= AXIS_MARKS && step_day(s, first, n) <= last)
		n++;
	return n;
}

struct axis
axis_days(int first, int last, int room)
{
	struct axis a = { .n = 0 };
	const struct step *s = steps, *end = steps + sizeof steps / sizeof steps[0] - 1;
	int n;

	while (((n = count(s, first, last)) > AXIS_MARKS || n * (s->width + 3) > room) && s < end)
		s++;
	for (; a.n < n && a.n < AXIS_MARKS; a.n++) {
		struct axis_mark *m = &a.mark[a.n];
		m->at = step_day(s, first, a.n);
		date_print(m->text, (int)m->at);
		m->text[s->width] = '\0';
	}
	return a;
}

int
axis_width(const struct axis *a)
{
	size_t widest = 0;

	for (int i = 0; i < a->n; i++)
		widest = strlen(a->mark[i].text) > widest ? strlen(a->mark[i].text) : widest;
	return (int)widest;
}
