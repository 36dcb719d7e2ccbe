#include "chart/svg.h"

#include <math.h>
#include <stdio.h>

#include "base/utf8.h"
#include "chart/svg_points.h"

struct svg {
	struct out *o;
	struct slice in;     /* what is still to be read */
	struct slice text_g; /* the group that text stands in */
	char width[16];      /* of lines, in the group */
	char fill[8];        /* of the path whose end isn't written yet; "" when there is none */
};

/* ---- reading: gnuplot's own writing, so anything unforeseen is left out ---- */

/* The next tag, without its brackets; false at the end. */
static bool
next_tag(struct svg *s, struct slice *tag)
{
	const char *from = memchr(s->in.p, '<', s->in.n), *end = s->in.p + s->in.n;
	const char *to = from ? memchr(from, '>', (size_t)(end - from)) : NULL;

	if (!to)
		return false;
	*tag = (struct slice){ from + 1, (size_t)(to - from - 1) };
	s->in = (struct slice){ to + 1, (size_t)(end - to - 1) };
	return true;
}

static bool
begins(struct slice s, const char *with)
{
	return s.n >= strlen(with) && memcmp(s.p, with, strlen(with)) == 0;
}

/* Leave out everything up to this tag. */
static void
skip_to(struct svg *s, const char *end)
{
	struct slice tag;

	while (next_tag(s, &tag) && !slice_is(tag, end))
		;
}

/* The value of ` name="…"`, `name='…'` or `name = '…'`; empty when there is none. */
static struct slice
attribute(struct slice tag, const char *name)
{
	size_t n = strlen(name);

	for (size_t i = 1; i + n < tag.n; i++) {
		if ((tag.p[i - 1] != ' ' && tag.p[i - 1] != '\n') || memcmp(tag.p + i, name, n) != 0)
			continue;
		size_t from = i + n;
		while (from < tag.n && (tag.p[from] == ' ' || tag.p[from] == '='))
			from++;
		if (from == i + n || from >= tag.n || (tag.p[from] != '"' && tag.p[from] != '\''))
			continue;
		const char *to = memchr(tag.p + from + 1, tag.p[from], tag.n - from - 1);
		if (to)
			return (struct slice){ tag.p + from + 1, (size_t)(to - tag.p) - from - 1 };
	}
	return (struct slice){ tag.p, 0 };
}

/* `rgb( 31, 78,121)` or `#1f4e79` as the latter. */
static void
colour(struct slice s, char *text)
{
	double rgb[3] = { 0, 0, 0 };

	if (s.n == 7 && s.p[0] == '#') {
		memcpy(text, s.p, 7);
		text[7] = '\0';
		return;
	}
	for (int i = 0; i < 3; i++)
		svg_points_number(&s, &rgb[i]);
	snprintf(text, 8, "#%02x%02x%02x", (unsigned)rgb[0] & 255, (unsigned)rgb[1] & 255, (unsigned)rgb[2] & 255);
}

/* ---- writing ---- */

static void
put(struct svg *s, const char *name, const char *value)
{
	out_char(s->o, ' ');
	out_str(s->o, name);
	out_str(s->o, "=\"");
	out_str(s->o, value);
	out_char(s->o, '"');
}

static void
end_path(struct svg *s)
{
	if (s->fill[0])
		out_str(s->o, "\"/>\n");
	s->fill[0] = '\0';
}

/* Polygons of a colour behind one another are one path. */
static void
put_polygon(struct svg *s, struct slice tag)
{
	char fill[8];

	colour(attribute(tag, "fill"), fill);
	if (strcmp(fill, s->fill) != 0) {
		end_path(s);
		out_str(s->o, "<path");
		put(s, "fill", fill);
		out_str(s->o, " d=\"");
		memcpy(s->fill, fill, sizeof fill);
	}
	svg_points(s->o, attribute(tag, "points"), true);
}

static void
put_line(struct svg *s, struct slice tag)
{
	char stroke[8];
	struct slice d = attribute(tag, "d");

	end_path(s);
	if (!memchr(d.p, 'L', d.n))
		return;
	colour(attribute(tag, "stroke"), stroke);
	out_str(s->o, "<path fill=\"none\"");
	put(s, "stroke", stroke);
	if (strcmp(s->width, "1.00") != 0)
		put(s, "stroke-width", s->width);
	out_str(s->o, " d=\"");
	svg_points(s->o, d, false);
	out_str(s->o, "\"/>\n");
}

