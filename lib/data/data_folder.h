/*
 * data_folder - a pysystemtrade data folder, or an archive of one, read without unpacking
 *
 * Members are FOLDER/CODE.csv below the folder given, or at any depth in an
 * archive (data/members.h): of several data folders in one, the one whose path
 * there stands behind the archive's own. What has control bytes in its name, or
 * isn't a regular file, dies by name. As for pandas, lines with nothing in them
 * are none.
 */
#ifndef ST_DATA_DATA_FOLDER_H
#define ST_DATA_DATA_FOLDER_H

#include <stdbool.h>

#include "base/names.h"
#include "data/file_ends.h"
#include "stream/rec.h"

struct data;

/* The archive that path leads into, as its folders may be named behind it, or path itself. The caller owns it. */
char *data_file(const char *path);

/* Dies when path is neither a folder nor an archive that can be read whole. */
struct data *data_open(const char *path);

/*
 * A reader on FOLDER/CODE.csv, named so in messages; false when there is none.
 * At most one reader a folder at a time; end it with rec_close.
 */
bool data_member(struct data *d, const char *folder, const char *code, struct rec *r);

/* Whether FOLDER/CODE.csv has rows, and from when to when; none when there is no such file. */
struct file_ends data_ends(struct data *d, const char *folder, const char *code);

/* The bytes of FOLDER/CODE.csv, 0 when there is none. */
double data_size(struct data *d, const char *folder, const char *code);

/* The codes that have a file in FOLDER, sorted by byte. */
struct names data_codes(struct data *d, const char *folder);

/* Only these codes will be asked for, as far as is known: of an archive no others are kept. They must last. */
void data_only(struct data *d, const struct names *codes);

/* Read an archive from a descriptor to its end; dies, calling it name, when it is none, holds nothing or is not whole. */
void data_check(int fd, const char *name);

#endif
