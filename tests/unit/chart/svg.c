/* svg: gnuplot's SVG written anew, by drawings small enough to be read */
#include "test.h"

#include "chart/svg.h"
#include "chart/svg_points.h"

static struct out *
out(void)
{
	static struct out o;

	out_open(&o, 1, "out");
	return &o;
}

static void
points(const char *text, bool closed)
{
	struct out *o = out();

	svg_points(o, slice_of(text), closed);
	out_flush(o);
}

static void
test_points(void)
{
	PRINTS("M1 2l3 4 .5-.5", points("M1.00,2.00 L4.00,6.00 L4.50,5.50  ", false));
	PRINTS("M1 2h3v-2h-1z", points("1.00,2.00 4.00,2.00 4.00,0.00 3,0", true));
	PRINTS("M0 0h10-2", points("M0,0 L4,0 L10,0 L8,0", false));           /* one stretch each way */
	PRINTS("M0 0h1M5 5v1", points("M0,0 L1,0 M3,3 M5,5 L5,6 M9,9", false)); /* no line, no M */
	PRINTS("M.1-.1h.9", points("M0.06,-0.14 L0.96,-0.11 L0.99,-0.09", false));
	PRINTS("M0 0l.3 .7 .3 .6", points("M0,0 L0.33,0.66 L0.63,1.34", false));
	PRINTS("", points("", false));
	PRINTS("", points("M1 L", true));
}

static void
drawing(const char *body, const char *title, const char *paper)
{
	static char text[4096];
	struct out *o = out();

	snprintf(text, sizeof text, "<?xml version=\"1.0\"?>\n<svg \n width=\"9\" height=\"6\"\n viewBox=\"0 0 9 6\"\n>\n<title>Gnuplot</title>\n%s</svg>\n", body);
	svg_put(o, slice_of(text), title, paper);
	out_flush(o);
}

#define HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 9 6\" font-family=\"Helvetica,Arial,sans-serif\" font-size=\"14\">\n"

static void
test_elements(void)
{
	PRINTS(HEAD "<title>a &lt;b> &amp; ?\xc3\xa9</title>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n</svg>\n",
	    drawing("", "a <b> & \xff\xc3\xa9", "#ffffff"));
	PRINTS(HEAD "<title>t</title>\n<path fill=\"none\" stroke=\"#1f4e79\" stroke-width=\"2.00\" d=\"M0 0l1 1\"/>\n</svg>\n",
	    drawing("<g id=\"x\" stroke=\"currentColor\" stroke-width=\"2.00\">\n<path stroke='rgb( 31,  78, 121)'  d='M0.00,0.00 L1.00,1.00  '/></g>", "t", NULL));
	PRINTS(HEAD "<title>t</title>\n<path fill=\"#e3b7b1\" d=\"M0 0h1v1zM2 2h1v1z\"/>\n<path fill=\"#000001\" d=\"M0 0h1v1z\"/>\n</svg>\n",
	    drawing("<polygon fill = 'rgb(227, 183, 177)' points = '0,0 1,0 1,1 '/><polygon fill = '#e3b7b1' points = '2,2 3,2 3,3 '/>"
		    "<polygon fill = 'rgb(0,0,1)' points = '0,0 1,0 1,1 '/>", "t", NULL));
	PRINTS(HEAD "<title>t</title>\n<text fill=\"#404040\" x=\"7.1\" y=\"3.2\" text-anchor=\"end\" font-size=\"8\">&lt;b> x</text>\n"
		    "<text fill=\"#404040\" transform=\"translate(7.1 3.2)rotate(-90)\">y</text>\n</svg>\n",
	    drawing("<g transform=\"translate(7.11,3.21)\" stroke=\"none\" fill=\"rgb(64,64,64)\" font-size=\"8.00\" text-anchor=\"end\">\n"
		    "<text>&lt;b> x</text></g><g transform=\"translate(7.11,3.21) rotate(-90.00)\" fill=\"rgb(64,64,64)\" font-size=\"14.00\">\n"
		    "<text>y</text><text></text></g>", "t", NULL));
}

/* Nothing that has an id, runs, loads or links. */
static void
test_left_out(void)
{
	PRINTS(HEAD "<title>t</title>\n</svg>\n",
	    drawing("<desc>Produced by</desc><defs><path id='gpPt0' stroke='#000000' d='M-1,0 L2,1'/></defs><a xlink:href='x'></a><image xlink:href='y'/>"
		    "<script>alert(1)</script><g id=\"gnuplot_plot_1\" ><title><path stroke='#000000' d='M-1,0 L2,1'/></title></g><use xlink:href='#gpPt0'/>"
		    "<path stroke='#000000' d='M1,1'/><path stroke='#000000", "t", NULL));
}

int
main(void)
{
	RUN(test_points);
	RUN(test_elements);
	RUN(test_left_out);
	return test_end();
}
