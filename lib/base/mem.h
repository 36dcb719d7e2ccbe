/*
 * mem - memory or death: never NULL; the caller owns the result
 *
 * malloc, calloc and realloc die of it too, whoever calls them: these are in their places, in front of the C
 * library's own. For what is done for want of memory is seldom right: libarchive reads behind NULL or ends the
 * program itself, jansson leaves an element out, libcurl calls an address none, fts a folder empty.
 */
#ifndef ST_BASE_MEM_H
#define ST_BASE_MEM_H

#include <stddef.h>

void *mem_alloc(size_t n, size_t size); /* zeroed */
void *mem_grow(void *p, size_t n, size_t size);
char *mem_dup(const char *p, size_t n); /* n bytes and a NUL */
char *mem_text(const char *s);           /* a copy of a text */
char *mem_format(const char *fmt, ...) __attribute__((format(printf, 1, 2))); /* as printf prints it */

#endif
