/* die-longjmp - where die() goes in a fuzz target: `if (setjmp(fuzz_death) == 0) …`, or into fuzz_run */
#ifndef ST_DIE_LONGJMP_H
#define ST_DIE_LONGJMP_H

#include <setjmp.h>
#include <stdbool.h>

extern jmp_buf fuzz_death;

/* Did f live? All memory that it took is freed, for millions of deaths would eat it up: f may keep nothing. */
bool fuzz_run(void (*f)(void *), void *arg);

#endif
