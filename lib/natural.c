#include "natural.h"

#include "date.h"
#include "err.h"

void
natural_open(struct natural *n, const char *path)
{
	*n = (struct natural){ .t = INT64_MIN };
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
read_row(struct natural *n)
{
	struct slice s = n->r.f[n->time];

	if (!stamp_parse(s, &n->t))
		die("%s:%ld: column 'time': not a time: \"%.*s\"", n->r.name, n->r.line, SLICE(s));
	n->price = rec_num(&n->r, n->adjusted, "adjusted");
	n->fx = rec_num(&n->r, n->rate, "fx");
}

bool
natural_next(struct natural *n, const char *instrument)
{
	while (n->more && slice_is(n->r.f[n->instrument], instrument)) {
		bool beyond = n->beyond >= 0 && slice_is(n->r.f[n->beyond], "1");
		if (!beyond)
			read_row(n);
		n->more = rec_next(&n->r);
		if (!beyond)
			return true;
	}
	return false;
}

void
natural_close(struct natural *n)
{
	if (n->more)
		die("%s:%ld: column 'instrument': not the daily rows' next one: \"%.*s\"", n->r.name, n->r.line, SLICE(n->r.f[n->instrument]));
	rec_close(&n->r);
}
