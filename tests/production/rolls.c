/* Multiple prices rolled to the forward contract. */
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/die.h"
#include "base/json.h"
#include "base/mem.h"
#include "golden.h"
#include "roll/back_adjust.h"
#include "roll/cycle.h"
#include "roll/roll_to_forward.h"

/* price, forward, carry of a row here, and their contracts behind them. */
static const enum multiple_prices_leg leg_at[LEGS] = { LEG_HELD, LEG_FORWARD, LEG_CARRY };

static int64_t
seconds(const json_t *v)
{
	return golden_json_time(v) / 1000000;
}

static int
contract(const json_t *v)
{
	const char *s = json_string_value(v);
	int id = 0;

	if (s && !contract_parse(slice_of(s), &id))
		die("no contract: '%s'", s);
	return id;
}

static struct multiple_prices
rows_of(const json_t *list)
{
	struct multiple_prices m = { .code = "roll" };
	size_t i;
	json_t *from;

	json_array_foreach(list, i, from) {
		struct multiple_prices_row *row = multiple_prices_add(&m, seconds(json_array_get(from, 0)));
		for (size_t leg = 0; leg < LEGS; leg++) {
			row->x[leg_at[leg]] = golden_json_num(json_array_get(from, 1 + leg));
			row->contract[leg_at[leg]] = contract(json_array_get(from, 4 + leg));
		}
	}
	return m;
}

static int
by_id(const void *a, const void *b)
{
	const struct contract_price_series *x = a, *y = b;

	return (x->id > y->id) - (x->id < y->id);
}

static struct contract_prices
prices_of(const json_t *object)
{
	struct contract_prices c = { .code = "roll", .v = mem_alloc(json_object_size(object), sizeof *c.v) };
	const char *id;
	json_t *list;

	json_object_foreach((json_t *)object, id, list) {
		struct contract_price_series *s = &c.v[c.n++];
		s->n = json_array_size(list);
		s->v = mem_alloc(s->n, sizeof *s->v);
		if (!contract_parse(slice_of(id), &s->id))
			die("no contract: '%s'", id);
		for (size_t i = 0; i < s->n; i++)
			s->v[i] = (struct contract_price){ seconds(json_array_get(json_array_get(list, i), 0)),
				golden_json_num(json_array_get(json_array_get(list, i), 1)) };
	}
	qsort(c.v, (size_t)c.n, sizeof *c.v, by_id);
	return c;
}

static struct roll_parameters
parameters_of(const json_t *p)
{
	struct roll_parameters r = { .carry_offset = (int)golden_json_int(json_object_get(p, "carry_offset"), 0) };

	if (!cycle_parse(slice_of(golden_json_text(p, "hold")), &r.hold) ||
	    !cycle_parse(slice_of(golden_json_text(p, "priced")), &r.priced))
		die("no cycle of months");
	return r;
}

/* Does rolling end in death, as it does for want of a price? */
static bool
dies(struct multiple_prices *m, const struct roll_parameters *p, const struct contract_prices *prices)
{
	int status;

	fflush(stdout);
	pid_t pid = fork();
	if (pid == 0) {
		dup2(open("/dev/null", O_WRONLY), 2);
		roll_now(m, p, prices);
		_exit(0);
	}
	return pid > 0 && waitpid(pid, &status, 0) == pid && WIFEXITED(status) && WEXITSTATUS(status) == 2;
}

static bool
row_agrees(const struct multiple_prices_row *got, const struct multiple_prices_row *want)
{
	bool agrees = got->t == want->t;

	for (int leg = 0; leg < LEGS; leg++)
		agrees &= golden_near(got->x[leg], want->x[leg]) && got->contract[leg] == want->contract[leg];
	return agrees;
}

/* All of it stitched anew; a gap that isn't known leaves no adjusted prices. */
static bool
stitched(const struct multiple_prices *m, const json_t *want)
{
	struct back_adjust s = { 0 };
	bool known = true, agrees;

	for (size_t i = 0; i < m->n; i++) {
		if (i && m->v[i].contract[LEG_HELD] != m->v[i - 1].contract[LEG_HELD]) {
			double gap = m->v[i - 1].x[LEG_FORWARD] - m->v[i - 1].x[LEG_HELD];
			known &= !isnan(gap);
			back_adjust_roll(&s, gap);
		}
		back_adjust_add(&s, m->v[i].x[LEG_HELD]);
	}
	agrees = known ? json_array_size(want) == m->n : json_is_null(want);
	for (size_t i = 0; known && agrees && i < m->n; i++)
		agrees = seconds(json_array_get(json_array_get(want, i), 0)) == m->v[i].t &&
		    golden_near(s.x[i], golden_json_num(json_array_get(json_array_get(want, i), 1)));
	free(s.x);
	return agrees;
}

/* The rows that were kept, and behind them those of the roll. */
static bool
rolled(const struct multiple_prices *m, const json_t *roll)
{
	struct multiple_prices before = rows_of(json_object_get(roll, "before")), after = rows_of(json_object_get(roll, "after"));
	size_t stay = (size_t)golden_json_int(json_object_get(roll, "kept_rows"), 0);
	bool agrees = m->n == stay + after.n;

	for (size_t i = 0; agrees && i < m->n; i++)
		agrees = row_agrees(&m->v[i], i < stay ? &before.v[i] : &after.v[i - stay]);
	free(before.v);
	free(after.v);
	return agrees;
}

static void
compare(struct golden *g, const json_t *roll, long line)
{
	struct multiple_prices m = rows_of(json_object_get(roll, "before"));
	struct contract_prices prices = prices_of(json_object_get(roll, "contract_prices"));
	struct roll_parameters p = parameters_of(json_object_get(roll, "roll_parameters"));
	bool may_roll = json_is_true(json_object_get(roll, "ok")), refused = dies(&m, &p, &prices);

	if (may_roll && !refused)
		roll_now(&m, &p, &prices);
	bool agrees = may_roll != refused && (refused || (rolled(&m, roll) && stitched(&m, json_object_get(roll, "adjusted_after"))));
	golden_case(g, line, agrees, "%s, %s: %s", golden_json_text(roll, "instrument"), golden_json_text(roll, "case"),
	    refused ? "no roll" : may_roll ? "other rows" : "rolled");
	free(m.v);
}

/* All are read first: a child's death would set back the file that they come from. */
void
golden_rolls(struct golden *g)
{
	FILE *f = golden_lines(g);
	json_t *all = json_array(), *roll;
	size_t i;

	while ((roll = golden_next(g, f)))
		json_array_append_new(all, roll);
	json_array_foreach(all, i, roll)
		compare(g, roll, (long)i + 1);
	json_decref(all);
}
