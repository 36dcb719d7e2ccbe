/* run_hash - one name for what a backtest was made of: its config, its data, the version of st */
#ifndef ST_BACKTEST_RUN_HASH_H
#define ST_BACKTEST_RUN_HASH_H

#include "backtest/backtest_folder.h"
#include "base/sha256.h"

/* SHA-256 of the version, config.json and the data's checksums (backtest/checksums.h). Dies when data can't be read any more. */
void run_hash(const struct backtest *b, char text[SHA256_TEXT]);

#endif
