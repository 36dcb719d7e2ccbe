/* canvas: dots drawn by hand */
#include "test.h"

#include "chart/canvas.h"

static void
show(struct canvas *c)
{
	struct out o;

	out_open(&o, 1, "out");
	for (int i = 0; i < c->rows; i++) {
		canvas_print(c, &o, i, c->columns, ".");
		out_char(&o, '\n');
	}
	out_flush(&o);
}

static void
dots(const int (*at)[2], int n)
{
	struct canvas c = canvas_open(2, 1);

	for (int i = 0; i < n; i++)
		canvas_dot(&c, at[i][0], at[i][1]);
	show(&c);
}

static void
line(int x0, int y0, int x1, int y1)
{
	struct canvas c = canvas_open(3, 2);

	canvas_line(&c, x0, y0, x1, y1);
	show(&c);
}

static void
test_dots(void)
{
	const int each[][2] = { { 0, 0 }, { 0, 1 }, { 0, 2 }, { 0, 3 }, { 3, 0 }, { 3, 1 }, { 3, 2 }, { 3, 3 } };
	const int outside[][2] = { { -1, 0 }, { 4, 0 }, { 0, -1 }, { 0, 4 } };

	PRINTS("⡇⢸\n", dots(each, 8));
	PRINTS("⠁.\n", dots(each, 1));
	PRINTS(".⠈\n", dots(each + 4, 1));
	PRINTS("..\n", dots(outside, 4));
	struct canvas c = canvas_open(4, 2);
	CHECK(canvas_reach(&c, 0) == 0);
	canvas_dot(&c, 5, 4);
	CHECK(canvas_reach(&c, 0) == 0 && canvas_reach(&c, 1) == 3);
}

static void
test_lines(void)
{
	PRINTS("⠉⠉⠉\n...\n", line(0, 0, 5, 0));
	PRINTS("⠉⠉⠉\n...\n", line(5, 0, 0, 0));
	PRINTS(".⡇.\n.⡇.\n", line(2, 7, 2, 0));
	PRINTS("⠑⢄.\n..⠑\n", line(0, 0, 5, 5));
	PRINTS("..⠈\n...\n", line(5, 0, 5, 0));
}

int
main(void)
{
	RUN(test_dots);
	RUN(test_lines);
	return test_end();
}
