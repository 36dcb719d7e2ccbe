#include "data/spike_decisions.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/num.h"
#include "base/utf8.h"
#include "stream/table.h"
#include "time/date.h"
#include "time/stamp.h"

static bool
parse(const char *s, struct spike_decision *d)
{
	d->kind = strcmp(s, "accept") == 0 ? SPIKE_ACCEPTED : strcmp(s, "previous") == 0 ? SPIKE_PREVIOUS : *s ? SPIKE_VALUE
	    : SPIKE_UNDECIDED;
	return d->kind != SPIKE_VALUE || num_parse(s, strlen(s), &d->x);
}

struct spike_decisions
spike_decisions_read(const char *path)
{
	struct spike_decisions d = { 0 };

	if (!path)
		return d;
	struct table t = table_read(path);
	int stamp = table_column(&t, "stamp"), decision = table_column(&t, "decision");
	d.n = t.n;
	d.v = mem_alloc((size_t)t.n, sizeof *d.v);
	for (int i = 0; i < t.n; i++) {
		const char *s = table_text(&t, i, stamp), *what = table_text(&t, i, decision);
		if (!stamp_parse(slice_of(s), &d.v[i].t))
			die("%s: column 'stamp': not a time: \"%.80s\"", table_place(&t, i), s);
		if (!parse(what, &d.v[i]))
			die("%s: column 'decision': not accept, previous or a number: \"%.80s\"", table_place(&t, i), what);
	}
	return d;
}

struct spike_decision
spike_decisions_next(struct spike_decisions *d, int64_t t)
{
	for (int i = 0; i < d->n; i++) {
		if (d->v[i].t != t || d->v[i].used)
			continue;
		d->v[i].used = true;
		return d->v[i];
	}
	return (struct spike_decision){ .kind = SPIKE_UNDECIDED };
}

/* ---- the terminal ---- */

static FILE *answers;
static struct out screen;

static void
open_terminal(void)
{
	int fd;

	if (answers)
		return;
	if (!(answers = fopen("/dev/tty", "re")) || (fd = open("/dev/tty", O_WRONLY | O_CLOEXEC)) < 0)
		die_sys("cannot open '/dev/tty' to ask");
	out_open(&screen, fd, "/dev/tty");
}

static void
show(const struct price_merge *m, size_t i)
{
	char stamp[DATE_MAX];

	out_char(&screen, '\n');
	price_merge_print_header(m, &screen);
	for (size_t k = i < 5 ? 0 : i - 5; k <= i; k++)
		price_merge_print_row(m, &screen, k);
	utf8_text(&screen, slice_of(m->old->column.name[m->checked]));
	out_str(&screen, " of ");
	out_bytes(&screen, stamp, stamp_print(stamp, m->row[i].t));
	out_str(&screen, ": ");
	out_num(&screen, m->row[i].x);
	out_str(&screen, " is a big change from ");
	out_num(&screen, m->row[i - 1].x);
	out_str(&screen, "\nreturn to accept it, space and return for the previous value, or a number to take instead: ");
}

/* An answer without its line end. */
static bool
understand(const char *s, size_t n, struct spike_decision *d)
{
	d->kind = n == 0 ? SPIKE_ACCEPTED : n == 1 && *s == ' ' ? SPIKE_PREVIOUS : SPIKE_VALUE;
	return d->kind != SPIKE_VALUE || num_parse(s, n, &d->x);
}

struct spike_decision
spike_decisions_ask(struct spike_decisions *d, const struct price_merge *m, size_t i)
{
	struct spike_decision what = { .kind = SPIKE_UNDECIDED };
	char *line = NULL;
	size_t room = 0;

	if (d->ended)
		return what;
	open_terminal();
	show(m, i);
	for (;;) {
		out_flush(&screen);
		ssize_t n = getline(&line, &room, answers);
		if (n < 0 && !feof(answers))
			die_sys("cannot read '/dev/tty'");
		d->ended = n <= 0;
		if (n > 0 && line[n - 1] == '\n')
			n--;
		if (d->ended || understand(line, (size_t)n, &what))
			break;
		out_str(&screen, "neither return, nor a space, nor a number; again: ");
	}
	free(line);
	return d->ended ? (struct spike_decision){ .kind = SPIKE_UNDECIDED } : what;
}
