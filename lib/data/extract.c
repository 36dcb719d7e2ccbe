#include "data/extract.h"

#include "base/die.h"
#include "base/num.h"
#include "roll/calendar.h"
#include "roll/contract.h"
#include "time/stamp.h"

static int64_t
date_of_text(const char *what, const char *s, int64_t otherwise)
{
	int64_t t;

	if (!s)
		return otherwise;
	if (!stamp_parse(slice_of(s), &t))
		die("%s is not a date: \"%s\"", what, s);
	return t;
}

void
extract_open(struct extract *x, const char *start, const char *end)
{
	out_open(&x->out, 1, "stdout");
	x->data = data_open(x->path);
	if (x->config_path) {
		x->config = config_load(x->config_path);
		x->as_pandas = config_compat(&x->config);
		start = start ? start : config_str_or(&x->config, "start_date", NULL);
		end = end ? end : config_str_or(&x->config, "end_date", NULL);
	}
	x->first = date_of_text("start", start, INT64_MIN);
	x->last = date_of_text("end", end, INT64_MAX);
}

void
extract_start(struct extract *x, const struct price_file *p, const char *code)
{
	out_bytes(&x->out, p->stamp.p, p->stamp.n);
	out_char(&x->out, ',');
	out_field(&x->out, slice_of(code));
}

/* Untouched, unless pandas would read another number. */
void
extract_long_number(struct extract *x, struct slice s)
{
	double exact, read;

	if (num_parse(s.p, s.n, &exact) && num_parse_pandas(s.p, s.n, &read) && read != exact)
		out_num(&x->out, read);
	else
		out_bytes(&x->out, s.p, s.n);
}

static void
calendar(struct extract *x, const char *code)
{
	static const char *const names[] = { "current_contract", "next_contract", "carry_contract" };
	enum { CONTRACTS = sizeof names / sizeof *names };
	int column[CONTRACTS], id;
	struct price_file p;

	if (!price_file_open(&p, x->data, "roll_calendars_csv", code, x->first, x->last))
		return;
	for (int i = 0; i < CONTRACTS; i++)
		column[i] = price_file_column(&p, names[i]);
	while (price_file_next(&p)) {
		for (int i = 0; i < CONTRACTS; i++)
			if (!contract_parse(p.r.f[column[i]], &id))
				price_file_bad(&p, column[i], "not a contract");
		extract_start(x, &p, code);
		for (int i = 0; i < CONTRACTS; i++) {
			out_char(&x->out, ',');
			out_bytes(&x->out, p.r.f[column[i]].p, p.r.f[column[i]].n);
		}
		out_char(&x->out, '\n');
	}
}

void
extract_calendars(struct extract *x, const struct names *codes)
{
	data_only(x->data, codes);
	calendar_head(&x->out, false);
	for (int i = 0; i < codes->n; i++)
		calendar(x, codes->name[i]);
}

/* Blank, or a number above zero. */
static void
check_rate(const struct price_file *p, int column)
{
	struct slice s = p->r.f[column];
	double x;

	price_file_check(p, column);
	if (s.n && num_parse(s.p, s.n, &x) && x <= 0)
		price_file_bad(p, column, "not above zero");
}

static void
rates(struct extract *x, const char *pair)
{
	struct price_file p;

	if (!price_file_open(&p, x->data, "fx_prices_csv", pair, x->first, x->last))
		return;
	int c = p.r.n == 2 && rec_find(&p.r, "PRICE") < 0 ? 1 : price_file_column(&p, "PRICE");
	while (price_file_next(&p)) {
		check_rate(&p, c);
		extract_start(x, &p, pair);
		out_char(&x->out, ',');
		extract_number(x, &p, c);
		out_char(&x->out, '\n');
	}
}

void
extract_rates(struct extract *x, const struct names *pairs)
{
	data_only(x->data, pairs);
	out_str(&x->out, "time,currency,rate\n");
	for (int i = 0; i < pairs->n; i++)
		rates(x, pairs->name[i]);
}
