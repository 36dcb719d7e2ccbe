/*
 * replacement - a file written under another name, then put in the place of an old one
 *
 * A reader sees the old file or the new one, never a part; a program that dies, by itself or
 * by a signal that asks it to (SIGTERM, not SIGKILL), leaves the old one, and nothing else.
 * Permissions are those of the old one. Several may be open, each for a path of its own.
 */
#ifndef ST_BASE_REPLACEMENT_H
#define ST_BASE_REPLACEMENT_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/out.h"

struct replacement {
	struct out out;     /* to write to; its messages name path */
	/* private */
	const char *path;
	char *temporary;    /* the name it is written under */
	bool durable;
	pid_t owner;
	struct replacement *next;
};

/* DIR/CODE.csv, owned by the caller; dies when an instrument of that code cannot name a file. */
char *replacement_path(const char *dir, const char *code);

/* Begin a new file for path; both r and path must live until replacement_close. Dies if it can't. */
void replacement_open(struct replacement *r, const char *path);

/*
 * The same for what can't be made anew, as a file of prices: replacement_close then
 * sees that it is on the disk, which takes a while. The caller holds the lock of path
 * (base/lock.h), so the other name is path.tmp, and what a killed program left there is removed.
 */
void replacement_open_durable(struct replacement *r, const char *path);

/* All is written: put it in the place of path, or die. */
void replacement_close(struct replacement *r);

/* The folder that a path lies in, owned by the caller. */
char *replacement_folder(const char *path);

/* A name that was given in a folder outlives a power cut once this has come back. */
void replacement_sync_folder(const char *path);

#endif
