#include "forecast/rule_data.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/nearest.h"

/* The data methods, and the columns that hold what they give; a factor's are made up by factor(). */
static const struct {
	const char *data;
	struct rule_data series;
} methods[] = {
	{ "rawdata.get_daily_prices", { .column = "adjusted" } },
	{ "rawdata.daily_prices", { .column = "adjusted" } },
	{ "data.daily_prices", { .column = "adjusted" } },
	{ "data.get_daily_prices", { .column = "adjusted" } },
	{ "rawdata.daily_returns_volatility", { .column = "vol" } },
	{ "rawdata.daily_denominator_price", { .column = "price", .beyond = true } },
	{ "rawdata.raw_carry", { .column = "raw_carry", .beyond = true } },
	{ "rawdata.daily_annualised_roll", { .column = "roll", .beyond = true } },
	{ "rawdata.get_cumulative_daily_vol_normalised_returns", { .kind = SERIES_NORMALISED, .column = "normalised" } },
	{ "rawdata.normalised_price_for_asset_class",
	    { .kind = SERIES_CLASS_NORMALISED, .column = "class_normalised", .class_column = "normalised" } },
	{ "rawdata.smoothed_carry", { .kind = SERIES_SMOOTHED_CARRY, .column = "smoothed_carry", .days = 90, .beyond = true } },
	{ "rawdata.median_carry_for_asset_class",
	    { .kind = SERIES_CLASS_CARRY, .column = "class_carry", .class_column = "carry", .beyond = true } },
	{ "rawdata.skew", { .kind = SERIES_SKEW } },
	{ "rawdata.neg_skew", { .kind = SERIES_NEG_SKEW } },
	{ "rawdata.kurtosis", { .kind = SERIES_KURTOSIS } },
	{ "rawdata.get_factor_value_for_instrument", { .kind = SERIES_SKEW } },
	{ "rawdata.get_demeanded_factor_value", { .kind = SERIES_SKEW, .mean = MEAN_OWN } },
};

static const struct {
	const char *name;
	enum rule_data_kind kind;
} factors[] = { { "skew", SERIES_SKEW }, { "neg_skew", SERIES_NEG_SKEW }, { "kurtosis", SERIES_KURTOSIS } };

static const struct {
	const char *method;
	enum rule_data_mean mean;
	const char *name;        /* in columns of the stream and of the table of st-class */
} means[] = {
	{ "average_factor_value_for_instrument", MEAN_OWN, "own" },
	{ "average_factor_value_in_asset_class_for_instrument", MEAN_CLASS, "class" },
	{ "current_average_factor_values_over_all_assets", MEAN_ALL, "all" },
	{ "historic_average_factor_value_all_assets", MEAN_HISTORY, "history" },
};

enum { FACTORS = sizeof factors / sizeof *factors, MEANS = sizeof means / sizeof *means };

static const char *
text_of(const char *fmt, const char *a, int days, const char *b)
{
	char *s;

	s = mem_format(fmt, a, days, b);
	return s;
}

/* factor.neg_skew_365, factor.neg_skew_365_less_class; in the table neg_skew_365_class. */
static void
name_factor(struct rule_data *s)
{
	const char *factor = "", *mean = "";

	for (int i = 0; i < FACTORS; i++)
		if (factors[i].kind == s->kind)
			factor = factors[i].name;
	for (int i = 0; i < MEANS; i++)
		if (means[i].mean == s->mean)
			mean = means[i].name;
	s->beyond = true;
	s->column = text_of(s->mean ? "factor.%s_%d_less_%s" : "factor.%s_%d%s", factor, s->days, mean);
	s->class_column = s->mean > MEAN_OWN ? text_of("%s_%d_%s", factor, s->days, mean) : NULL;
}

static bool
read_days(struct rule_data *s, const json_t *x)
{
	if (!json_is_number(x) || !(json_number_value(x) >= 1 && json_number_value(x) <= 100000))
		return false;
	s->days = (int)json_number_value(x);
	return true;
}

static bool
read_factor(struct rule_data *s, const json_t *x)
{
	for (int i = 0; i < FACTORS; i++)
		if (json_is_string(x) && strcmp(factors[i].name, json_string_value(x)) == 0) {
			s->kind = factors[i].kind;
			return true;
		}
	return false;
}

static bool
read_mean(struct rule_data *s, const json_t *x)
{
	for (int i = 0; i < MEANS; i++)
		if (json_is_string(x) && strcmp(means[i].method, json_string_value(x)) == 0) {
			s->mean = means[i].mean;
			return true;
		}
	return false;
}

/* One argument of a data method, without its underscores; false when it has no such one, or not that value. */
static bool
read_arg(struct rule_data *s, const char *data, const char *name, const json_t *x)
{
	bool factor = s->kind >= SERIES_SKEW;

	if (strcmp(name, factor ? "lookback_days" : "smooth_days") == 0)
		return s->days > 0 && read_days(s, x);
	if (strcmp(name, "factor_name") == 0)
		return factor && strncmp(data, "rawdata.get_", 12) == 0 && read_factor(s, x);
	if (strcmp(name, "demean_method") == 0)
		return s->mean && read_mean(s, x);
	return false;
}

