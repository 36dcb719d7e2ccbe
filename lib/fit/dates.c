#include "fit/dates.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"
#include "time/stamp.h"

static enum fit_date_method
method_named(const struct config *c, const char *key, const char *name)
{
	if (strcmp(name, "expanding") == 0)
		return FIT_EXPANDING;
	if (strcmp(name, "rolling") == 0)
		return FIT_ROLLING;
	if (strcmp(name, "in_sample") == 0)
		return FIT_IN_SAMPLE;
	die("%s: %s.date_method is expanding, rolling or in_sample, not '%s'", c->path, key, name);
}

/* W is 7 days, M 30, a year 365; else days as in 90D. */
static int
step_named(const struct config *c, const char *key, const char *name)
{
	char *end;
	long days = strtol(name, &end, 10);

	if (strcmp(name, "W") == 0)
		return 7;
	if (strcmp(name, "M") == 0)
		return 30;
	if (strcmp(name, "12M") == 0 || strcmp(name, "Y") == 0)
		return 365;
	if (end == name || strcmp(end, "D") != 0 || days < 1 || days > 36500)
		die("%s: %s.interval_frequency is W, M, 12M, Y or days as in 90D, not '%s'", c->path, key, name);
	return (int)days;
}

struct fit_options
fit_options(const struct config *c, const char *key)
{
	char path[256];
	struct fit_options o;

	snprintf(path, sizeof path, "%s.date_method", key);
	o.method = method_named(c, key, config_str_or(c, path, "expanding"));
	snprintf(path, sizeof path, "%s.interval_frequency", key);
	o.step = step_named(c, key, config_str_or(c, path, "12M"));
	snprintf(path, sizeof path, "%s.rollyears", key);
	double roll = config_num_or(c, path, 20);
	if (!(roll >= 1 && roll <= 1e6 && roll == floor(roll)))
		die("%s: %s is not a number of fitting steps", c->path, path);
	o.roll = (int)roll;
	return o;
}

struct fit_dates
fit_dates(const struct fit_options *o, int64_t first, int64_t last)
{
	int64_t step = stamp_of_day(o->step) * 1000000;
	struct fit_dates d = { .n = 0 };

	if (last < first)
		return d;
	int grid = (int)((last - first) / step); /* steps that the data span */
	d.v = mem_alloc((size_t)grid + 1, sizeof *d.v);
	if (o->method == FIT_IN_SAMPLE) {
		d.v[d.n++] = (struct fit_period){ first, last, first, false };
		return d;
	}
	d.v[d.n++] = (struct fit_period){ first, first, first, true };
	for (int i = 1; i < grid; i++) {
		int from = i > o->roll ? i - o->roll : 0;
		int64_t start = last - (grid - i) * step;
		d.v[d.n++] = (struct fit_period){ o->method == FIT_ROLLING ? last - (grid - from) * step : first, start, start, false };
	}
	return d;
}
