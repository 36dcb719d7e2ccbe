#include "roll/contracts_from_multiple.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/replacement.h"
#include "base/warn.h"
#include "time/date.h"
#include "time/stamp.h"
#include "time/stamp_printer.h"

static struct contract_price_series *
series_of(struct roll_split *s, int id)
{
	int i = s->n;

	while (i && s->v[i - 1].id > id) /* the last few are what is asked for */
		i--;
	if (i && s->v[i - 1].id == id)
		return &s->v[i - 1];
	if (s->n == s->cap) {
		int cap = s->cap ? 2 * s->cap : 64;
		s->v = mem_grow(s->v, (size_t)cap, sizeof *s->v);
		memset(s->v + s->cap, 0, (size_t)(cap - s->cap) * sizeof *s->v);
		s->cap = cap;
	}
	struct contract_price_series room = s->v[s->n]; /* its memory is used again */
	memmove(&s->v[i + 1], &s->v[i], (size_t)(s->n++ - i) * sizeof *s->v);
	room.id = id;
	room.n = 0;
	s->v[i] = room;
	return &s->v[i];
}

static void
add_price(struct contract_price_series *s, int64_t t, double x)
{
	if (s->n && s->v[s->n - 1].t == t)
		return;
	if (s->n == s->cap) {
		s->cap = s->cap ? 2 * s->cap : 256;
		s->v = mem_grow(s->v, s->cap, sizeof *s->v);
	}
	s->v[s->n++] = (struct contract_price){ t, x };
}

void
roll_split(struct roll_split *s, const struct multiple_prices *m)
{
	s->n = 0;
	for (size_t i = 0; i < m->n; i++)
		for (int leg = 0; leg < LEGS; leg++)
			if (m->v[i].contract[leg] && !isnan(m->v[i].x[leg]))
				add_price(series_of(s, m->v[i].contract[leg]), m->v[i].t, m->v[i].x[leg]);
}

static const struct contract_price_series *
find(const struct roll_split *s, int id)
{
	for (int i = 0; i < s->n; i++)
		if (s->v[i].id == id)
			return &s->v[i];
	return NULL;
}

void
roll_split_warn(const struct roll_split *s, const struct multiple_prices *m, const struct roll_parameters *p)
{
	for (size_t i = 0; i < m->n; i++) {
		int id = m->v[i].contract[LEG_HELD];
		if (i + 1 < m->n && m->v[i + 1].contract[LEG_HELD] == id)
			continue;
		const struct contract_price_series *held = find(s, id);
		int64_t over = held ? held->v[held->n - 1].t : INT64_MIN, desired = stamp_of_day(roll_desired(p, id));
		char date[DATE_MAX];
		date[date_print(date, roll_desired(p, id))] = '\0';
		if (over < desired - 8 * DAY_SECONDS)
			warn("%s: prices of contract %08d end more than 8 days before its roll is desired, %s", m->code, id, date);
	}
}

/* ---- as bars ---- */

/* A row a price: code NULL is for a file, which is of one contract. */
static void
print_bars(struct out *o, const char *code, const struct contract_price_series *s)
{
	struct stamp_printer stamps = stamp_printer_new(false);
	char id[CONTRACT_MAX];

	contract_print(id, s->id);
	for (size_t i = 0; i < s->n; i++) {
		stamp_printer_put(&stamps, o, s->v[i].t);
		if (code) {
			out_char(o, ',');
			out_field(o, slice_of(code));
			out_char(o, ',');
			out_bytes(o, id, sizeof id);
		}
		for (int k = 0; k < 4; k++) {
			out_char(o, ',');
			out_num(o, s->v[i].x);
		}
		out_str(o, ",1\n");
	}
}

static void
write_contract(const char *dir, const char *code, const struct contract_price_series *s)
{
	struct replacement file;
	char *name, *path;

	name = mem_format("%s_%08d", code, s->id);
	path = replacement_path(dir, name);
	replacement_open(&file, path);
	out_str(&file.out, "DATETIME,OPEN,HIGH,LOW,FINAL,VOLUME\n");
	print_bars(&file.out, NULL, s);
	replacement_close(&file);
	free(path);
	free(name);
}

void
roll_split_head(struct out *o)
{
	out_str(o, "time,instrument,contract,open,high,low,price,volume\n");
}

void
roll_split_print(struct out *o, const char *code, const struct roll_split *s)
{
	for (int i = 0; i < s->n; i++)
		print_bars(o, code, &s->v[i]);
}

void
roll_split_files(const char *dir, const char *code, const struct roll_split *s)
{
	for (int i = 0; i < s->n; i++)
		write_contract(dir, code, &s->v[i]);
}
