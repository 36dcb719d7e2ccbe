/* die, but death goes back to the fuzzer: base/die.c's place is taken by this */
#include "die-longjmp.h"

#include <sanitizer/allocator_interface.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdlib.h>

#include "base/die.h"

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
die_hook(void (*f)(void))
{
	(void)f;
}

void
die_tidy(void (*f)(void))
{
	(void)f;
}

/* ---- what a program leaves to its exit ---- */

enum { ROOM = 1 << 16 }; /* allocations that are remembered; what more there is leaks */

static struct {
	bool on;
	const volatile void *live[ROOM];
	size_t n;
} memory;

static void
on_malloc(const volatile void *p, size_t n)
{
	(void)n;
	if (memory.on && p && memory.n < ROOM)
		memory.live[memory.n++] = p;
}

/* What was allocated last is most often freed first. */
static void
on_free(const volatile void *p)
{
	for (size_t i = memory.on && p ? memory.n : 0; i-- > 0; )
		if (memory.live[i] == p) {
			memory.live[i] = memory.live[--memory.n];
			return;
		}
}

bool
fuzz_run(void (*f)(void *), void *arg)
{
	static bool hooked;
	volatile bool lived = false;

	if (!hooked)
		__sanitizer_install_malloc_and_free_hooks(on_malloc, on_free);
	hooked = true;
	memory.n = 0;
	memory.on = true;
	if (setjmp(fuzz_death) == 0) {
		f(arg);
		lived = true;
	}
	memory.on = false;
	for (size_t i = 0; i < memory.n; i++)
		free((void *)memory.live[i]);
	return lived;
}
