#include "roll/adjusted_prices.h"

#include <math.h>
#include <stdlib.h>

#include "base/bisect.h"
#include "base/die.h"
#include "base/mem.h"
#include "base/replacement.h"
#include "time/date.h"
#include "time/stamp.h"
#include "time/stamp_printer.h"

static void
add(struct adjusted_prices *a, int64_t t, double x)
{
	if (a->n == a->cap) {
		a->cap = a->cap ? 2 * a->cap : 1024;
		a->v = mem_grow(a->v, a->cap, sizeof *a->v);
	}
	a->v[a->n++] = (struct contract_price){ t, x };
}

/* ---- reading ---- */

static void
read_row(struct adjusted_prices *a, struct rec *r, int price)
{
	struct slice stamp = rec_text(r, 0);
	int64_t t;

	if (!stamp_parse(stamp, &t))
		die("%s:%ld: not a time: \"%.*s\"", r->name, r->line, SLICE(stamp));
	if (a->n && t <= a->v[a->n - 1].t)
		die("%s:%ld: not after the row before: \"%.*s\"", r->name, r->line, SLICE(stamp));
	add(a, t, rec_num(r, price, "price"));
}

void
adjusted_prices_read(struct adjusted_prices *a, const char *dir, const char *code)
{
	struct rec r = { 0 };
	char *path = replacement_path(dir, code);

	a->n = 0;
	rec_file(&r, path);
	r.skip_blank = true;
	rec_header(&r);
	int price = rec_need(&r, "price");
	while (rec_next(&r))
		read_row(a, &r, price);
	if (a->n == 0)
		die("%s: no prices", path);
	rec_close(&r);
	free(path);
}

/* ---- days without a roll ---- */

static void
extend_row(struct adjusted_prices *a, const struct multiple_prices_row *r)
{
	struct contract_price *last = &a->v[a->n - 1];

	if (r->t > last->t && !isnan(r->x[LEG_HELD]))
		add(a, r->t, r->x[LEG_HELD]);
	else if (r->t == last->t && isnan(last->x))
		last->x = r->x[LEG_HELD];
}

void
adjusted_prices_extend(struct adjusted_prices *a, const struct multiple_prices *m)
{
	size_t i = bisect(m->v, m->n, sizeof *m->v, a->v[a->n - 1].t);
	bool there = i < m->n && m->v[i].t == a->v[a->n - 1].t;
	char stamp[DATE_MAX + 1];

	if (i == 0 && !there)
		die("%s: no multiple prices at the end of the adjusted ones", m->code);
	int id = m->v[there ? i : i - 1].contract[LEG_HELD];
	for (; i < m->n; i++) {
		stamp[stamp_print(stamp, m->v[i].t)] = '\0';
		if (m->v[i].contract[LEG_HELD] != id)
			die("%s: rolled at %s, after the adjusted prices end: adjust all of them anew", m->code, stamp);
		extend_row(a, &m->v[i]);
	}
}

/* ---- writing ---- */

static bool
all_midnight(const struct adjusted_prices *a)
{
	for (size_t i = 0; i < a->n; i++)
		if (a->v[i].t % DAY_SECONDS)
			return false;
	return true;
}

static void
print_rows(struct out *o, const char *code, const struct adjusted_prices *a)
{
	struct stamp_printer stamps = stamp_printer_new(all_midnight(a));

	for (size_t i = 0; i < a->n; i++) {
		stamp_printer_put(&stamps, o, a->v[i].t);
		out_char(o, ',');
		if (code) {
			out_field(o, slice_of(code));
			out_char(o, ',');
		}
		out_num(o, a->v[i].x);
		out_char(o, '\n');
	}
}

void
adjusted_prices_head(struct out *o)
{
	out_str(o, "time,instrument,adjusted\n");
}

void
adjusted_prices_print(struct out *o, const char *code, const struct adjusted_prices *a)
{
	print_rows(o, code, a);
}

void
adjusted_prices_file(const char *dir, const char *code, const struct adjusted_prices *a)
{
	struct replacement file;
	char *path = replacement_path(dir, code);

	replacement_open(&file, path);
	out_str(&file.out, "DATETIME,price\n");
	print_rows(&file.out, NULL, a);
	replacement_close(&file);
	free(path);
}
