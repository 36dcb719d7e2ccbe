/* new_folder - a new data folder, DIR/FOLDER/NAME.csv, laid out as pysystemtrade has it */
#ifndef ST_DATA_NEW_FOLDER_H
#define ST_DATA_NEW_FOLDER_H

#include "base/out.h"

/* Make dir, which must be new or empty; dies when it holds something: invented prices must never land among true ones. */
void new_folder_make(const char *dir);

/* Make dir/folder, dies if it can't. */
void new_folder_add(const char *dir, const char *folder);

/* Open dir/folder/name.csv for writing; dies if it can't. End it with new_folder_close. */
void new_folder_open(struct out *o, const char *dir, const char *folder, const char *name);
void new_folder_close(struct out *o);

#endif
