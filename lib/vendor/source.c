#include "vendor/source.h"

#include <string.h>

#include "base/die.h"
#include "base/nearest.h"
#include "config/yaml.h"

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
is_day(struct config_yaml days, const json_t *v, int weekday)
{
	if (!json_is_integer(v) || json_integer_value(v) < 0 || json_integer_value(v) > 6)
		die("%s: days: not weekdays, weekend, ALL or numbers from 0 (Monday) to 6", yaml_place(days.where));
	return json_integer_value(v) == weekday;
}

static bool
is_today(struct config_yaml entry, const char *name, int weekday)
{
	struct config_yaml days = under(entry, "days");
	const char *text = json_string_value(days.value);
	bool today = false;

	if (!has(entry, "days"))
		die("%s: schedule '%s' has no days", yaml_place(json_object_get(entry.where, "")), name);
	if (weekday < 0)
		die("%s: schedule '%s' is by the day of the week; --now says which it is", yaml_place(days.where), name);
	if (text && (strcmp(text, "weekdays") == 0 || strcmp(text, "weekday") == 0))
		return weekday < 5;
	if (text && strcmp(text, "weekend") == 0)
		return weekday > 4;
	if (text && strcmp(text, "ALL") == 0)
		return true;
	if (!json_is_array(days.value))
		return is_day(days, days.value, weekday);
	for (size_t i = 0; i < json_array_size(days.value); i++)
		today |= is_day(days, json_array_get(days.value, i), weekday);
	return today;
}

static _Noreturn void
no_such_key(struct config_yaml entry, const char *key)
{
	struct nearest near = nearest_to(slice_of(key));

	for (const char *const *k = entry_keys; *k; k++)
		nearest_try(&near, *k);
	die("%s: no such key of a schedule: '%s'%s", yaml_place(json_object_get(entry.where, key)), key, nearest_said(&near));
}

/* Any entry will do; each is read whole, so that a slip in it is told every day. */
static bool
is_scheduled(struct config_yaml schedule, const char *instrument, const char *frequency, int weekday)
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
				no_such_key(entry, key);
		bool today = is_today(entry, name, weekday), allowed = is_allowed(entry, instrument, frequency);
		any |= today && allowed;
	}
	return any;
}

/* ---- sources ---- */

bool
source_is_enabled(struct config_yaml source)
{
	struct config_yaml y = under(source, "enabled");

	if (has(source, "enabled") && !json_is_boolean(y.value))
		die("%s: enabled: not true or false", yaml_place(y.where));
	return !json_is_false(y.value);
}

bool
source_is_wanted(struct config_yaml source, const char *instrument, const char *frequency, int weekday)
{
	struct config_yaml config = under(source, "config");

	if (!has(source, "config"))
		return true;
	need_mapping(config, "config");
	return has(config, "schedule") ? is_scheduled(under(config, "schedule"), instrument, frequency, weekday)
	                               : is_allowed(config, instrument, frequency);
}

bool
source_is_frequency(const char *text)
{
	return is_one_of(text, frequencies);
}

struct config_yaml
source_file(const char *path)
{
	struct config_yaml all = under(yaml_file(path), "historical_data_sources");

	if (!all.value)
		die("%s: no key 'historical_data_sources'", path);
	need_mapping(all, "historical_data_sources");
	return all;
}

struct config_yaml
source_of(struct config_yaml all, const char *name)
{
	struct config_yaml source = under(all, name);

	need_mapping(source, name);
	return source;
}
