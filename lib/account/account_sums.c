#include "account/account_sums.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/mem.h"

enum account_sums_by
account_sums_by(const char *name)
{
	if (!name)
		return BY_ACCOUNT;
	if (strcmp(name, "instrument") == 0)
		return BY_INSTRUMENT;
	if (strcmp(name, "rule") == 0)
		return BY_RULE;
	die("accounts are summed by instrument or by rule, not by \"%s\"", name);
}

void
account_sums_open(struct account_sums *g, enum account_sums_by by, char **file, int files)
{
	*g = (struct account_sums){ .total = { .name = "portfolio" }, .by = by };
	account_open(&g->in, file, files);
	if (by == BY_RULE && g->in.rule < 0)
		die("%s:1: no column 'rule'", g->in.rec.name);
}

static void
add_to_group(struct account_sums *g, const struct account *a)
{
	const char *name = g->by == BY_RULE ? a->rule : a->instrument;
	if (!name)
		die("%s:1: no column 'rule'", g->in.rec.name);
	int known = g->names.n, i = names_put(&g->names, slice_of(name));

	if (i == known) {
		g->group = mem_grow(g->group, (size_t)known + 1, sizeof *g->group);
		g->group[i] = (struct account){ .name = name };
		*(g->by == BY_RULE ? &g->group[i].rule : &g->group[i].instrument) = name;
	}
	account_add(&g->group[i], a);
}

const struct account *
account_sums_next(struct account_sums *g)
{
	while (account_next(&g->in, &g->now)) {
		account_add(&g->total, &g->now);
		if (g->by == BY_ACCOUNT)
			return &g->now;
		add_to_group(g, &g->now);
	}
	return g->next < g->names.n ? &g->group[g->next++] : NULL;
}
