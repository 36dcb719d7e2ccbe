#include "base/utf8.h"

#include "base/mem.h"

/* Bytes of the character that b begins, by its first bits; 0 if none does. */
static size_t
bytes(unsigned char b)
{
	return b < 0x80 ? 1 : b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : b >= 0xf0 && b < 0xf5 ? 4 : 0;
}

static bool
allowed(unsigned c, size_t n)
{
	static const unsigned least[] = { 0, 0x20, 0xa0, 0x800, 0x10000 }; /* none longer than need be, none of control */

	return c >= least[n] && c != 0x7f && (c < 0xd800 || c > 0xdfff) && (c & 0xfffe) != 0xfffe && c <= 0x10ffff;
}

static size_t
length(struct slice s)
{
	const unsigned char *p = (const unsigned char *)s.p;
	size_t n = bytes(*p);

	if (n == 0 || n > s.n)
		return 0;
	unsigned c = n == 1 ? *p : *p & (0x7fu >> n);
	for (size_t i = 1; i < n; i++) {
		if ((p[i] & 0xc0) != 0x80)
			return 0;
		c = c << 6 | (p[i] & 0x3fu);
	}
	return allowed(c, n) ? n : 0;
}

struct slice
utf8_next(struct slice *s)
{
	size_t n = length(*s);
	struct slice c = n ? (struct slice){ s->p, n } : slice_of("?");

	s->p += n ? n : 1;
	s->n -= n ? n : 1;
	return c;
}

int
utf8_length(struct slice s)
{
	int n = 0;

	for (; s.n > 0; n++)
		utf8_next(&s);
	return n;
}

char *
utf8_clean(const char *text)
{
	struct slice s = slice_of(text);
	char *to = mem_alloc(s.n + 1, 1);
	size_t n = 0;

	while (s.n > 0) {
		struct slice c = utf8_next(&s);
		memcpy(to + n, c.p, c.n);
		n += c.n;
	}
	return to;
}

void
utf8_text(struct out *o, struct slice s)
{
	while (s.n > 0) {
		struct slice as_is = { s.p, 1 }, c = utf8_next(&s);
		if (*as_is.p == '\n' || *as_is.p == '\t')
			c = as_is;
		out_bytes(o, c.p, c.n);
	}
}

void
utf8_pad(struct out *o, const char *text, int width)
{
	struct slice s = slice_of(text);
	int n = utf8_length(s);

	while (s.n > 0) {
		struct slice c = utf8_next(&s);
		out_bytes(o, c.p, c.n);
	}
	for (; n < width; n++)
		out_char(o, ' ');
}

int
utf8_cut(struct out *o, const char *text, int most)
{
	struct slice s = slice_of(text);
	int n = 0;

	for (; s.n > 0 && n < most; n++) {
		struct slice c = n + 1 == most && utf8_length(s) > 1 ? slice_of("…") : utf8_next(&s);
		out_bytes(o, c.p, c.n);
		if (n + 1 == most)
			return most;
	}
	return n;
}
