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

struct cross_section {
	struct names instruments;  /* all that there will be */
	int n;                   /* of them */
	int day;                 /* under way */
	double *stdev, *exposure;
	double **number;         /* of each column more, by instrument */
	bool *here;              /* has a row on this day */
	int *index;              /* cross_section_valid's */
	double *matrix;
	/* private */
	const char *path;
	struct covariance covariance;
	bool started;
	int last;
	int column[3], *more, mores;
};

/* What its options say; `until` is the last day of the data or NULL (see covariance_day). */
void cross_section_open(struct cross_section *x, const struct config *c, const char *instruments, const char *until);

/* Look the columns up. */
void cross_section_head(struct cross_section *x, struct step *s, const struct opt_list *more);

/*
 * Is this the first row of a day, so that the day under way (see cross_section_started) is
 * over? Dies when time goes back.
 */
bool cross_section_turns(struct cross_section *x, struct step *s, struct row *r);
bool cross_section_started(const struct cross_section *x);
void cross_section_turn(struct cross_section *x, struct step *s, struct row *r);

/* Count a row of the day under way in; its instrument's index. */
int cross_section_row(struct cross_section *x, struct step *s, struct row *r);

/* The index of a row's instrument; dies when it is none of them. */
int cross_section_instrument(const struct cross_section *x, struct step *s, struct row *r);

/*
 * Those with a stdev, an exposure and a number v[i], into index; how many, none when covariances are
 * not known. Their covariances into matrix.
 */
int cross_section_valid(struct cross_section *x, const double *v);

#endif
