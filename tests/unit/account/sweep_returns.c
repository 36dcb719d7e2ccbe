#include "account/sweep_returns.h"

#include <math.h>

#include "folder.h"
#include "time/date.h"

/* A table of points, and the returns of three of them; the third has none at all. */
static struct sweep_returns
read_three(void)
{
	static const char *const dir[] = { "points", "points/1", "points/2", "points/3" };

	for (int i = 0; i < 4; i++)
		mkdir(folder_path(dir[i]), 0777);
	folder_put("points.csv", "point,x\n1,a\n2,b\n3,c\n4,d\n");
	folder_put("points/1/returns.csv", "time,net_percent\n2010-01-04,\n2010-01-05,1\n2010-01-06,-1\n2010-01-08,0.5\n2010-01-11,\n");
	folder_put("points/2/returns.csv", "time,net_percent\n2010-01-04,2\n2010-01-05,\n2010-01-07,4\n");
	folder_put("points/3/returns.csv", "time,net_percent\n2010-01-04,\n");
	char *table = strdup(folder_path("points.csv"));
	struct sweep_returns all = sweep_returns_read(table, folder_path("points"));
	free(table);
	return all;
}

static void
read_them(void)
{
	struct sweep_returns all = read_three();

	CHECK(all.n == 2 && strcmp(all.point[0].name, "1") == 0 && strcmp(all.point[1].name, "2") == 0);
	CHECK(all.point[0].n == 4 && isnan(all.point[0].x[0]) && all.point[0].x[3] == 0.5);
	CHECK(all.first == date_of(2010, 1, 5) && all.last == date_of(2010, 1, 8));
}

/* From a day on, and to one that is left out. */
static void
of_some_days(void)
{
	struct sweep_returns all = read_three();
	const struct sweep_returns_point *p = &all.point[0];
	double stat[STATS];

	CHECK(sweep_returns_row(p, date_of(2009, 1, 1)) == 0 && sweep_returns_row(p, date_of(2010, 1, 7)) == 3);
	CHECK(sweep_returns_row(p, date_of(2010, 1, 9)) == 4);
	sweep_returns_stats(p, date_of(2010, 1, 5), date_of(2010, 1, 8), stat);
	CHECK(stat[STAT_MEAN] == 0 && stat[STAT_MAX] == 1 && stat[STAT_MIN] == -1);
	sweep_returns_stats(p, date_of(2011, 1, 5), date_of(2011, 1, 8), stat);
	CHECK(isnan(stat[STAT_MEAN]));
}

static void
append(void)
{
	struct sweep_returns all = read_three();
	struct sweep_returns_point account = { .n = 0 };

	sweep_returns_append(&account, &all.point[1], date_of(2010, 1, 4), date_of(2010, 1, 6));
	sweep_returns_append(&account, &all.point[0], date_of(2010, 1, 6), date_of(2010, 1, 8));
	CHECK(account.n == 3);
	CHECK(account.x[0] == 2 && isnan(account.x[1]) && account.x[2] == -1);
	CHECK(account.day[0] == date_of(2010, 1, 4) && account.day[2] == date_of(2010, 1, 6));
}

static void
refused(void)
{
	DIES("/dev/null: empty: not even a header", sweep_returns_read("/dev/null", "x"));
	folder_put("points.csv", "point\n1\n");
	char message[320];
	int fd;
	snprintf(message, sizeof message, "st: %s: no point has returns\n", folder_path("points.csv"));
	if (test_child(2, &fd)) {
		sweep_returns_read(folder_path("points.csv"), "/nonexistent");
		_exit(0);
	}
	CHECK(test_ended(fd, 2, message));
}

int
main(void)
{
	folder_make_new();
	RUN(read_them);
	RUN(of_some_days);
	RUN(append);
	RUN(refused);
	folder_remove();
	return test_end();
}
