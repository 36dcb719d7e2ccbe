/*
 * members - the data files FOLDER/CODE.csv within an archive, at whatever depth
 *
 * Opening reads the whole archive once: it must be whole, and have one data folder and no file twice. Then each
 * folder is read forwards, so members asked for in the archive's order cost one pass. Those that stand before
 * their turn go into a temporary file, so that any other order costs no more.
 */
#ifndef ST_DATA_MEMBERS_H
#define ST_DATA_MEMBERS_H

#include <stdbool.h>

#include "base/names.h"
#include "data/file_ends.h"
#include "stream/rec.h"

struct members;

/*
 * Of several data folders the one whose path within the archive ends in `inside`, or is that when it begins with a point; NULL
 * when there must be one.
 */
struct members *members_open(int fd, const char *path, const char *inside);

/* As data_member, data_ends, data_size, data_codes and data_only. */
bool members_read(struct members *m, const char *folder, const char *code, struct rec *r, const char *name);
struct file_ends members_ends(const struct members *m, const char *folder, const char *code);
double members_size(const struct members *m, const char *folder, const char *code);
struct names members_codes(const struct members *m, const char *folder);
void members_only(struct members *m, const struct names *codes);

#endif
