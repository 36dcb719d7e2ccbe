/*
 * layers - config files over one another, and the defaults under them
 *
 * A file's top-level key replaces an earlier file's whole; the file that its base_config names comes before it. What is
 * absent or null at the end is filled from the defaults, mappings key by key (pysystemtrade's rule). Everything wrong
 * dies naming file, line and key.
 */
#ifndef ST_CONFIG_LAYERS_H
#define ST_CONFIG_LAYERS_H

#include "config/yaml_place.h"

/* The config as it grows, and the keys that came from files that were complete. */
struct layers {
	struct config_yaml doc;
	json_t *whole;      /* private */
};

struct layers layers_open(void);
void layers_close(struct layers *l);

/* Put a file ("-" is standard input) over what is there. */
void layers_put(struct layers *l, const char *path);

/* Put the defaults under it. */
void layers_fill(struct layers *l);

#endif
