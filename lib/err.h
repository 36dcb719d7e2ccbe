/* err - messages on stderr: one line, lower case, `prog: place: what: "value"` */
#ifndef ST_ERR_H
#define ST_ERR_H

#include <stdbool.h>
#include <stddef.h>

/* The program's name, set once by main before anything can fail. */
extern const char *prog;

/*
 * Print `prog: message` and exit 2. Outputs still holding rows are flushed
 * first, so that the last good row and the error's line agree. Control bytes
 * in the message print as '?'.
 */
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* As die, with ": " and the text of errno after the message. */
_Noreturn void die_sys(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* Print `prog: message` and go on; silent after warn_quiet(). */
void warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void warn_quiet(void);
bool warn_is_quiet(void);

/* f is called before die exits; one hook, which lib/out.c takes. */
void die_hook(void (*f)(void));

/* Memory or death: never NULL. The caller owns the result. */
void *mem_alloc(size_t n, size_t size); /* zeroed */
void *mem_grow(void *p, size_t n, size_t size);
char *mem_dup(const char *p, size_t n); /* n bytes and a NUL */

#endif
