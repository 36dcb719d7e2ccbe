/*
 * st-gate - the last look at proposed orders: what may not go is refused or cut, and kept
 *
 *   $ st-ledger init --home=.
 *   $ export ST_HOME=. ST_NOW='2020-01-03 14:00:00'
 *   $ echo 'risk_gate: {lots: 10}' >config.yaml
 *   $ echo '{"strategy":"trend","instrument":"CORN","trade":25}' >orders
 *   $ st-gate apply orders | jq -c '[.instrument, .trade]'
 *   st-gate: trend CORN 25: lots: 25, the limit is 10; cut to 10
 *   ["CORN",10]
 *   $ st-gate list --csv
 *   time,strategy,instrument,trade,allowed,check,limit,value,why
 *   2020-01-03 14:00:00,trend,CORN,25,10,lots,10.0,25.0,"25, the limit is 10; cut to 10"
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/json.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/out.h"
#include "base/verb.h"
#include "base/warn.h"
#include "ledger/listing.h"
#include "ledger/options.h"
#include "ledger/proposals.h"
#include "ledger/refusals.h"
#include "trade/gate_book.h"

static struct options {
	struct ledger_options ledger;
	const char *config, *instruments, *covariance;
	int last;
	bool csv;
	/* from here on not options */
	struct ledger l;
	struct out out;
	int status;
	struct proposed {
		json_t *order;
		struct order_record r;
	} *proposed;
	int n;
} st = { .ledger = LEDGER_OPTIONS_DEFAULT, .last = 30 };

