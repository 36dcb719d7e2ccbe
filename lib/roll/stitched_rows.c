#include "roll/stitched_rows.h"

#include "base/out.h"
#include "base/replacement.h"

void
stitched_rows_add(struct stitched_rows *t, const struct step *s, const struct row *r, double price)
{
	held_rows_add(&t->held, s, r);
	back_adjust_add(&t->stitch, price);
}

void
stitched_rows_add_stamp(struct stitched_rows *t, struct slice stamp, double price)
{
	held_rows_add_text(&t->held, stamp);
	back_adjust_add(&t->stitch, price);
}

static bool
is_dropped(struct stitched_rows *t, size_t i)
{
	bool dropped = t->drop_missing && back_adjust_unpriced(&t->stitch, i);

	t->dropped += dropped;
	return dropped;
}

static void
clear(struct stitched_rows *t)
{
	held_rows_clear(&t->held);
	back_adjust_clear(&t->stitch);
}

void
stitched_rows_emit(struct stitched_rows *t, struct step *s, int column)
{
	for (size_t i = 0; i < t->held.n; i++) {
		if (is_dropped(t, i))
			continue;
		struct row *r = held_rows_row(&t->held, s, i);
		row_set(s, r, column, t->stitch.x[i]);
		row_emit(s, r);
	}
	clear(t);
}

void
stitched_rows_file(struct stitched_rows *t, const char *path)
{
	struct replacement file;
	struct out *o = &file.out;

	replacement_open(&file, path);
	out_str(o, "DATETIME,price\n");
	for (size_t i = 0; i < t->held.n; i++) {
		if (is_dropped(t, i))
			continue;
		out_field(o, held_rows_text(&t->held, i));
		out_char(o, ',');
		out_num(o, t->stitch.x[i]);
		out_char(o, '\n');
	}
	replacement_close(&file);
	clear(t);
}
