/* axis - round numbers and days to write along an axis */
#ifndef ST_CHART_AXIS_H
#define ST_CHART_AXIS_H

enum { AXIS_MARKS = 24 };

struct axis {
	int n;
	struct axis_mark {
		double at;
		char text[24];
	} mark[AXIS_MARKS];
};

/* At most `most` (2 to AXIS_MARKS) multiples of 1, 2 or 5 times a power of ten in low..high; thousands are k, M, bn. */
struct axis axis_numbers(double low, double high, int most);

/* First days of years or months, or days, in first..last: as many as fit side by side in `room` characters. */
struct axis axis_days(int first, int last, int room);

/* Characters of its longest text. */
int axis_width(const struct axis *a);

#endif
