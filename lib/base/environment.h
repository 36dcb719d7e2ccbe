/* environment - what a child is told by its environment, without changing the parent's */
#ifndef ST_BASE_ENVIRONMENT_H
#define ST_BASE_ENVIRONMENT_H

/*
 * This program's environment with each NAME=VALUE of `set`, which a NULL ends, in the
 * place of its own; the caller frees the array, the strings stay whose they are.
 */
char **environment_with(char *const *set);

#endif
