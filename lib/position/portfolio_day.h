/*
 * portfolio_day - all instruments of a stream in order of time, as they stand on a day
 *
 * For filters that look across instruments: numbers by instrument, the latest that
 * were not missing, and the covariance of returns. The columns read are `return`, `stdev` and
 * `exposure` (see st-exposure) and more that the filter names.
 */
#ifndef ST_POSITION_PORTFOLIO_DAY_H
#define ST_POSITION_PORTFOLIO_DAY_H

#include <stdbool.h>

#include "risk/covariance.h"
#include "stream/filter.h"

struct portfolio_day {
	struct names instruments;  /* all that there will be */
	int n;                   /* of them */
	int day;                 /* under way */
	double *stdev, *exposure;
	double **number;         /* of each column more, by instrument */
	bool *here;              /* has a row on this day */
	int *index;              /* portfolio_day_valid's */
	double *matrix;
	/* private */
	const char *path;
	struct covariance covariance;
	bool started;
	int last;
	int column[3], *more, mores;
};

/* What its options say; `until` is the last day of the data or NULL (see covariance_day). */
void portfolio_day_open(struct portfolio_day *x, const struct config *c, const char *instruments, const char *until);

/* Look the columns up. */
void portfolio_day_head(struct portfolio_day *x, struct step *s, const struct opt_list *more);

/*
 * Is this the first row of a day, so that the day under way (see portfolio_day_started) is
 * over? Dies when time goes back.
 */
bool portfolio_day_turns(struct portfolio_day *x, struct step *s, struct row *r);
bool portfolio_day_started(const struct portfolio_day *x);
void portfolio_day_turn(struct portfolio_day *x, struct step *s, struct row *r);

/* Count a row of the day under way in; its instrument's index. */
int portfolio_day_row(struct portfolio_day *x, struct step *s, struct row *r);

/* The index of a row's instrument; dies when it is none of them. */
int portfolio_day_instrument(const struct portfolio_day *x, struct step *s, struct row *r);

/*
 * Those with a stdev, an exposure and a number v[i], into index; how many, none when covariances are
 * not known. Their covariances into matrix.
 */
int portfolio_day_valid(struct portfolio_day *x, const double *v);

#endif
