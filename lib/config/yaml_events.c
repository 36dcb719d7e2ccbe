#include "config/yaml_events.h"

#include <stdio.h>
#include <string.h>

#include "base/die.h"

void
yaml_events_open(struct yaml_events *r)
{
	if (r->text.n >= 3 && memcmp(r->text.p, "\xef\xbb\xbf", 3) == 0)
		r->text = (struct slice){ r->text.p + 3, r->text.n - 3 };
	if (!yaml_parser_initialize(&r->p))
		die("out of memory");
	yaml_parser_set_encoding(&r->p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&r->p, (const unsigned char *)r->text.p, r->text.n);
}

void
yaml_events_close(struct yaml_events *r)
{
	yaml_parser_delete(&r->p);
}

const char *
yaml_events_place(const struct yaml_events *r, yaml_mark_t m)
{
	static char s[1024];

	if (!r->lines)
		return r->name;
	snprintf(s, sizeof s, "%.1000s:%zu", r->name, m.line + 1);
	return s;
}

/* libyaml says where bytes are bad by their offset only. */
static yaml_mark_t
mark_at(const struct yaml_events *r, size_t offset)
{
	yaml_mark_t m = { 0, 0, 0 };

	for (size_t i = 0; i < offset && i < r->text.n; i++)
		m.line += r->text.p[i] == '\n';
	return m;
}

/* Is there a tab before the first other byte of the line? */
static bool
tab_indents(const struct yaml_events *r, size_t line)
{
	const char *p = r->text.p, *end = p + r->text.n;

	while (line-- && p < end) {
		const char *nl = memchr(p, '\n', (size_t)(end - p));
		p = nl ? nl + 1 : end;
	}
	while (p < end && *p == ' ')
		p++;
	return p < end && *p == '\t';
}

static _Noreturn void
die_parser(const struct yaml_events *r)
{
	const yaml_parser_t *p = &r->p;

	if (p->error == YAML_MEMORY_ERROR)
		die("out of memory");
	if (p->error == YAML_READER_ERROR)
		die("%s: %s", yaml_events_place(r, mark_at(r, p->problem_offset)), p->problem);
	if (tab_indents(r, p->problem_mark.line))
		die("%s: a tab in the indentation: YAML wants spaces", yaml_events_place(r, p->problem_mark));
	die("%s: %s", yaml_events_place(r, p->problem_mark), p->problem);
}

void
yaml_events_next(struct yaml_events *r, yaml_event_t *e)
{
	if (!yaml_parser_parse(&r->p, e))
		die_parser(r);
}

struct slice
yaml_events_scalar(const struct yaml_events *r, const yaml_event_t *e)
{
	struct slice s = { (const char *)e->data.scalar.value, e->data.scalar.length };

	if (memchr(s.p, '\0', s.n))
		die("%s: a NUL in a text", yaml_events_place(r, e->start_mark));
	return s;
}

void
yaml_events_tag(const struct yaml_events *r, const yaml_event_t *e, const yaml_char_t *tag, const char *fine)
{
	if (tag && strcmp((const char *)tag, fine) != 0 && strcmp((const char *)tag, "!") != 0)
		die("%s: tag not supported: \"%.80s\"", yaml_events_place(r, e->start_mark), (const char *)tag);
}
