/*
 * zip_names - does a zip file call each of its files alike in both of its places?
 *
 * Names have no checksum, and stand in the table at the end and before the file itself, of which libarchive believes the
 * latter: a file whose name is corrupt would be missing, and nothing said.
 */
#ifndef ST_DATA_ZIP_NAMES_H
#define ST_DATA_ZIP_NAMES_H

/* Die when it does not, calling the zip file name. */
void zip_names_check(int fd, const char *name);

#endif
