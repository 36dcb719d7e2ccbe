#include "chart/svg_points.h"

#include <math.h>
#include <stdlib.h>

#include "base/num.h"

bool
svg_points_number(struct slice *s, double *x)
{
	size_t from = 0, to;

	while (from < s->n && !strchr("-.0123456789", s->p[from]))
		from++;
	for (to = from; to < s->n && strchr("-.0123456789", s->p[to]); to++)
		;
	bool is = num_parse(s->p + from, to - from, x);
	*s = (struct slice){ s->p + to, s->n - to };
	return is;
}

void
svg_points_tenths(struct out *o, int tenths)
{
	int whole = abs(tenths) / 10, rest = abs(tenths) % 10;

	if (tenths < 0)
		out_char(o, '-');
	if (whole || !rest)
		out_int(o, whole);
	if (rest) {
		out_char(o, '.');
		out_char(o, (char)('0' + rest));
	}
}

/* A path as it is written. */
struct pen {
	struct out *o;
	int x, y;    /* where it is, in tenths */
	bool down;   /* the M is written */
	char last;   /* letter */
	int along;   /* a horizontal stretch that isn't written yet */
};

static void
put_step(struct pen *p, char letter, int a, const int *b)
{
	if (p->last != letter)
		out_char(p->o, letter);
	else if (a >= 0)
		out_char(p->o, ' ');
	p->last = letter;
	svg_points_tenths(p->o, a);
	if (b && *b >= 0)
		out_char(p->o, ' ');
	if (b)
		svg_points_tenths(p->o, *b);
}

static void
put_along(struct pen *p)
{
	if (p->along)
		put_step(p, 'h', p->along, NULL);
	p->along = 0;
}

static void
move(struct pen *p, int x, int y)
{
	put_along(p);
	*p = (struct pen){ .o = p->o, .x = x, .y = y };
}

static void
draw(struct pen *p, int x, int y)
{
	int dx = x - p->x, dy = y - p->y;

	if (!p->down)
		put_step(p, 'M', p->x, &p->y);
	p->down = true;
	if (dy != 0 || (dx ^ p->along) < 0)
		put_along(p);
	if (dy == 0)
		p->along += dx;
	else if (dx == 0)
		put_step(p, 'v', dy, NULL);
	else
		put_step(p, 'l', dx, &dy);
	p->x = x;
	p->y = y;
}

void
svg_points(struct out *o, struct slice d, bool closed)
{
	struct pen p = { .o = o };
	double x, y;
	bool first = true;

	while (d.n > 0) {
		size_t blank = 0;
		while (blank < d.n && !strchr("-.0123456789M", d.p[blank]))
			blank++;
		d = (struct slice){ d.p + blank, d.n - blank };
		if (d.n > 0 && d.p[0] == 'M')
			first = true;
		if (!svg_points_number(&d, &x) || !svg_points_number(&d, &y))
			break;
		(first ? move : draw)(&p, (int)lround(10 * x), (int)lround(10 * y));
		first = false;
	}
	put_along(&p);
	if (closed && p.down)
		out_char(o, 'z');
}
