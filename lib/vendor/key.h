/* key - the key to a vendor's server, out of a file: an argument is seen by everybody on the machine */
#ifndef ST_VENDOR_KEY_H
#define ST_VENDOR_KEY_H

/* A file's first line up to a blank, owned by the caller; "-" is standard input. Warns when others may read the file. */
char *key_read(const char *path);

#endif
