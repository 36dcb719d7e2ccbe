#include "account/account_rows.h"

#include <limits.h>
#include <math.h>

#include "base/die.h"
#include "time/date.h"

static const char *const columns[CURVE_KINDS] = { "gross_percent", "cost_percent", "net_percent" };

void
account_rows_open(struct account_rows *a, const char *path)
{
	rec_file(&a->r, path);
	rec_header(&a->r);
	a->day = INT_MIN;
	a->time = rec_need(&a->r, "time");
	for (int k = 0; k < CURVE_KINDS; k++)
		a->column[k] = k == CURVE_COSTS ? rec_find(&a->r, columns[k]) : rec_need(&a->r, columns[k]);
}

bool
account_rows_next(struct account_rows *a)
{
	int before = a->day;

	if (!rec_next(&a->r))
		return false;
	struct slice time = rec_text(&a->r, a->time);
	if (time.n != 10 || !date_parse(time, &a->day) || a->day <= before)
		die("%s:%ld: column 'time': not a date after the one before: \"%.*s\"", a->r.name, a->r.line, SLICE(time));
	for (int k = 0; k < CURVE_KINDS; k++)
		a->x[k] = a->column[k] < 0 ? NAN : rec_num(&a->r, a->column[k], columns[k]);
	return true;
}
