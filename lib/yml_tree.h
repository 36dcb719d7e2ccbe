/*
 * yml_tree - the value that the events of a YAML document make, with its places
 *
 * Lists, mappings with their `<<`, anchors and aliases; depth and cost are bounded as
 * lib/yml.h says.
 */
#ifndef ST_YML_TREE_H
#define ST_YML_TREE_H

#include "yml.h"
#include "yml_events.h"

/*
 * The one document that events give, from their opening to their close. value is NULL when there is none; where is
 * that of a mapping but for its own place, of all else NULL.
 */
struct yml yml_tree(struct events *from);

#endif
