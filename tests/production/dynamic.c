/* The whole contracts of a small account. */
#include <inttypes.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "golden.h"
#include "order/dynamic_trade.h"

static bool
listed(const json_t *list, const char *code)
{
	size_t i;
	json_t *v;

	json_array_foreach(list, i, v)
		if (strcmp(json_string_value(v), code) == 0)
			return true;
	return false;
}

static const json_t *
element(const json_t *problem, const char *key, int i)
{
	return json_array_get(json_object_get(problem, key), (size_t)i);
}

static void
take(const json_t *p, struct dynamic_trade *x, int n, double *covariance)
{
	for (int i = 0; i < n; i++) {
		x[i] = (struct dynamic_trade){ .code = json_string_value(element(p, "codes", i)),
			.optimal = golden_json_num(element(p, "optimal_contracts", i)),
			.value = golden_json_num(element(p, "value_per_contract", i)), .cost = golden_json_num(element(p, "cost", i)),
			.held = golden_json_int(element(p, "previous", i), 0), .most = golden_json_num(element(p, "maximum", i)) };
		x[i].no_trade = listed(json_object_get(p, "no_trade"), x[i].code);
		x[i].reduce_only = listed(json_object_get(p, "reduce_only"), x[i].code);
		for (int j = 0; j < n; j++)
			covariance[i * n + j] = golden_json_num(json_array_get(element(p, "covariance", i), (size_t)j));
	}
}

/* Of a bound that is as far as any, the reference says so in one number. */
static bool
bound_agrees(double contracts, double value, double want)
{
	return isinf(contracts) ? fabs(want) == 999999999 : golden_near(contracts * value, want);
}

/* The limits of those that take part, in their order. */
static bool
limits_agree(const json_t *p, const struct dynamic_trade *x, int n)
{
	int at = 0;

	for (int i = 0; i < n; i++) {
		if (x[i].valid != listed(json_object_get(p, "valid"), x[i].code))
			return false;
		if (!x[i].valid)
			continue;
		if (!bound_agrees(x[i].limit.least, x[i].value, golden_json_num(element(p, "minimum_weight", at))) ||
		    !bound_agrees(x[i].limit.most, x[i].value, golden_json_num(element(p, "maximum_weight", at))) ||
		    !golden_near(x[i].limit.start * x[i].value, golden_json_num(element(p, "start_weight", at))) ||
		    x[i].limit.direction != golden_json_num(element(p, "direction", at)))
			return false;
		at++;
	}
	return true;
}

static void
compare(struct golden *g, const json_t *p, struct dynamic_trade *x, int n, const double *covariance)
{
	struct dynamic_trade_options o = { golden_json_num(json_object_get(p, "shadow_cost")),
		golden_json_num(json_object_get(p, "tracking_error_buffer")) };
	struct wrong w;

	if (!dynamic_trade(x, n, covariance, &o, &w)) {
		golden_case(g, g->line, false, "%s", w.text);
		return;
	}
	int i = 0;
	while (i < n && x[i].position == golden_json_int(element(p, "want", i), INT64_MIN))
		i++;
	if (i < n)
		golden_case(g, g->line, false, "%s: %" PRId64 " contracts, not %" PRId64, x[i].code, x[i].position,
		    golden_json_int(element(p, "want", i), INT64_MIN));
	else
		golden_case(g, g->line, limits_agree(p, x, n), "other limits");
}

void
golden_problems(struct golden *g)
{
	FILE *f = golden_lines(g);

	for (json_t *p; (p = golden_next(g, f)); json_decref(p)) {
		int n = (int)json_array_size(json_object_get(p, "codes"));
		struct dynamic_trade *x = mem_alloc((size_t)n, sizeof *x);
		double *covariance = mem_alloc((size_t)n * (size_t)n, sizeof *covariance);
		take(p, x, n, covariance);
		compare(g, p, x, n, covariance);
		free(x);
		free(covariance);
	}
}
