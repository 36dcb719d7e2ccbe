/* die-longjmp - where die() goes in a fuzz target: `if (setjmp(fuzz_death) == 0) …` */
#ifndef ST_DIE_LONGJMP_H
#define ST_DIE_LONGJMP_H

#include <setjmp.h>

extern jmp_buf fuzz_death;

#endif
