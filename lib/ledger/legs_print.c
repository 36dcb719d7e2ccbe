#include "ledger/legs_print.h"

#include <stdio.h>

enum { CONTRACT, TRADE, FILL, PRICE, COLUMNS };

static void
print_value(struct out *o, const struct statement *s, int column)
{
	char text[32];

	if (column == CONTRACT)
		out_str(o, statement_get_text(s, column));
	else if (column == PRICE)
		out_num(o, statement_get_num(s, column));
	else
		out_bytes(o, text, (size_t)snprintf(text, sizeof text, "%lld", (long long)statement_get_int(s, column)));
}

static void
print_json(struct out *o, struct statement *s)
{
	static const char *const before[COLUMNS] = { "{\"contract\":\"", "\",\"trade\":", ",\"fill\":", ",\"price\":" };
	const char *between = ",\"legs\":[";

	while (statement_row(s)) {
		out_str(o, between);
		for (int i = 0; i < COLUMNS; i++) {
			if (!statement_has(s, i))
				continue;
			out_str(o, before[i]);
			print_value(o, s, i);
		}
		out_char(o, '}');
		between = ",";
	}
	out_char(o, ']');
}

/* A column at a time. */
static void
print_csv(struct out *o, struct statement *s, int64_t id)
{
	for (int i = 0; i < COLUMNS; i++) {
		char between = ',';
		statement_again(s);
		statement_int(s, id);
		while (statement_row(s)) {
			out_char(o, between);
			print_value(o, s, i);
			between = ' ';
		}
	}
}

static void
print(struct out *o, struct statement *row, const char *sql, bool csv)
{
	int64_t id = statement_get_int(row, 0);
	struct statement *s = statement_of(row->ledger, sql);

	if (csv) {
		print_csv(o, s, id);
	} else {
		statement_int(s, id);
		print_json(o, s);
	}
	statement_end(s);
}

void
legs_print_contract(struct out *o, struct statement *row, bool csv)
{
	print(o, row, "SELECT contract, trade, fill, price FROM contract_leg WHERE id = ? ORDER BY leg", csv);
}

void
legs_print_broker(struct out *o, struct statement *row, bool csv)
{
	print(o, row, "SELECT contract, trade, fill, price FROM broker_leg WHERE id = ? ORDER BY leg", csv);
}
