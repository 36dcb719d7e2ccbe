/* die - the end of a program that cannot do what it was asked for: one line on stderr (base/prog.h), exit 2 */
#ifndef ST_BASE_DIE_H
#define ST_BASE_DIE_H

/*
 * Print `prog: message` and exit 2. Outputs still holding rows are flushed
 * first, so that the last good row and the error's line agree.
 */
_Noreturn void die(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* As die, with ": " and the text of errno after the message. */
_Noreturn void die_sys(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/*
 * As die, from within a library that called back: it may hold a lock that what
 * it has for the end of the program would wait for, so that nothing is called at exit.
 */
_Noreturn void die_within(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* f is called before die exits; one hook, which base/out.c takes. */
void die_hook(void (*f)(void));

/* f is called before die_within ends the program, for what otherwise is done at exit; base/replacement.c takes it. */
void die_tidy(void (*f)(void));

#endif
