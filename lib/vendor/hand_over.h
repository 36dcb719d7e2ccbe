/* hand_over - a program that takes --adapter is the one that the adapter is for: st-import of files, st-get of a server */
#ifndef ST_VENDOR_HAND_OVER_H
#define ST_VENDOR_HAND_OVER_H

/* The value of --adapter among arguments up to "--", NULL without; the other options may be another program's. */
const char *hand_over_adapter(char **argv);

/* Become the adapter's program with the arguments behind argv[0]; dies when that cannot be. */
_Noreturn void hand_over(const char *adapter, char **argv);

#endif
