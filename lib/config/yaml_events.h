/*
 * yaml_events - the events of a YAML document, out of libyaml: what begins, what ends, and where
 *
 * Whatever is wrong with the text dies naming the place.
 */
#ifndef ST_CONFIG_YAML_EVENTS_H
#define ST_CONFIG_YAML_EVENTS_H

#include <stdbool.h>
#include <yaml.h>

#include "base/slice.h"

struct yaml_events {
	const char *name;
	bool lines;         /* places are name:line, not the bare name */
	struct slice text;
	yaml_parser_t p;    /* private */
};

/* Begin with the text, which stays the caller's; have done with it. */
void yaml_events_open(struct yaml_events *r);
void yaml_events_close(struct yaml_events *r);

/* The next event, which the caller deletes. */
void yaml_events_next(struct yaml_events *r, yaml_event_t *e);

/* `name:line`; valid until the next call. */
const char *yaml_events_place(const struct yaml_events *r, yaml_mark_t m);

/* The text of a scalar; dies when it holds a NUL. */
struct slice yaml_events_scalar(const struct yaml_events *r, const yaml_event_t *e);

/* Die about a tag that isn't the one that is fine. */
void yaml_events_tag(const struct yaml_events *r, const yaml_event_t *e, const yaml_char_t *tag, const char *fine);

#endif
