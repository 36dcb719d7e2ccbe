/* decimals - numbers for people: so many decimals, no more than can be read */
#ifndef ST_BASE_DECIMALS_H
#define ST_BASE_DECIMALS_H

/* x with this many decimals, "-" when it is a NaN, no sign when it rounds to nothing; valid until the eighth call from here. */
const char *decimals_text(double x, int decimals);

#endif