static void
put_place(struct svg *s, struct slice transform)
{
	double x = 0, y = 0;
	bool turned = svg_points_number(&transform, &x) && svg_points_number(&transform, &y) && memchr(transform.p, 'r', transform.n);

	out_str(s->o, turned ? " transform=\"translate(" : " x=\"");
	svg_points_tenths(s->o, (int)lround(10 * x));
	out_str(s->o, turned ? " " : "\" y=\"");
	svg_points_tenths(s->o, (int)lround(10 * y));
	out_str(s->o, turned ? ")rotate(-90)\"" : "\"");
}

static void
put_text(struct svg *s)
{
	struct slice g = s->text_g, size = attribute(g, "font-size"), anchor = attribute(g, "text-anchor");
	const char *end = memchr(s->in.p, '<', s->in.n);
	char fill[8];

	end_path(s);
	if (!end || end == s->in.p)
		return;
	colour(attribute(g, "fill"), fill);
	out_str(s->o, "<text");
	put(s, "fill", fill);
	put_place(s, attribute(g, "transform"));
	if (slice_is(anchor, "middle") || slice_is(anchor, "end"))
		put(s, "text-anchor", slice_is(anchor, "end") ? "end" : "middle");
	double px;
	if (svg_points_number(&size, &px) && px != 14) {
		out_str(s->o, " font-size=\"");
		svg_points_tenths(s->o, (int)lround(10 * px));
		out_char(s->o, '"');
	}
	out_char(s->o, '>');
	out_bytes(s->o, s->in.p, (size_t)(end - s->in.p));
	out_str(s->o, "</text>\n");
}

static void
put_group(struct svg *s, struct slice tag)
{
	struct slice width = attribute(tag, "stroke-width");

	if (attribute(tag, "transform").n)
		s->text_g = tag;
	if (width.n && width.n < sizeof s->width) {
		memcpy(s->width, width.p, width.n);
		s->width[width.n] = '\0';
	}
}

/* ---- */

/* Text of ours in a document. */
static void
put_escaped(struct out *o, struct slice text)
{
	while (text.n > 0) {
		struct slice c = utf8_next(&text);
		if (slice_is(c, "<"))
			out_str(o, "&lt;");
		else if (slice_is(c, "&"))
			out_str(o, "&amp;");
		else
			out_bytes(o, c.p, c.n);
	}
}

static void
put_head(struct svg *s, struct slice view, const char *title, const char *paper)
{
	double x;

	out_str(s->o, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0");
	svg_points_number(&view, &x);
	svg_points_number(&view, &x);
	while (svg_points_number(&view, &x)) {
		out_char(s->o, ' ');
		out_int(s->o, x);
	}
	out_str(s->o, "\" font-family=\"Helvetica,Arial,sans-serif\" font-size=\"14\">\n<title>");
	put_escaped(s->o, slice_of(title));
	out_str(s->o, "</title>\n");
	if (paper) {
		out_str(s->o, "<rect width=\"100%\" height=\"100%\"");
		put(s, "fill", paper);
		out_str(s->o, "/>\n");
	}
}

void
svg_put(struct out *o, struct slice drawn, const char *title, const char *paper)
{
	struct svg s = { .o = o, .in = drawn, .width = "1.00" };
	struct slice tag;

	while (next_tag(&s, &tag)) {
		if (begins(tag, "svg"))
			put_head(&s, attribute(tag, "viewBox"), title, paper);
		else if (slice_is(tag, "title"))
			skip_to(&s, "/title");
		else if (slice_is(tag, "defs"))
			skip_to(&s, "/defs");
		else if (begins(tag, "g "))
			put_group(&s, tag);
		else if (begins(tag, "path "))
			put_line(&s, tag);
		else if (begins(tag, "polygon "))
			put_polygon(&s, tag);
		else if (slice_is(tag, "text"))
			put_text(&s);
	}
	end_path(&s);
	out_str(o, "</svg>\n");
}
