#include "backtest/run_hash.h"

#include <string.h>

#include "backtest/checksums.h"
#include "base/die.h"
#include "base/opt.h"

void
run_hash(const struct backtest *b, char text[SHA256_TEXT])
{
	const char *path = backtest_file(b, "config.json");
	struct checksums data = checksums_of(b);
	char config[SHA256_TEXT];
	struct sha256_ctx h;

	if (!*data.all || !sha256_file(path, config))
		die("%s: what it was made of cannot be read any more", b->path);
	sha256_init(&h);
	sha256_update(&h, strlen(ST_VERSION), (const uint8_t *)ST_VERSION);
	sha256_update(&h, sizeof config, (const uint8_t *)config);
	sha256_update(&h, sizeof data.all, (const uint8_t *)data.all);
	sha256_text(&h, text);
}
