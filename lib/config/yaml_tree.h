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
	YAML_TREE_DEPTH = 64,      /* mappings and lists within one another */
	YAML_TREE_KEY = 255,       /* bytes of a key */
	YAML_TREE_COST = 64 << 20, /* 64 a node and its text, aliases expanded */
};

/*
 * The one document that events give, from their opening to their close. value is NULL when there is none; where is
 * that of a mapping but for its own place, of all else NULL.
 */
struct config_yaml yaml_tree(struct yaml_events *from);

#endif
