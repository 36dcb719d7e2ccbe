#include "chart/gnuplot_script.h"

#include "base/utf8.h"
#include "chart/axis.h"
#include "chart/ink.h"

void
gnuplot_script_text(struct out *o, const char *text, int most)
{
	struct slice s = slice_of(text);

	out_char(o, '"');
	for (int i = 0; s.n > 0 && i < most; i++) {
		struct slice c = i + 1 == most && utf8_length(s) > 1 ? slice_of("\xe2\x80\xa6") : utf8_next(&s);
		for (size_t j = 0; j < c.n; j++)
			out_say(o, (c.p[j] >= 'A' && c.p[j] <= 'Z') || (c.p[j] >= 'a' && c.p[j] <= 'z') ? "%c" : "\\%03o",
			    (unsigned char)c.p[j]);
	}
	out_char(o, '"');
}

/* Of a character: instruments' codes are of capitals and rules' names of digits, which are wider than the rest. */
static int
character_width(struct slice c)
{
	if (c.n == 1 && strchr("mwMW%@", *c.p))
		return SCRIPT_WIDE;
	if (c.n == 1 && *c.p >= '0' && *c.p <= '9')
		return SCRIPT_DIGIT;
	return c.n > 1 || (*c.p >= 'A' && *c.p <= 'Z') ? SCRIPT_CAPITAL : SCRIPT_CHAR;
}

int
gnuplot_script_text_width(const char *text, int most)
{
	struct slice s = slice_of(text);
	int px = 0;

	for (int i = 0; i < most && s.n > 0; i++)
		px += character_width(utf8_next(&s));
	return px;
}

void
gnuplot_script_tics(struct out *o, const char *name, const struct axis *a, bool bare)
{
	out_say(o, "set %s (", name);
	for (int i = 0; i < a->n; i++) {
		out_say(o, i ? ",\"%s\" " : "\"%s\" ", bare ? "" : a->mark[i].text);
		out_num(o, a->mark[i].at);
	}
	out_str(o, ")\n");
}

void
gnuplot_script_colour(struct out *o, const char *what, const char *colour)
{
	out_say(o, " %s rgb '%s'", what, colour);
}

void
gnuplot_script_title(struct out *o, const struct chart_picture *p, int left)
{
	out_str(o, "set label ");
	gnuplot_script_text(o, p->chart->title, (p->width - left) / SCRIPT_CHAR);
	out_say(o, " at screen %.6f, screen %.6f", left / (double)p->width, 1 - (double)SCRIPT_TITLE / p->height);
	gnuplot_script_colour(o, "textcolor", ink_grey(INK_TITLE));
	out_char(o, '\n');
}

void
gnuplot_script_xlabel(struct out *o, const char *text)
{
	if (!text)
		return;
	out_str(o, "set xlabel ");
	gnuplot_script_text(o, text, 60);
	gnuplot_script_colour(o, "textcolor", ink_grey(INK_TEXT));
	out_char(o, '\n');
}

void
gnuplot_script_box(struct out *o, const struct chart_picture *p, struct gnuplot_script_box b)
{
	out_say(o, "set lmargin at screen %.6f\nset rmargin at screen %.6f\nset tmargin at screen %.6f\nset bmargin at screen %.6f\n",
	    b.left / (double)p->width, b.right / (double)p->width, 1 - b.top / (double)p->height, 1 - b.bottom / (double)p->height);
}

void
gnuplot_script_range(struct out *o, const char *name, double from, double to)
{
	out_say(o, "set %s [", name);
	out_num(o, from);
	out_char(o, ':');
	out_num(o, to);
	out_str(o, "]\n");
}
