#include "vendor/file_names.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/names.h"
#include "roll/contract.h"
#include "roll/cycle.h"

/* How many bytes a code takes, in enum file_name_code's order. */
static const struct code {
	const char *name;
	size_t least, most;
} codes[] = {
	{ "IC", 1, TEMPLATE_NAME }, { "BS", 1, TEMPLATE_NAME }, { "IGNORE", 0, TEMPLATE_NAME }, { "YEAR", 4, 4 }, { "YEAR2", 2, 2 },
	{ "MONTH2", 2, 2 }, { "MONTH", 1, 2 }, { "LETTER", 1, 1 }, { "DAY2", 2, 2 }, { "DAY", 1, 2 }, { "", 0, TEMPLATE_NAME },
};

static const char space[] = " \t\r\n";

/* ---- reading a template ---- */

static void
add(struct file_name_template *t, enum file_name_code code, struct slice text, const char *place)
{
	if (t->n == TEMPLATE_TOKENS)
		die("%s: template with more than %d parts: \"%s\"", place, TEMPLATE_TOKENS, t->text);
	t->token[t->n++] = (struct template_token){ code, text };
}

/* The code that "%{" at p begins, and the byte after its "}" in *end. */
static enum file_name_code
code_at(const char *p, const char **end, const struct file_name_template *t, const char *place)
{
	const char *brace = strchr(p, '}');
	struct slice name = { p + 2, brace ? (size_t)(brace - p - 2) : 0 };

	for (int i = 0; brace && i < T_SPACE; i++)
		if (slice_is(name, codes[i].name)) {
			*end = brace + 1;
			return (enum file_name_code)i;
		}
	die("%s: template with an unknown code: \"%s\"", place, t->text);
}

static bool
has(const struct file_name_template *t, enum file_name_code a, enum file_name_code b)
{
	for (int i = 0; i < t->n; i++)
		if (t->token[i].code >= a && t->token[i].code <= b)
			return true;
	return false;
}

struct file_name_template
file_name_parse(const char *text, const char *place, bool continuous)
{
	struct file_name_template t = { .text = text };

	for (const char *p = text; *p; ) {
		if (p[0] == '%' && p[1] == '{') {
			enum file_name_code code = code_at(p, &p, &t, place);
			add(&t, code, (struct slice){ "", 0 }, place);
			continue;
		}
		size_t blank = strspn(p, space), n = blank ? blank : p[0] == '%' ? 1 : strcspn(p, "% \t\r\n");
		add(&t, blank ? T_SPACE : T_TEXT, (struct slice){ p, n }, place);
		p += n;
	}
	if (!has(&t, T_IC, T_BS))
		die("%s: template without %%{IC} or %%{BS}: \"%s\"", place, text);
	if (!continuous && (!has(&t, T_MONTH2, T_LETTER) || !has(&t, T_YEAR, T_YEAR2)))
		die("%s: template without a month and a year, of no continuous series: \"%s\"", place, text);
	return t;
}

/* ---- matching ---- */

struct match {
	const struct file_name_template *t;
	struct slice name;
	struct slice part[TEMPLATE_TOKENS]; /* what each token took */
	bool *failed;                       /* [token * (name.n + 1) + byte]: no match from there on */
};

/* The month that a letter of either case stands for; 0 for none. */
static int
month_of(char letter)
{
	char upper = letter >= 'a' && letter <= 'z' ? (char)(letter - 32) : letter;
	cycle c;

	return cycle_parse((struct slice){ &upper, 1 }, &c) ? ffs((int)c) : 0;
}

/* May the code take this byte? */
static bool
takes(enum file_name_code code, char c)
{
	switch (code) {
	case T_IC: return c != '/';
	case T_BS: case T_IGNORE: return true;
	case T_LETTER: return month_of(c);
	case T_SPACE: return c && strchr(space, c);
	default: return c >= '0' && c <= '9';
	}
}

/* Match the tokens from i on with the name from byte `at` on, each as short as it may be. */
static bool
match_from(struct match *m, int i, size_t at)
{
	if (i == m->t->n)
		return at == m->name.n;
	bool *failed = &m->failed[(size_t)i * (m->name.n + 1) + at];
	if (*failed)
		return false;
	const struct template_token *k = &m->t->token[i];
	size_t left = m->name.n - at;
	size_t least = k->code == T_TEXT ? k->text.n : codes[k->code].least;
	size_t most = k->code == T_TEXT ? k->text.n : codes[k->code].most;
	const char *p = m->name.p + at;
	if (k->code == T_TEXT && (left < most || memcmp(p, k->text.p, most) != 0))
		most = 0;
	for (size_t n = 0; n <= most && n <= left; n++) {
		if (n && k->code != T_TEXT && !takes(k->code, p[n - 1]))
			break;
		m->part[i] = (struct slice){ p, n };
		if (n >= least && match_from(m, i + 1, at + n))
			return true;
	}
	*failed = true;
	return false;
}

