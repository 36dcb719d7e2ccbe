/* gate_config - what the `risk_gate` of a config says: the limits of order/gate.h, and which instruments may be traded */
#ifndef ST_TRADE_GATE_CONFIG_H
#define ST_TRADE_GATE_CONFIG_H

#include <jansson.h>

#include "order/gate.h"

struct gate_config {
	struct gate_limits limits;
	json_t *listed;            /* codes of instruments; NULL when any may be traded */
};

/* Read a YAML file; dies, naming file and line, when it has no risk_gate, or one with a key or a value that it cannot have. */
struct gate_config gate_config_read(const char *path);

bool gate_config_lists(const struct gate_config *c, const char *instrument);

void gate_config_free(struct gate_config *c);

#endif
