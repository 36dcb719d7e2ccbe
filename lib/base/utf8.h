/* utf8 - characters of text from outside, whatever bytes it has */
#ifndef ST_BASE_UTF8_H
#define ST_BASE_UTF8_H

#include "base/out.h"
#include "base/slice.h"

/*
 * Take the first character off *s, which must not be empty: its bytes. What isn't a
 * character that a document may hold (control characters, bytes that aren't UTF-8)
 * is one byte, and "?" instead.
 */
struct slice utf8_next(struct slice *s);

/* How many characters there are. */
int utf8_length(struct slice s);

/* Print a text: of more than `most` characters the first, and an ellipsis; how many were printed. */
int utf8_cut(struct out *o, const char *text, int most);

#endif
