/*
 * test - a unit test program: functions of checks, one line of output each
 *
 * `ok NAME` for a test whose checks held, else `not ok FILE:LINE: EXPRESSION`
 * for the first that did not. test_end() is what main returns.
 */
#ifndef ST_TEST_H
#define ST_TEST_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/prog.h"

/* Sanitizers make everything slower: loops divide their counts by this. */
#if defined(__SANITIZE_ADDRESS__)
enum { TEST_SLOW = 100 };
#else
enum { TEST_SLOW = 1 };
#endif

static struct {
	bool failed;       /* the test at work */
	int failures;      /* tests */
	char file[32][32]; /* made by test_file */
	int files;
} test;

/* Only the first failure of a test is told. */
static inline void
test_fail(const char *file, int line, const char *expr)
{
	if (!test.failed)
		printf("not ok %s:%d: %s\n", file, line, expr);
	test.failed = true;
}

/* Go on in the function only if e is true. */
#define CHECK(e) \
	do { \
		if (!(e)) { \
			test_fail(__FILE__, __LINE__, #e); \
			return; \
		} \
	} while (0)

#define RUN(f) test_run(f, #f)

static inline void
test_run(void (*f)(void), const char *name)
{
	test.failed = false;
	f();
	test.failures += test.failed;
	if (!test.failed)
		printf("ok %s\n", name);
	fflush(stdout);
}

static inline int
test_end(void)
{
	for (int i = 0; i < test.files; i++)
		unlink(test.file[i]);
	return test.failures > 0;
}

/* Equal to the bit; two NaNs are equal. */
static inline bool
same(double a, double b)
{
	return memcmp(&a, &b, sizeof a) == 0 || (a != a && b != b);
}

/* A small generator of its own (splitmix64), so that runs are equal everywhere. */
static inline uint64_t
test_random(void)
{
	static uint64_t s = 42;
	uint64_t z = s += 0x9e3779b97f4a7c15u;

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
	return z ^ (z >> 31);
}

/* The name of a new file that holds text; gone after test_end. */
static inline const char *
test_file(const char *text)
{
	char *name = test.file[test.files++ % 32];

	strcpy(name, "/tmp/st-unit-XXXXXX");
	int fd = mkstemp(name);
	if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text) || close(fd))
		abort();
	return name;
}

/* Fork; true in the child, whose output on `from` the parent reads at *fd. */
static inline bool
test_child(int from, int *fd)
{
	int p[2];

	fflush(stdout);
	if (pipe(p))
		abort();
	pid_t pid = fork();
	if (pid < 0)
		abort();
	*fd = p[0];
	close(pid ? p[1] : p[0]);
	if (pid == 0)
		dup2(p[1], from);
	return pid == 0;
}

/* The child ended with `status`, having written exactly `text`. */
static inline bool
test_ended(int fd, int status, const char *text)
{
	static char got[65536];
	size_t n = 0;
	ssize_t k;
	int w;

	while ((k = read(fd, got + n, sizeof got - 1 - n)) > 0)
		n += (size_t)k;
	close(fd);
	got[n] = '\0';
	wait(&w);
	bool right = WIFEXITED(w) && WEXITSTATUS(w) == status && strcmp(got, text) == 0;
	if (!right)
		printf("# wanted status %d and: %s\n# got status %d and: %s\n", status, text,
		    WIFEXITED(w) ? WEXITSTATUS(w) : 128 + WTERMSIG(w), got);
	return right;
}

/* The statement ends the program with exit 2 and "unit: TEXT" on stderr. */
#define DIES(text, ...) \
	do { \
		int fd_; \
		if (test_child(2, &fd_)) { \
			prog = "unit"; \
			__VA_ARGS__; \
			_exit(0); \
		} \
		CHECK(test_ended(fd_, 2, "unit: " text "\n")); \
	} while (0)

/* The statement ends the program (or runs through) with exit 0 and TEXT on stdout. */
#define PRINTS(text, ...) \
	do { \
		int fd_; \
		if (test_child(1, &fd_)) { \
			__VA_ARGS__; \
			exit(0); \
		} \
		CHECK(test_ended(fd_, 0, text)); \
	} while (0)

#endif
