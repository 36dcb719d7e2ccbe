#include "roll/contract_prices.h"

#include <math.h>
#include <stdlib.h>

#include "base/bisect.h"
#include "base/die.h"
#include "base/mem.h"
#include "roll/cycle.h"
#include "time/stamp.h"

static void
open_stream(struct contract_prices *c, const char *path, bool volumes)
{
	*c = (struct contract_prices){ 0 };
	rec_file(&c->r, path);
	rec_header(&c->r);
	c->time = rec_need(&c->r, "time");
	c->instrument = rec_need(&c->r, "instrument");
	c->contract = rec_need(&c->r, "contract");
	c->price = rec_need(&c->r, "price");
	c->volume = volumes ? rec_need(&c->r, "volume") : -1;
	c->more = rec_next(&c->r);
}

void
contract_prices_open(struct contract_prices *c, const char *path)
{
	open_stream(c, path, false);
}

void
contract_prices_open_volumes(struct contract_prices *c, const char *path)
{
	open_stream(c, path, true);
}

static _Noreturn void
bad(const struct contract_prices *c, const char *column, int i, const char *what)
{
	die("%s:%ld: column '%s': %s: \"%.*s\"", c->r.name, c->r.line, column, what, SLICE(rec_text(&c->r, i)));
}

/* ---- the series by id ---- */

/* The index of the first series whose id is not below id. */
static int
place_of(const struct contract_prices *c, int id)
{
	int low = 0, high = c->n;

	while (low < high) {
		int middle = (low + high) / 2;
		if (c->v[middle].id < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct contract_price_series *
contract_prices_of(const struct contract_prices *c, int id)
{
	int i = place_of(c, id);

	return i < c->n && c->v[i].id == id ? &c->v[i] : NULL;
}

/* The series of the current row's contract, made when new; most rows are of the contract of the row before. */
static struct contract_price_series *
series_of(struct contract_prices *c, int id)
{
	if (c->n && c->v[c->last].id == id)
		return &c->v[c->last];
	int i = c->last = place_of(c, id);
	if (i < c->n && c->v[i].id == id)
		return &c->v[i];
	if (c->n == c->cap) {
		c->cap = c->cap ? 2 * c->cap : 64;
		c->v = mem_grow(c->v, (size_t)c->cap, sizeof *c->v);
	}
	memmove(&c->v[i + 1], &c->v[i], (size_t)(c->n++ - i) * sizeof *c->v);
	c->v[i] = (struct contract_price_series){ .id = id };
	return &c->v[i];
}

/* ---- reading ---- */

static void
grow(struct contract_price_series *s, bool volumes)
{
	s->cap = s->cap ? 2 * s->cap : 64;
	s->v = mem_grow(s->v, s->cap, sizeof *s->v);
	if (volumes)
		s->volume = mem_grow(s->volume, s->cap, sizeof *s->volume);
}

/* The current row's price and volume to its contract's series. */
static void
add_row(struct contract_prices *c, struct contract_price_series *s, int64_t t)
{
	bool volumes = c->volume >= 0;
	double price = rec_num(&c->r, c->price, "price"), volume = volumes ? rec_num(&c->r, c->volume, "volume") : NAN;

	if (s->n && t < s->v[s->n - 1].t)
		bad(c, "time", c->time, "time goes back within the contract");
	if (!s->n || t > s->v[s->n - 1].t) {
		if (s->n == s->cap)
			grow(s, volumes);
		s->v[s->n] = (struct contract_price){ t, NAN };
		if (volumes)
			s->volume[s->n] = NAN;
		s->n++;
	}
	if (!isnan(price))
		s->v[s->n - 1].x = price;
	if (!isnan(volume))
		s->volume[s->n - 1] = volume;
}

static void
read_row(struct contract_prices *c)
{
	int64_t t;
	int id;

	if (!stamp_parse(rec_text(&c->r, c->time), &t))
		bad(c, "time", c->time, "not a time");
	if (!contract_parse(rec_text(&c->r, c->contract), &id))
		bad(c, "contract", c->contract, "not a contract");
	add_row(c, series_of(c, id), t);
}

static void
forget(struct contract_prices *c)
{
	for (int i = 0; i < c->n; i++) {
		free(c->v[i].v);
		free(c->v[i].volume);
	}
	c->n = c->last = 0;
}

bool
contract_prices_next(struct contract_prices *c)
{
	forget(c);
	if (!c->more) {
		rec_close(&c->r);
		return false;
	}
	struct slice code = rec_text(&c->r, c->instrument);
	if (!names_plain(code))
		die("%s:%ld: column 'instrument': a control byte in \"%.*s\"", c->r.name, c->r.line, SLICE(code));
	int i = names_put(&c->codes, code);
	if (i < c->codes.n - 1)
		die("%s:%ld: the rows of '%.*s' do not stand together", c->r.name, c->r.line, SLICE(code));
	c->code = c->codes.name[i];
	do {
		read_row(c);
		c->more = rec_next(&c->r);
	} while (c->more && slice_is(rec_text(&c->r, c->instrument), c->code));
	return true;
}

/* ---- looking up ---- */

size_t
contract_prices_from(const struct contract_price_series *s, int64_t t)
{
	return bisect(s->v, s->n, sizeof *s->v, t);
}

double
contract_prices_at(const struct contract_price_series *s, int64_t t)
{
	size_t i = contract_prices_from(s, t);

	return i < s->n && s->v[i].t == t ? s->v[i].x : NAN;
}

int
contract_prices_after(const struct contract_prices *c, cycle months, int id)
{
	int last = c->v[c->n - 1].id;

	for (id = cycle_next(months, id); id <= last; id = cycle_next(months, id))
		if (contract_prices_of(c, id))
			return id;
	return 0;
}

int
contract_prices_before(const struct contract_prices *c, cycle months, int id)
{
	int first = c->v[0].id;

	for (id = cycle_previous(months, id); id >= first; id = cycle_previous(months, id))
		if (contract_prices_of(c, id))
			return id;
	return 0;
}
