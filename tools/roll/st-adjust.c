/*
 * st-adjust - append the price adjusted for rolls
 *
 *   $ printf 'time,instrument,price,price_contract,forward\n2020-01-01,GOLD,10,20200200,12\n2020-01-02,GOLD,13,20200400,\n' | st-adjust
 *   time,instrument,price,price_contract,forward,adjusted
 *   2020-01-01,GOLD,10,20200200,12,12.0
 *   2020-01-02,GOLD,13,20200400,,13.0
 *
 * At a roll, all that went before is shifted by the difference of the forward
 * and the held price on the row before it; the last contract stays as it is. The
 * shifts are added one after another, ((P + d1) + d2) + …, oldest roll first. So
 * pysystemtrade adjusts (panama); --method=ratio multiplies by forward / held instead,
 * and --method=forward leaves the first contract as it is and shifts what comes later.
 */
#include <stdio.h>

#include "base/die.h"
#include "base/prog.h"
#include "base/replacement.h"
#include "roll/stitched_rows.h"
#include "stream/filter.h"

enum { ID_MAX = 32 };
enum method { PANAMA, RATIO, FORWARD, METHODS };
static const char *const method_name[METHODS] = { "panama", "ratio", "forward" };

struct adjust {
	bool verbose;
	const char *files, *method_text;
	enum method method;
	int price, contract, forward, adjusted;
	struct series *now;          /* whose rows are held */
	struct stitched_rows rows;
};

struct series {
	const char *code;
	char *path;                  /* with files */
	char id[ID_MAX];             /* the contract held in the last row */
	size_t id_n;
	double price, forward;       /* of the last row */
	double shift;                /* of the forward method */
};

static const struct opt opts[] = {
	{ 0, "method", "NAME", "panama, ratio or forward (default panama)", O_STR, offsetof(struct adjust, method_text) },
	{ 0, "drop-missing", NULL, "drop rows without a price from the last roll on", O_FLAG,
	    offsetof(struct adjust, rows.drop_missing) },
	{ 0, "files", "DIR", "write DIR/CODE.csv (DATETIME,price) instead of rows", O_STR, offsetof(struct adjust, files) },
	{ 'v', "verbose", NULL, "count the rows dropped on stderr", O_FLAG, offsetof(struct adjust, verbose) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static enum method
method_of(const char *name)
{
	for (int i = 0; i < METHODS; i++)
		if (strcmp(name, method_name[i]) == 0)
			return (enum method)i;
	die("option --method: not panama, ratio or forward: \"%.80s\"", name);
}

static void
adjust_open(struct step *s)
{
	struct adjust *a = s->state;

	a->method = a->method_text ? method_of(a->method_text) : PANAMA;
	if (a->rows.drop_missing && a->method == FORWARD)
		die("--drop-missing looks ahead to the last roll, which --method=forward does not");
}

static void
adjust_head(struct step *s)
{
	struct adjust *a = s->state;

	a->price = column_need(s, "price");
	a->contract = column_need(s, "price_contract");
	a->forward = column_need(s, "forward");
	if (a->files)
		column_none(s);
	else
		a->adjusted = column_add(s, "adjusted");
}

static void
adjust_key(struct step *s, void *state, const char *code)
{
	struct adjust *a = s->state;
	struct series *k = state;

	k->code = code;
	if (a->files)
		k->path = replacement_path(a->files, code);
}

/* A price and a forward price on the row before the roll; above zero, to take their ratio. */
static void
check_roll(struct step *s, struct row *r, const struct series *k)
{
	struct adjust *a = s->state;
	bool price = isnan(k->price), forward = isnan(k->forward);

	if (price || forward)
		die("%s: column '%s': empty on the row before the roll of %s: \"%.*s\"", row_place(r),
		    price ? "price" : "forward", k->code, SLICE(row_text(s, r, s->time)));
	if (a->method == RATIO && !(k->price > 0 && k->forward > 0))
		die("%s: column '%s': no ratio, as it is not above zero on the row before the roll of %s: \"%.*s\"", row_place(r),
		    k->price > 0 ? "forward" : "price", k->code, SLICE(row_text(s, r, s->time)));
}

static void
roll(struct step *s, struct row *r, struct series *k)
{
	struct adjust *a = s->state;

	check_roll(s, r, k);
	if (a->method == PANAMA)
		back_adjust_roll(&a->rows.stitch, k->forward - k->price);
	else if (a->method == RATIO)
		back_adjust_roll_ratio(&a->rows.stitch, k->forward / k->price);
	else
		k->shift += k->price - k->forward;
}

/* Hold the row until its instrument's last one is read; what streams goes at once. */
static void
hold(struct step *s, struct row *r, double price)
{
	struct adjust *a = s->state;

	if (a->files) {
		stitched_rows_add_stamp(&a->rows, row_text(s, r, s->time), price);
	} else if (a->method == FORWARD) {
		row_set(s, r, a->adjusted, price);
		row_emit(s, r);
	} else {
		stitched_rows_add(&a->rows, s, r, price);
	}
}

/* Let the rows of the instrument at hand go. */
static void
finish(struct step *s)
{
	struct adjust *a = s->state;

	if (a->now && a->files)
		stitched_rows_file(&a->rows, a->now->path);
	else if (a->now)
		stitched_rows_emit(&a->rows, s, a->adjusted);
}

static void
adjust_row(struct step *s, struct row *r)
{
	struct adjust *a = s->state;
	struct series *k = step_key(s, r);
	struct slice id = row_text(s, r, a->contract);
	double price = row_num(s, r, a->price);

	if (id.n == 0 || id.n > ID_MAX)
		die("%s: column 'price_contract': not a contract: \"%.*s\"", row_place(r), SLICE(id));
	if (k != a->now) {
		finish(s);
		a->now = k;
	} else if (!slice_eq(id, (struct slice){ k->id, k->id_n })) {
		roll(s, r, k);
	}
	memcpy(k->id, id.p, id.n);
	k->id_n = id.n;
	k->price = price;
	k->forward = row_num(s, r, a->forward);
	hold(s, r, a->method == FORWARD ? price + k->shift : price);
}

static void
adjust_end(struct step *s)
{
	struct adjust *a = s->state;

	finish(s);
	if (a->verbose)
		fprintf(stderr, "%s: rows dropped for want of a price: %ld\n", prog, a->rows.dropped);
}

static const struct filter adjust = {
	.name = "st-adjust",
	.summary = "append the price adjusted for rolls",
	.opts = opts,
	.size = sizeof(struct adjust),
	.key_size = sizeof(struct series),
	.open = adjust_open,
	.head = adjust_head,
	.key = adjust_key,
	.row = adjust_row,
	.end = adjust_end,
	.together = true,
};

FILTER_MAIN(adjust)
