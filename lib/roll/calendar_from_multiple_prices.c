#include "roll/calendar_from_multiple_prices.h"

#include "base/die.h"
#include "roll/contract.h"
#include "stream/rec.h"
#include "time/stamp.h"

struct multiple {
	int64_t t;
	int price, forward, carry; /* contracts */
};

struct infer {
	struct rec r;
	int time, instrument, price, forward, carry; /* columns */
	struct names codes;
	struct calendar made;
	struct multiple before, row; /* rows of different stamps: the last of each */
	bool has_before;
	bool first_new, last;        /* roll_infer_calendars's */
	void (*give)(struct calendar *);
};

static int
contract_field(struct infer *f, int i, const char *column)
{
	struct slice s = rec_text(&f->r, i);
	int id;

	if (!contract_parse(s, &id))
		die("%s:%ld: column '%s': not a contract: \"%.*s\"", f->r.name, f->r.line, column, SLICE(s));
	return id;
}

static struct multiple
multiple_row(struct infer *f)
{
	struct slice s = rec_text(&f->r, f->time);
	struct multiple m;

	if (!stamp_parse(s, &m.t))
		die("%s:%ld: column 'time': not a time: \"%.*s\"", f->r.name, f->r.line, SLICE(s));
	m.price = contract_field(f, f->price, "price_contract");
	m.forward = contract_field(f, f->forward, "forward_contract");
	m.carry = contract_field(f, f->carry, "carry_contract");
	return m;
}

/* Was there a roll between the last two stamps? A contract that goes back is none. */
static void
infer_roll(struct infer *f)
{
	const struct multiple *a = &f->before, *b = &f->row;

	if (f->has_before && b->price > a->price)
		calendar_add(&f->made, (struct roll){ f->first_new ? b->t : a->t, a->price, b->price, a->carry, false });
}

static void
infer_end(struct infer *f)
{
	if (!f->made.code)
		return;
	infer_roll(f);
	if (f->last)
		calendar_add(&f->made, (struct roll){ f->row.t, f->row.price, f->row.forward, f->row.carry, true });
	f->give(&f->made);
}

/* Another instrument begins. */
static void
infer_begin(struct infer *f, struct slice code)
{
	if (!names_plain(code))
		die("%s:%ld: column 'instrument': a control byte in \"%.*s\"", f->r.name, f->r.line, SLICE(code));
	int n = f->codes.n, i = names_put(&f->codes, code);
	if (i < n)
		die("%s:%ld: the rows of '%.*s' do not stand together", f->r.name, f->r.line, SLICE(code));
	infer_end(f);
	f->made.code = f->codes.name[i];
	f->has_before = false;
	f->row = multiple_row(f);
}

static void
infer_row(struct infer *f)
{
	struct slice code = rec_text(&f->r, f->instrument);

	if (!f->made.code || !slice_is(code, f->made.code)) {
		infer_begin(f, code);
		return;
	}
	struct multiple m = multiple_row(f);
	if (m.t < f->row.t)
		die("%s:%ld: column 'time': time goes back: \"%.*s\"", f->r.name, f->r.line, SLICE(rec_text(&f->r, f->time)));
	if (m.t > f->row.t) {
		infer_roll(f);
		f->before = f->row;
		f->has_before = true;
	}
	f->row = m;
}

void
roll_infer_calendars(const char *path, bool first_new, bool last, void (*give)(struct calendar *))
{
	struct infer f = { .first_new = first_new, .last = last, .give = give };

	rec_file(&f.r, path);
	rec_header(&f.r);
	f.time = rec_need(&f.r, "time");
	f.instrument = rec_need(&f.r, "instrument");
	f.price = rec_need(&f.r, "price_contract");
	f.forward = rec_need(&f.r, "forward_contract");
	f.carry = rec_need(&f.r, "carry_contract");
	while (rec_next(&f.r))
		infer_row(&f);
	infer_end(&f);
	rec_close(&f.r);
}
