/* answer - what a server sent, as it stands in a file: bytes to be passed on, an archive to be looked through */
#ifndef ST_VENDOR_ANSWER_H
#define ST_VENDOR_ANSWER_H

#include "base/out.h"

/* All bytes of a file, from its first; name is for messages. */
void answer_print(struct out *o, int fd, const char *name);

/* Dies unless it is an archive that can be read to its end; one that begins as a message for people does is told as that. */
void answer_check_archive(int fd, const char *name);

#endif
