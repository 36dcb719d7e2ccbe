/*
 * yaml_tree - the value that the events of a YAML document make, with its places
 *
 * Lists, mappings with their `<<`, anchors and aliases. What goes beyond a bound dies naming the line.
 */
#ifndef ST_CONFIG_YAML_TREE_H
#define ST_CONFIG_YAML_TREE_H

#include "config/yaml_events.h"
#include "config/yaml_place.h"

enum {
	YML_DEPTH = 64,      /* mappings and lists within one another */
	YML_KEY = 255,       /* bytes of a key */
	YML_COST = 64 << 20, /* 64 a node and its text, aliases expanded */
};

/*
 * The one document that events give, from their opening to their close. value is NULL when there is none; where is
 * that of a mapping but for its own place, of all else NULL.
 */
struct yml yml_tree(struct events *from);

#endif
