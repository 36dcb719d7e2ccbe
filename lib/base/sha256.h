/* sha256 - the hash that sha256sum(1) prints, by nettle */
#ifndef ST_BASE_SHA256_H
#define ST_BASE_SHA256_H

#include <nettle/sha2.h>
#include <stdbool.h>

enum { SHA256_TEXT = 2 * SHA256_DIGEST_SIZE + 1 }; /* bytes of a hash as text, its NUL included */

/* The hash of what h was fed, in hexadecimal; h begins anew. */
void sha256_text(struct sha256_ctx *h, char text[SHA256_TEXT]);

/* That of a file; false when it is gone, no file, or may not be read any more. Dies when it can't be read. */
bool sha256_file(const char *path, char text[SHA256_TEXT]);

#endif
