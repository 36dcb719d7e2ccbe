/*
 * data_folder - a pysystemtrade data folder, or an archive of one, read without unpacking
 *
 * Members are FOLDER/CODE.csv below the folder given, or at any depth in an
 * archive of any kind that libarchive reads. Archives are read forwards, a
 * cursor a folder, so members asked for in the archive's order cost one pass.
 */
#ifndef ST_DATA_DATA_FOLDER_H
#define ST_DATA_DATA_FOLDER_H

#include <stdbool.h>

#include "base/names.h"
#include "stream/rec.h"

struct data;

/* Dies when path is neither a folder nor a readable archive. */
struct data *data_open(const char *path);

/*
 * A reader on FOLDER/CODE.csv, named so in messages; false when there is none.
 * At most one reader a folder at a time; end it with rec_close.
 */
bool data_member(struct data *d, const char *folder, const char *code, struct rec *r);

/* The bytes of FOLDER/CODE.csv, 0 when there is none; in an archive, where looking is dear, 1. */
double data_size(struct data *d, const char *folder, const char *code);

/* The codes that have a file in FOLDER, sorted by byte. */
struct names data_codes(struct data *d, const char *folder);

/* Read an archive from a descriptor to its end; dies, calling it name, when it is none, holds nothing or was cut off. */
void data_check(int fd, const char *name);

#endif
