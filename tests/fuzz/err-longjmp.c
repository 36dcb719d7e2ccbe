/* err, but death goes back to the fuzzer: lib/err.c's place is taken by this */
#include "err-longjmp.h"

#include "err.h"

const char *prog = "fuzz";
jmp_buf fuzz_death;

void
die(const char *fmt, ...)
{
	(void)fmt;
	longjmp(fuzz_death, 1);
}

void
die_sys(const char *fmt, ...)
{
	(void)fmt;
	longjmp(fuzz_death, 1);
}

void
warn(const char *fmt, ...)
{
	(void)fmt;
}

void
warn_quiet(void)
{
}

void
die_hook(void (*f)(void))
{
	(void)f;
}
