/* installed - where the running program stands */
#ifndef ST_BASE_INSTALLED_H
#define ST_BASE_INSTALLED_H

/* The folder of the program's file, owned by the caller; dies when it can't be told. */
char *installed_dir(void);

/*
 * The path of FOLDER/NAMESUFFIX, which comes with the programs: in the folder that
 * the environment variable env names, where they are installed, or in the tree they
 * were built in. A name with a slash or that suffix is a path itself. Owned by the
 * caller; dies when there is none.
 */
char *installed_find(const char *env, const char *folder, const char *name, const char *suffix);

#endif
