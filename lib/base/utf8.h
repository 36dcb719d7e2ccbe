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

/* A copy of a text of one line whose characters are as utf8_next gives them, for a terminal; the caller's. */
char *utf8_clean(const char *text);

/* Print a text of any lines so: line ends and tabs as they are. */
void utf8_text(struct out *o, struct slice s);

/* Print a text of one line so, and blanks up to a width in characters. */
void utf8_pad(struct out *o, const char *text, int width);

/* How many characters there are. */
int utf8_length(struct slice s);

/* Print a text: of more than `most` characters the first, and an ellipsis; how many were printed. */
int utf8_cut(struct out *o, const char *text, int most);

#endif
