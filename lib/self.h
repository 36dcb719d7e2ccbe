/* self - where the running program stands */
#ifndef ST_SELF_H
#define ST_SELF_H

/* The folder of the program's file, owned by the caller; dies when it can't be told. */
char *self_dir(void);

#endif
