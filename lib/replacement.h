/*
 * replacement - a file written under another name, then put in the place of an old one
 *
 * A reader sees the old file or the new one, never a part; a program that dies leaves
 * the old one, and nothing else. One at a time.
 */
#ifndef ST_REPLACEMENT_H
#define ST_REPLACEMENT_H

#include "out.h"

struct replacement {
	struct out out;     /* to write to; its messages name path */
	/* private */
	const char *path;
};

/* Begin a new file for path, which must live until replacement_close; dies if it can't. */
void replacement_open(struct replacement *r, const char *path);

/* All is written: put it in the place of path, or die. */
void replacement_close(struct replacement *r);

#endif