#define AT(x) offsetof(struct options, x)
static const struct opt opts[] = {
	LEDGER_OPTIONS(struct options, ledger),
	{ 0, "config", "FILE", "YAML whose risk_gate has the limits (config.yaml of the desk)", O_STR, AT(config) },
	{ 0, "instruments", "FILE", "CSV: instrument,price,time,point_value,deviation,asset_class", O_STR, AT(instruments) },
	{ 0, "covariance", "FILE", "CSV: of instruments' annual returns", O_STR, AT(covariance) },
	{ 0, "last", "N", "list: so many rows, the last (30)", O_INT, AT(last) },
	{ 'c', "csv", NULL, "list, explain: as CSV instead of NDJSON", O_FLAG, AT(csv) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-gate", "[FILE]",
	"the last look at proposed orders: what may not go is refused or cut, and kept", opts };

/* ---- orders, all of them before anything is done: nobody waits for who proposes them ---- */

static bool
keep(struct ledger *l, json_t *order, const struct order_record *r)
{
	(void)l;
	st.proposed = mem_grow(st.proposed, (size_t)st.n + 1, sizeof *st.proposed);
	st.proposed[st.n++] = (struct proposed){ json_incref(order), *r };
	return false;
}

static struct gate_config config;
static struct gate_markets markets;

static void
read_all(int n, char **operand)
{
	config = gate_config_read(st.config ? st.config : ledger_options_path(&st.ledger, "config.yaml"));
	markets = gate_markets_read(st.instruments, st.covariance);
	proposals_each(NULL, verb_file(n, operand), &st.out, keep);
}

static void
free_all(void)
{
	for (int i = 0; i < st.n; i++)
		json_decref(st.proposed[i].order);
	free(st.proposed);
	gate_config_free(&config);
}

/* ---- apply ---- */

static const char *
why_of(const struct gate_answer *a, struct wrong *why)
{
	char value[64];

	snprintf(value, sizeof value, isnan(a->value) ? "not known" : "%.6g", a->value);
	if (a->to)
		wrong_say(why, "%s, the limit is %g; cut to %lld", value, a->limit, (long long)a->to);
	else
		wrong_say(why, "%s, the limit is %g; refused", value, a->limit);
	return why->text;
}

/* Each check that cut or refused leaves a row, and the order what it says. */
static void
tell(const struct proposed *p, const struct gate_answer *a)
{
	json_t *before = json_deep_copy(p->order);
	struct wrong why;

	warn("%s %s %lld: %s: %s", p->r.strategy, p->r.instrument, (long long)a->from, a->check, why_of(a, &why));
	order_record_cut(p->order, a->to, "gate", a->check);
	refusals_put(&st.l, &p->r, before, a, why.text);
	json_decref(before);
}

/* What is left of an order goes on; one that has nothing left does not, as it would take back what is on its way. */
static void
apply_one(struct gate_book *b, const struct proposed *p, struct out *passed)
{
	struct gate_answer answer[GATE_CHECKS];
	struct gate g = gate_book_of(b, &p->r);
	int n;

	int64_t lots = gate_apply(&g, answer, &n);
	for (int i = 0; i < n; i++)
		if (answer[i].result != GATE_PASSED)
			tell(p, &answer[i]);
	if (p->r.trade && !lots)
		return;
	gate_book_let(b, &p->r, lots);
	json_print_compact(passed, p->order);
	out_char(passed, '\n');
}

/* Nothing goes on before what was refused is kept; a dry run keeps nothing. */
static void
apply(int n, char **operand)
{
	struct out passed, events;
	struct gate_book b;

	read_all(n, operand);
	out_memory(&passed);
	out_memory(&events);
	ledger_options_begin(&st.l, &st.ledger, "apply");
	gate_book_open(&b, &st.l, &config, &markets, transaction_time(&st.l));
	for (int i = 0; i < st.n; i++)
		apply_one(&b, &st.proposed[i], &passed);
	gate_book_close(&b);
	ledger_options_end(&st.l, &st.ledger, &events);
	out_bytes(&st.out, passed.buf, passed.n);
	out_close(&passed);
	out_close(&events);
	free_all();
}

/* ---- explain ---- */

static void
explain_csv(struct out *o, const struct proposed *p, const struct gate_answer *a)
{
	char text[64];

	out_str(o, p->r.strategy);
	out_char(o, ',');
	out_str(o, p->r.instrument);
	out_bytes(o, text, (size_t)snprintf(text, sizeof text, ",%lld,%s,", (long long)a->from, a->check));
	out_num(o, a->limit);
	out_char(o, ',');
	out_num(o, a->value);
	out_bytes(o, text, (size_t)snprintf(text, sizeof text, ",%s,%lld\n", gate_result_name[a->result], (long long)a->to));
}

static void
explain_json(struct out *o, const struct proposed *p, const struct gate_answer *a)
{
	json_t *v = json_pack("{s:s, s:s, s:I, s:s, s:f}", "strategy", p->r.strategy, "instrument", p->r.instrument, "trade",
	    (json_int_t)a->from, "check", a->check, "limit", a->limit);

	if (!isnan(a->value))
		json_object_set_new(v, "value", json_real(a->value));
	json_object_set_new(v, "answer", json_string(gate_result_name[a->result]));
	json_object_set_new(v, "allowed", json_integer(a->to));
	json_print_compact(o, v);
	out_char(o, '\n');
	json_decref(v);
}

static void
explain(int n, char **operand)
{
	struct gate_answer answer[GATE_CHECKS];
	struct gate_book b;
	int asked;

	read_all(n, operand);
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	gate_book_open(&b, &st.l, &config, &markets, ledger_options_now(&st.ledger));
	if (st.csv)
		out_str(&st.out, "strategy,instrument,trade,check,limit,value,answer,allowed\n");
	for (int i = 0; i < st.n; i++) {
		const struct proposed *p = &st.proposed[i];
		struct gate g = gate_book_of(&b, &p->r);
		int64_t lots = gate_apply(&g, answer, &asked);
		for (int j = 0; j < asked; j++)
			(st.csv ? explain_csv : explain_json)(&st.out, p, &answer[j]);
		if (lots || !p->r.trade)
			gate_book_let(&b, &p->r, lots);
	}
	gate_book_close(&b);
	free_all();
}

static void
list(int n, char **operand)
{
	(void)n, (void)operand;
	if (st.last < 1)
		die("--last: not a number of rows: \"%d\"", st.last);
	ledger_options_open(&st.l, &st.ledger, LEDGER_READ);
	ledger_list(&st.out, refusals_all(&st.l, st.last), st.csv);
}

/* Options by their place in opts. */
enum {
	NOW = 4, CONFIG = 1 << LEDGER_OPTION_COUNT, INSTRUMENTS = CONFIG << 1, COVARIANCE = INSTRUMENTS << 1, LAST = COVARIANCE << 1,
	CSV = LAST << 1, LOOKS = CONFIG | INSTRUMENTS | COVARIANCE
};

static const struct verb verbs[] = {
	{ "apply", "a filter: proposed orders, each cut to what may go", apply, 0, 1, 0, LEDGER_CHANGES | LOOKS },
	{ "explain", "what each check says of proposed orders", explain, 0, 1, 0, LEDGER_READS | NOW | LOOKS | CSV },
	{ "list", "what was refused or cut", list, 0, 0, 0, LEDGER_READS | LAST | CSV },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

int
main(int argc, char **argv)
{
	return verb_main(&usage, verbs, NULL, &st, &st.out, &st.status, argc, argv);
}