static int
number(struct slice s)
{
	int v = 0;

	for (size_t i = 0; i < s.n; i++)
		v = v * 10 + (s.p[i] - '0');
	return v;
}

/* Fill in what one token says. */
static void
tell(enum file_name_code code, struct slice s, struct file_name *f)
{
	switch (code) {
	case T_IC: f->code = s; break;
	case T_BS: f->symbol = s; break;
	case T_YEAR: f->year = number(s); break;
	case T_YEAR2: f->year = number(s) + (number(s) <= 50 ? 2000 : 1900); break;
	case T_MONTH2: case T_MONTH: f->month = number(s); break;
	case T_LETTER: f->month = month_of(*s.p); break;
	case T_DAY2: case T_DAY: f->day = number(s); break;
	case T_IGNORE: case T_SPACE: case T_TEXT: break;
	}
}

/* Does a code that stands twice have one value? */
static bool
agrees(const struct match *m)
{
	for (int i = 0; i < m->t->n; i++)
		for (int j = 0; j < i; j++) {
			enum file_name_code c = m->t->token[i].code;
			if (c == m->t->token[j].code && c != T_IGNORE && c < T_SPACE && !slice_eq(m->part[i], m->part[j]))
				return false;
		}
	return true;
}

enum file_name_match
file_name_match(const struct file_name_template *t, struct slice name, struct file_name *f)
{
	struct match m = { .t = t, .name = name };

	if (name.n >= TEMPLATE_NAME || !names_plain(name))
		return TEMPLATE_NO;
	m.failed = mem_alloc((size_t)t->n * (name.n + 1), sizeof *m.failed);
	bool yes = match_from(&m, 0, 0);
	free(m.failed);
	if (!yes)
		return TEMPLATE_NO;
	*f = (struct file_name){ .code = { "", 0 }, .symbol = { "", 0 } };
	for (int i = 0; i < t->n; i++)
		tell(t->token[i].code, m.part[i], f);
	if ((has(t, T_MONTH2, T_LETTER) && (f->month < 1 || f->month > 12)) || f->day > 31 || (has(t, T_YEAR, T_YEAR) && f->year < 1000))
		return TEMPLATE_NO;
	return agrees(&m) ? TEMPLATE_YES : TEMPLATE_DIFFERS;
}

/* ---- composing ---- */

static int
put(char *at, size_t room, const struct file_name_template *t, int i, const struct file_name *f)
{
	const struct template_token *k = &t->token[i];

	switch (k->code) {
	case T_IC: return snprintf(at, room, "%.*s", (int)f->code.n, f->code.p);
	case T_BS: return snprintf(at, room, "%.*s", (int)f->symbol.n, f->symbol.p);
	case T_YEAR: return snprintf(at, room, "%04d", f->year);
	case T_YEAR2: return snprintf(at, room, "%02d", f->year % 100);
	case T_MONTH2: return snprintf(at, room, "%02d", f->month);
	case T_MONTH: return snprintf(at, room, "%d", f->month);
	case T_LETTER: return snprintf(at, room, "%c", cycle_letter(contract_id(f->year, f->month)));
	case T_DAY2: return snprintf(at, room, "%02d", f->day);
	case T_DAY: return snprintf(at, room, "%d", f->day);
	case T_TEXT: return snprintf(at, room, "%.*s", (int)k->text.n, k->text.p);
	case T_SPACE: return 0;
	case T_IGNORE: break;
	}
	die("a name can't be made of \"%s\": %%{IGNORE} says nothing", t->text);
}

void
file_name_compose(const struct file_name_template *t, const struct file_name *f, char name[TEMPLATE_NAME])
{
	size_t n = 0;

	if (has(t, T_YEAR2, T_YEAR2) && (f->year < 1951 || f->year > 2050))
		die("a name of \"%s\" can't say the year %d", t->text, f->year);
	if (f->day && !has(t, T_DAY2, T_DAY))
		die("a name of \"%s\" can't say the day %d", t->text, f->day);
	for (int i = 0; i < t->n; i++) {
		n += (size_t)put(name + n, TEMPLATE_NAME - n, t, i, f);
		if (n >= TEMPLATE_NAME)
			die("a name of \"%s\" is too long", t->text);
	}
}
