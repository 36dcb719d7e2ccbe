#include "data/natural_prices.h"

#include "base/die.h"
#include "base/num.h"
#include "time/stamp.h"
#include "time/year.h"

void
natural_prices_open(struct natural_prices *n, const char *path)
{
	*n = (struct natural_prices){ .t = INT64_MIN };
	rec_file(&n->r, path);
	rec_header(&n->r);
	n->time = rec_need(&n->r, "time");
	n->instrument = rec_need(&n->r, "instrument");
	n->adjusted = rec_need(&n->r, "adjusted");
	n->rate = rec_need(&n->r, "fx");
	n->beyond = rec_find(&n->r, "beyond");
	n->more = rec_next(&n->r);
}

static void
read_row(struct natural_prices *n)
{
	struct slice s = rec_text(&n->r, n->time);
	int64_t before = n->t;

	if (!stamp_parse(s, &n->t))
		die("%s:%ld: column 'time': not a time: \"%.*s\"", n->r.name, n->r.line,
		    SLICE(s));
	double price = rec_num(&n->r, n->adjusted, "adjusted"), last = n->any ? n->price : num_missing();
	n->price = isnan(price) ? last : price;
	n->move = n->price - last;
	n->years = n->any ? (double)(n->t - before) / (CALENDAR_DAYS_IN_YEAR * DAY_SECONDS) : num_missing();
	n->day = stamp_day(n->t);
	n->fx = rec_num(&n->r, n->rate, "fx");
	n->any = true;
}

bool
natural_prices_next(struct natural_prices *n, const char *instrument)
{
	while (n->more && slice_is(rec_text(&n->r, n->instrument), instrument)) {
		bool beyond = n->beyond >= 0 && slice_is(rec_text(&n->r, n->beyond), "1");
		if (!beyond)
			read_row(n);
		n->more = rec_next(&n->r);
		if (!beyond)
			return true;
	}
	n->any = false;
	return false;
}

void
natural_prices_close(struct natural_prices *n)
{
	if (n->more)
		die("%s:%ld: column 'instrument': not the daily rows' next one: \"%.*s\"", n->r.name, n->r.line,
		    SLICE(rec_text(&n->r, n->instrument)));
	rec_close(&n->r);
}
