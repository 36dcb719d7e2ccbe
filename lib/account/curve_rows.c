#include "account/curve_rows.h"

#include "time/date.h"

void
curve_rows_begin(struct out *o, int day, const char *instrument, const char *rule)
{
	const char *name[] = { instrument, rule };
	char date[DATE_MAX];

	out_bytes(o, date, date_print(date, day));
	for (int i = 0; i < 2; i++)
		if (name[i]) {
			out_char(o, ',');
			out_field(o, slice_of(name[i]));
		}
}

void
curve_rows_print(struct out *o, const struct account *a, enum frequency f, const struct curve_columns *c)
{
	double x[CURVE_COLUMNS];
	int p, end;

	for (curve_columns_span(c, &p, &end); p < end; p++) {
		if (!curve_columns_at(c, p, x))
			continue;
		curve_rows_begin(o, frequency_label(f, p), a->instrument, a->rule);
		for (int i = 0; i < c->n; i++) {
			out_char(o, ',');
			out_num(o, x[i]);
		}
		out_char(o, '\n');
	}
}

void
curve_rows_portfolio(struct out *o, const struct account *total, struct curves *c, enum frequency f, bool risk)
{
	struct curve_columns columns = { .n = 0 };

	curve_columns_begin(&columns, c, total);
	curve_columns_add(&columns, c, CURVE_VALUE_TERMS, f);
	curve_columns_add(&columns, c, CURVE_PERCENT, f);
	if (risk)
		curve_columns_add_risk(&columns, f);
	out_str(o, "time,gross,cost,net,gross_percent,cost_percent,net_percent");
	out_str(o, risk ? ",drawdown,std\n" : "\n");
	curve_rows_print(o, total, f, &columns);
}
