/*
 * st-sources - which sources of prices to fetch for which instruments today, in order
 *
 *   $ printf 'historical_data_sources:\n  vendor:\n    config: {frequency: D}\n  IB:\n    config: {exclude_instruments: [BUND]}\n' >c
 *   $ st-sources --config=c BUND GOLD
 *   source,instrument,frequency
 *   vendor,BUND,D
 *   vendor,GOLD,D
 *   IB,GOLD,H
 *   IB,GOLD,D
 *
 * pysystemtrade's historical_data_sources (docs/alternative_data_sources.md): what it
 * includes and excludes, at which frequencies, on which days of the week.
 */
#include <string.h>

#include "base/die.h"
#include "base/opt.h"
#include "base/out.h"
#include "config/yaml.h"
#include "time/date.h"
#include "time/stamp.h"

static struct sources {
	const char *config, *now;
	struct opt_list frequencies;
	/* from here on not options */
	int weekday;        /* of --now, 0 Monday … 6 Sunday; -1 when not given */
	struct out out;
} s;

#define AT(x) offsetof(struct sources, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "YAML or JSON with historical_data_sources (required)", O_STR, AT(config) },
	{ 0, "now", "TIME", "today, for sources that have a schedule", O_STR, AT(now) },
	{ 'f', "frequency", "F", "a frequency wanted (default H, then D); repeatable", O_LIST, AT(frequencies) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-sources", "INSTRUMENT ...",
	"which sources of prices to fetch for which instruments today, in order", opts };

static const char *const frequencies[] = { "Y", "m", "W", "D", "B", "H", "15M", "5M", "M", "10S", "S", NULL };
static const char *const entry_keys[] = { "include_instruments", "exclude_instruments", "frequency", "days", NULL };

static bool
is_one_of(const char *name, const char *const *list)
{
	while (*list && strcmp(name, *list) != 0)
		list++;
	return *list != NULL;
}

/* A value that stands under a key, and where. */
static struct config_yaml
under(struct config_yaml y, const char *key)
{
	return (struct config_yaml){ json_object_get(y.value, key), json_object_get(y.where, key) };
}

static void
need_mapping(struct config_yaml y, const char *what)
{
	if (!json_is_object(y.value))
		die("%s: %s: not a mapping", yaml_place(y.where), what);
}

/* ---- what an entry lets through ---- */

/* Is the item what stands under the key, an item or a list of items? ALL alone is any. */
static bool
matches(struct config_yaml entry, const char *key, const char *item)
{
	struct config_yaml y = under(entry, key);
	bool found = false, list = json_is_array(y.value);
	size_t n = list ? json_array_size(y.value) : 1;

	for (size_t i = 0; i < n; i++) {
		const char *text = json_string_value(list ? json_array_get(y.value, i) : y.value);
		if (!text)
			die("%s: %s: not a name or a list of names", yaml_place(y.where), key);
		if (strcmp(key, "frequency") == 0 && !is_one_of(text, frequencies) && (list || strcmp(text, "ALL") != 0))
			die("%s: frequency: not one of Y m W D B H 15M 5M M 10S S or ALL: \"%.80s\"", yaml_place(y.where), text);
		found |= strcmp(text, item) == 0 || (!list && strcmp(text, "ALL") == 0);
	}
	return found;
}

static bool
has(struct config_yaml entry, const char *key)
{
	const json_t *v = json_object_get(entry.value, key);

	return v && !json_is_null(v);
}

static bool
is_allowed(struct config_yaml entry, const char *instrument, const char *frequency)
{
	bool included = !has(entry, "include_instruments") || matches(entry, "include_instruments", instrument);
	bool excluded = has(entry, "exclude_instruments") && matches(entry, "exclude_instruments", instrument);

	return included && !excluded && (!has(entry, "frequency") || matches(entry, "frequency", frequency));
}

/* ---- schedules ---- */

static bool
is_day(struct config_yaml days, const json_t *v)
{
	if (!json_is_integer(v) || json_integer_value(v) < 0 || json_integer_value(v) > 6)
		die("%s: days: not weekdays, weekend, ALL or numbers from 0 (Monday) to 6", yaml_place(days.where));
	return json_integer_value(v) == s.weekday;
}

