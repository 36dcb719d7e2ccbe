/* adapter_intake - the keys of an adapter that tell how rows are read, other than plain ones */
#ifndef ST_VENDOR_ADAPTER_INTAKE_H
#define ST_VENDOR_ADAPTER_INTAKE_H

#include "vendor/adapter.h"

/* Set columns, days and suffixes of a->intake from a->root, and look at the plain keys together; dies naming file and line. */
void adapter_intake(struct adapter *a);

/* `file:line` of a key, for messages. */
const char *adapter_place(const struct adapter *a, const char *key);

#endif
