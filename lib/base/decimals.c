#include "base/decimals.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

const char *
decimals_text(double x, int decimals)
{
	static char text[8][512];
	static int at;
	char *t = text[at++ % 8];

	if (isnan(x))
		return "-";
	snprintf(t, sizeof text[0], "%.*f", decimals, x);
	return t[strspn(t, "-0.")] == '\0' && t[0] == '-' ? t + 1 : t;
}
