/*
 * fuzz-date-format - a date by a format: the input is the format, a 0, and the date
 *
 * What is read in a format that can be printed must be read again from what is printed.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "time/date_format.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Of codes that date_format_print has too, and of no digits, which would run into those of a number. */
static bool
printable(const char *format)
{
	for (; *format; format++) {
		if (*format == '%' && !strchr("YmdHMSs%", *++format))
			return false;
		if (*format >= '0' && *format <= '9')
			return false;
	}
	return true;
}

static void
check(const char *format, struct slice text)
{
	char s[DATE_FORMAT_MAX];
	int64_t t = 77, again;

	if (!date_format_parse(format, text, &t)) {
		if (t != 77)
			abort();
		return;
	}
	if (t < -1000000000000 || t > 1000000000000)
		abort();
	if (!printable(format) || strlen(format) > DATE_FORMAT_MAX / 8)
		return;
	date_format_print(s, format, t);
	if (!date_format_parse(format, slice_of(s), &again) || again != t)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *end = size ? memchr(data, 0, size) : NULL;
	char *format, *text;
	size_t n = end ? (size_t)(end - data) : 0;

	if (!end)
		return 0;
	format = strdup((const char *)data);
	text = malloc(size - n);
	memcpy(text, end + 1, size - n - 1);
	text = realloc(text, size - n - 1 ? size - n - 1 : 1); /* a slice has no 0 behind it */
	if (!date_format_wrong(format))
		check(format, (struct slice){ text, size - n - 1 });
	free(format);
	free(text);
	return 0;
}