static bool
is_today(struct config_yaml entry, const char *name)
{
	struct config_yaml days = under(entry, "days");
	const char *text = json_string_value(days.value);
	bool today = false;

	if (!has(entry, "days"))
		die("%s: schedule '%s' has no days", yaml_place(json_object_get(entry.where, "")), name);
	if (s.weekday < 0)
		die("%s: schedule '%s' is by the day of the week; --now says which it is", yaml_place(days.where), name);
	if (text && (strcmp(text, "weekdays") == 0 || strcmp(text, "weekday") == 0))
		return s.weekday < 5;
	if (text && strcmp(text, "weekend") == 0)
		return s.weekday > 4;
	if (text && strcmp(text, "ALL") == 0)
		return true;
	if (!json_is_array(days.value))
		return is_day(days, days.value);
	for (size_t i = 0; i < json_array_size(days.value); i++)
		today |= is_day(days, json_array_get(days.value, i));
	return today;
}

/* Any entry will do; each is read whole, so that a slip in it is told every day. */
static bool
is_scheduled(struct config_yaml schedule, const char *instrument, const char *frequency)
{
	const char *name, *key;
	json_t *v, *w;
	bool any = false;

	need_mapping(schedule, "schedule");
	json_object_foreach(schedule.value, name, v) {
		struct config_yaml entry = under(schedule, name);
		need_mapping(entry, name);
		json_object_foreach(v, key, w)
			if (!is_one_of(key, entry_keys))
				die("%s: no such key of a schedule: '%s'", yaml_place(json_object_get(entry.where, key)), key);
		bool today = is_today(entry, name), allowed = is_allowed(entry, instrument, frequency);
		any |= today && allowed;
	}
	return any;
}

/* ---- sources ---- */

static bool
is_enabled(struct config_yaml source)
{
	struct config_yaml y = under(source, "enabled");

	if (has(source, "enabled") && !json_is_boolean(y.value))
		die("%s: enabled: not true or false", yaml_place(y.where));
	return !json_is_false(y.value);
}

static bool
is_wanted(struct config_yaml config, const char *instrument, const char *frequency)
{
	if (!config.value)
		return true;
	return has(config, "schedule") ? is_scheduled(under(config, "schedule"), instrument, frequency)
	                               : is_allowed(config, instrument, frequency);
}

static void
print_source(const char *name, struct config_yaml source, char **instruments)
{
	struct config_yaml config = { NULL, NULL };

	need_mapping(source, name);
	if (!is_enabled(source))
		return;
	if (has(source, "config"))
		need_mapping(config = under(source, "config"), "config");
	for (; *instruments; instruments++)
		for (int i = 0; i < s.frequencies.n; i++) {
			if (!is_wanted(config, *instruments, s.frequencies.v[i]))
				continue;
			out_field(&s.out, slice_of(name));
			out_char(&s.out, ',');
			out_field(&s.out, slice_of(*instruments));
			out_char(&s.out, ',');
			out_str(&s.out, s.frequencies.v[i]);
			out_char(&s.out, '\n');
		}
}

static void
read_options(int argc, int operands)
{
	static const char *usual[] = { "H", "D" };
	int64_t t;

	if (!s.config)
		opt_bad(&usage, "option --config is missing", "");
	if (operands == argc)
		opt_bad(&usage, "an INSTRUMENT is wanted", "");
	if (s.now && !stamp_parse(slice_of(s.now), &t))
		opt_bad(&usage, "--now is not a time", s.now);
	s.weekday = s.now ? date_weekday(stamp_day(t)) : -1;
	for (int i = 0; i < s.frequencies.n; i++)
		if (!is_one_of(s.frequencies.v[i], frequencies))
			opt_bad(&usage, "--frequency is not one of Y m W D B H 15M 5M M 10S S", s.frequencies.v[i]);
	if (!s.frequencies.n)
		s.frequencies = (struct opt_list){ usual, 2 };
}

int
main(int argc, char **argv)
{
	const char *name;
	json_t *v;

	int i = opt_parse(&usage, &s, argc, argv);
	read_options(argc, i);
	struct config_yaml config = yaml_file(s.config), all = under(config, "historical_data_sources");
	if (!all.value)
		die("%s: no key 'historical_data_sources'", s.config);
	need_mapping(all, "historical_data_sources");
	out_open(&s.out, 1, "stdout");
	out_str(&s.out, "source,instrument,frequency\n");
	json_object_foreach(all.value, name, v)
		print_source(name, under(all, name), argv + i);
	out_flush(&s.out);
	return 0;
}
