#include "roll/multiple_prices.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/replacement.h"
#include "roll/contract.h"
#include "time/stamp.h"
#include "time/stamp_printer.h"

static const char *const price_name[LEGS] = { "price", "carry", "forward" };
static const char *const contract_name[LEGS] = { "price_contract", "carry_contract", "forward_contract" };

struct multiple_prices_row *
multiple_prices_add(struct multiple_prices *m, int64_t t)
{
	if (m->n == m->cap) {
		m->cap = m->cap ? 2 * m->cap : 1024;
		m->v = mem_grow(m->v, m->cap, sizeof *m->v);
	}
	struct multiple_prices_row *r = &m->v[m->n++];
	*r = (struct multiple_prices_row){ .t = t, .x = { NAN, NAN, NAN } };
	return r;
}

/* ---- reading ---- */

void
multiple_prices_open(struct multiple_prices_reader *m, const char *path)
{
	*m = (struct multiple_prices_reader){ 0 };
	rec_file(&m->r, path);
	rec_header(&m->r);
	m->time = rec_need(&m->r, "time");
	m->instrument = rec_need(&m->r, "instrument");
	for (int i = 0; i < LEGS; i++) {
		m->price[i] = rec_need(&m->r, price_name[i]);
		m->contract[i] = rec_need(&m->r, contract_name[i]);
	}
	m->more = rec_next(&m->r);
}

static _Noreturn void
bad(const struct multiple_prices_reader *m, const char *column, int i, const char *what)
{
	die("%s:%ld: column '%s': %s: \"%.*s\"", m->r.name, m->r.line, column, what, SLICE(rec_text(&m->r, i)));
}

static void
read_row(struct multiple_prices_reader *m, struct multiple_prices *to)
{
	int64_t t;

	if (!stamp_parse(rec_text(&m->r, m->time), &t))
		bad(m, "time", m->time, "not a time");
	if (to->n && t <= to->v[to->n - 1].t)
		bad(m, "time", m->time, t == to->v[to->n - 1].t ? "twice" : "time goes back");
	struct multiple_prices_row *row = multiple_prices_add(to, t);
	for (int i = 0; i < LEGS; i++) {
		struct slice id = rec_text(&m->r, m->contract[i]);
		if ((id.n || i == LEG_HELD) && !contract_parse(id, &row->contract[i]))
			bad(m, contract_name[i], m->contract[i], "not a contract");
		row->x[i] = rec_num(&m->r, m->price[i], price_name[i]);
	}
}

bool
multiple_prices_next(struct multiple_prices_reader *r, struct multiple_prices *m)
{
	m->n = 0;
	if (!r->more) {
		rec_close(&r->r);
		return false;
	}
	struct slice code = rec_text(&r->r, r->instrument);
	if (!names_plain(code))
		die("%s:%ld: column 'instrument': a control byte in \"%.*s\"", r->r.name, r->r.line, SLICE(code));
	int i = names_put(&r->codes, code);
	if (i < r->codes.n - 1)
		die("%s:%ld: the rows of '%.*s' do not stand together", r->r.name, r->r.line, SLICE(code));
	m->code = r->codes.name[i];
	do {
		read_row(r, m);
		r->more = rec_next(&r->r);
	} while (r->more && slice_is(rec_text(&r->r, r->instrument), m->code));
	return true;
}

/* ---- writing ---- */

static bool
all_midnight(const struct multiple_prices *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->v[i].t % DAY_SECONDS)
			return false;
	return true;
}

static void
print_contract(struct out *o, int id)
{
	out_char(o, ',');
	if (id)
		contract_put(o, id);
}

static void
print_price(struct out *o, double x)
{
	out_char(o, ',');
	out_num(o, x);
}

void
multiple_prices_head(struct out *o)
{
	out_str(o, "time,instrument,price,price_contract,carry,carry_contract,forward,forward_contract\n");
}

void
multiple_prices_print(struct out *o, const struct multiple_prices *m)
{
	struct stamp_printer stamps = stamp_printer_new(all_midnight(m));

	for (size_t i = 0; i < m->n; i++) {
		const struct multiple_prices_row *r = &m->v[i];
		stamp_printer_put(&stamps, o, r->t);
		out_char(o, ',');
		out_field(o, slice_of(m->code));
		for (int leg = 0; leg < LEGS; leg++) {
			print_price(o, r->x[leg]);
			print_contract(o, r->contract[leg]);
		}
		out_char(o, '\n');
	}
}

void
multiple_prices_file(const char *dir, const struct multiple_prices *m)
{
	static const enum multiple_prices_leg order[LEGS] = { LEG_HELD, LEG_FORWARD, LEG_CARRY };
	struct stamp_printer stamps = stamp_printer_new(all_midnight(m));
	struct replacement file;
	struct out *o = &file.out;
	char *path = replacement_path(dir, m->code);

	replacement_open(&file, path);
	out_str(o, "DATETIME,PRICE,FORWARD,CARRY,PRICE_CONTRACT,FORWARD_CONTRACT,CARRY_CONTRACT\n");
	for (size_t i = 0; i < m->n; i++) {
		stamp_printer_put(&stamps, o, m->v[i].t);
		for (int k = 0; k < LEGS; k++)
			print_price(o, m->v[i].x[order[k]]);
		for (int k = 0; k < LEGS; k++)
			print_contract(o, m->v[i].contract[order[k]]);
		out_char(o, '\n');
	}
	replacement_close(&file);
	free(path);
}
