/*
 * source - where prices are to be fetched from: which instruments, at which frequencies, on which days of the week
 *
 * pysystemtrade's historical_data_sources: a mapping of sources by name, each with `enabled` and a `config`, which includes and
 * excludes, or has a schedule of such entries with `days`. What is wrong dies naming file and line.
 */
#ifndef ST_VENDOR_SOURCE_H
#define ST_VENDOR_SOURCE_H

#include <stdbool.h>

#include "config/yaml_place.h"

/* All sources of a file, YAML or JSON; one of them. */
struct config_yaml source_file(const char *path);
struct config_yaml source_of(struct config_yaml all, const char *name);

bool source_is_enabled(struct config_yaml source);

/* Is it to be fetched on a weekday, 0 Monday … 6 Sunday? -1, not known, dies when a schedule asks. */
bool source_is_wanted(struct config_yaml source, const char *instrument, const char *frequency, int weekday);

/* One of Y m W D B H 15M 5M M 10S S. */
bool source_is_frequency(const char *text);

#endif
