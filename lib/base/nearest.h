/* nearest - how far a name that was typed is from one that there is, to say which was meant */
#ifndef ST_BASE_NEAREST_H
#define ST_BASE_NEAREST_H

/* How many letters must be put in, left out or changed to get from a to b. */
int nearest_distance(const char *a, const char *b);

#endif