const char *
rule_data_of(struct rule_data *s, const char *data, const json_t *args, int underscores)
{
	size_t i = 0;

	while (i < sizeof methods / sizeof *methods && strcmp(methods[i].data, data) != 0)
		i++;
	if (i == sizeof methods / sizeof *methods)
		return "no column is known for the data";
	*s = methods[i].series;
	bool factor = s->kind >= SERIES_SKEW;
	s->days = factor ? 365 : s->days;
	for (void *a = json_object_iter((json_t *)args); a; a = json_object_iter_next((json_t *)args, a)) {
		const char *name = json_object_iter_key(a);
		if ((int)strspn(name, "_") == underscores && !read_arg(s, data, name + underscores, json_object_iter_value(a)))
			return "an argument that its data method does not have, or not this value";
	}
	if (factor)
		name_factor(s);
	else if (s->kind == SERIES_SMOOTHED_CARRY && s->days != 90)
		s->column = text_of("%s_%d%s", "smoothed_carry", s->days, "");
	return NULL;
}

const char *
rule_data_nearest(const char *data)
{
	struct nearest near = nearest_to(slice_of(data));

	for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
		if (strcmp(methods[i].data, data) == 0)
			return "";
		nearest_try(&near, methods[i].data);
	}
	return nearest_said(&near);
}

/* A factor with nothing taken off: what s, whose mean is not MEAN_NONE, begins with. */
static struct rule_data
factor_of(const struct rule_data *s)
{
	struct rule_data f = { .kind = s->kind, .days = s->days };

	name_factor(&f);
	return f;
}

double
rule_data_factor_next(enum rule_data_kind kind, struct moments *m, int day, double fraction)
{
	moments_next(m, day, fraction);
	if (kind == SERIES_KURTOSIS)
		return moments_kurtosis(m);
	return kind == SERIES_NEG_SKEW ? -moments_skew(m) : moments_skew(m);
}

int
rule_data_data(const json_t *rule, const char *data[SERIES_OF_RULE])
{
	const json_t *list = json_object_get(rule, "data"), *e;
	size_t i;

	data[0] = "data.daily_prices";
	if (json_is_string(list)) {
		data[0] = json_string_value(list);
		return 1;
	}
	json_array_foreach(list, i, e) {
		if (i == SERIES_OF_RULE || !json_is_string(e))
			return -1;
		data[i] = json_string_value(e);
	}
	return json_array_size(list) ? (int)json_array_size(list) : 1;
}

bool
rule_data_attenuated(const struct config *c, const char *rule)
{
	const json_t *list = config_get(c, "use_attenuation"), *e;
	size_t i;

	json_array_foreach(list, i, e)
		if (json_is_string(e) && strcmp(json_string_value(e), rule) == 0)
			return true;
	return false;
}

/* The place of a series among the others: by kind, factors as they come. */
static int
rank_of(const struct rule_data *s)
{
	return s->kind < SERIES_SKEW ? (int)s->kind : SERIES_SKEW;
}

static void
add(struct rule_data **v, int *n, const struct rule_data *s)
{
	int at = *n;

	for (int i = 0; i < *n; i++)
		if (strcmp((*v)[i].column, s->column) == 0)
			return;
	*v = mem_grow(*v, (size_t)*n + 1, sizeof **v);
	for (; at > 0 && rank_of(&(*v)[at - 1]) > rank_of(s); at--)
		(*v)[at] = (*v)[at - 1];
	(*v)[at] = *s;
	++*n;
}

static void
add_rule(struct rule_data **v, int *n, const struct config *c, const char *name, const json_t *rule)
{
	static const struct rule_data alone = { .kind = SERIES_ALONE, .column = "alone", .class_column = "members", .beyond = true };
	static const struct rule_data attenuation = { .kind = SERIES_ATTENUATION, .column = "attenuation" };
	const char *data[SERIES_OF_RULE], *wrong;
	int m = rule_data_data(rule, data);

	if (m < 0)
		die("%s: rule '%s': its data is no list of at most %d names", c->path, name, SERIES_OF_RULE);
	for (int i = 0; i < m; i++) {
		struct rule_data s, factor;
		if ((wrong = rule_data_of(&s, data[i], json_object_get(rule, "other_args"), i + 1)))
			die("%s: rule '%s': %s: \"%s\"%s", c->path, name, wrong, data[i], rule_data_nearest(data[i]));
		if (s.mean) {
			factor = factor_of(&s);
			add(v, n, &factor);
		}
		if (s.class_column)
			add(v, n, &alone);
		if (s.kind != SERIES_COLUMN)
			add(v, n, &s);
	}
	if (rule_data_attenuated(c, name))
		add(v, n, &attenuation);
}

struct rule_data *
rule_data_wanted(const struct config *c, int *n)
{
	const json_t *rules = config_get(c, "trading_rules");
	struct rule_data *v = NULL;

	*n = 0;
	for (void *i = json_object_iter((json_t *)rules); i; i = json_object_iter_next((json_t *)rules, i))
		add_rule(&v, n, c, json_object_iter_key(i), json_object_iter_value(i));
	return v;
}
