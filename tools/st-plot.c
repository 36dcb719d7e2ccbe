/*
 * st-plot - draw an account: the equity curve, and its drawdown beneath
 *
 *   $ printf 'time,gross_percent,net_percent\n2020-01-01,1,0.9\n2020-01-02,-2,-2.1\n2020-01-03,3,2.9\n' | st-plot -o account.svg
 *
 * Reads what `st-account --portfolio` writes. Curves add percentages of a constant
 * capital, they don't compound. gnuplot draws; it gets numbers only, and writes to
 * descriptors, so that no name or text of the data's is in what it executes.
 */
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cfg.h"
#include "date.h"
#include "err.h"
#include "opt.h"
#include "out.h"
#include "rec.h"

enum { POINTS = 800 }; /* more can't be seen */

struct options {
	struct opt_list output;
	const char *config;
};

static const struct opt opts[] = {
	{ 'o', "output", "FILE", "the picture, .svg or .png; may be repeated", O_LIST, offsetof(struct options, output) },
	{ 'c', "config", "FILE", "name the capital (notional_trading_capital, base_currency) of FILE", O_STR,
	    offsetof(struct options, config) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-plot", "[FILE]", "draw an account: the equity curve, and its drawdown beneath", opts };

struct point {
	int day;
	double net, gross, down; /* cumulated percent */
};

struct points {
	struct point *p;
	int n, cap;
};

struct picture {
	const char *path;
	int fd; /* where it grows, in memory */
	bool svg;
};

/* ---- numbers ---- */

static int
need(const struct rec *r, const char *column)
{
	int i = rec_find(r, column);

	if (i < 0)
		die("%s:%ld: no column '%s'", r->name, r->line, column);
	return i;
}

static void
add_point(struct points *all, struct point p)
{
	if (all->n == all->cap) {
		all->cap = all->cap ? 2 * all->cap : 1024;
		all->p = mem_grow(all->p, (size_t)all->cap, sizeof *all->p);
	}
	all->p[all->n++] = p;
}

static struct points
read_account(const char *path)
{
	struct points all = { .n = 0 };
	struct rec r;
	struct point p = { .day = -1000000 };
	double peak = 0;

	rec_file(&r, path);
	if (!rec_next(&r))
		die("%s: empty: not even a header", r.name);
	int time = need(&r, "time"), net = need(&r, "net_percent"), gross = need(&r, "gross_percent");
	while (rec_next(&r)) {
		int before = p.day;
		if (r.f[time].n != 10 || !date_parse(r.f[time], &p.day) || p.day <= before)
			die("%s:%ld: column 'time': not a date after the one before: \"%.*s\"", r.name, r.line, SLICE(r.f[time]));
		double x = rec_num(&r, net, "net_percent"), y = rec_num(&r, gross, "gross_percent");
		p.net += isnan(x) ? 0 : x;
		p.gross += isnan(y) ? 0 : y;
		peak = fmax(peak, p.net);
		p.down = p.net - peak;
		if (!isnan(x) || !isnan(y)) /* a day that bears costs alone is beyond the curve */
			add_point(&all, p);
	}
	if (all.n == 0 && r.line > 1)
		add_point(&all, p);
	if (all.n == 0)
		die("%s: no rows to draw", r.name);
	return all;
}

/* Of each stretch keep the lowest and the highest point, so that thinning hides no fall. */
static struct points
thin(const struct points *all)
{
	struct points few = { .n = 0 };
	int step = (all->n + POINTS / 2 - 1) / (POINTS / 2);

	if (all->n <= POINTS)
		return *all;
	for (int i = 0; i < all->n; i += step) {
		int low = i, high = i;
		for (int j = i; j < i + step && j < all->n; j++) {
			low = all->p[j].net < all->p[low].net ? j : low;
			high = all->p[j].net > all->p[high].net ? j : high;
		}
		add_point(&few, all->p[low < high ? low : high]);
		if (low != high)
			add_point(&few, all->p[low < high ? high : low]);
	}
	if (few.p[few.n - 1].day != all->p[all->n - 1].day)
		add_point(&few, all->p[all->n - 1]);
	return few;
}

/* ---- gnuplot's script ---- */

static void
put_day(struct out *o, int day)
{
	char text[DATE_MAX];

	out_bytes(o, text, date_print(text, day));
}

static void
put_data(struct out *o, const struct points *few)
{
	out_str(o, "$account << EOD\n");
	for (int i = 0; i < few->n; i++) {
		const struct point *p = &few->p[i];
		const double y[] = { p->net, p->gross, p->down };
		put_day(o, p->day);
		for (int j = 0; j < 3; j++) {
			out_char(o, ' ');
			out_num(o, y[j]);
		}
		out_char(o, '\n');
	}
	out_str(o, "EOD\n");
}

/* Ranges are given, as gnuplot complains of a range that is empty. */
static void
put_range(struct out *o, const char *axis, double from, double to)
{
	double room = to > from ? (to - from) / 20 : 1;

	out_str(o, "set ");
	out_str(o, axis);
	out_str(o, " [");
	out_num(o, from - room);
	out_char(o, ':');
	out_num(o, to == 0 ? 0 : to + room);
	out_str(o, "]\n");
}

static void
put_days(struct out *o, const struct points *few)
{
	int first = few->p[0].day, last = few->p[few->n - 1].day;

	out_str(o, "set xrange ['");
	put_day(o, first);
	out_str(o, "':'");
	put_day(o, last > first ? last : first + 1);
	out_str(o, last - first > 4 * 365 ? "']\nyears = '%Y'\n" : "']\nyears = '%Y-%m-%d'\n");
}

static const char style[] =
    "set xdata time\n"
    "set timefmt '%Y-%m-%d'\n"
    "set border 3 lc rgb '#808080'\n"
    "set tics nomirror out scale 0.6 textcolor rgb '#404040'\n"
    "set grid lc rgb '#e0e0e0' lt 1 lw 0.7\n"
    "set lmargin at screen 0.095\n"
    "set rmargin at screen 0.97\n";

static const char equity[] =
    "set multiplot\n"
    "set tmargin at screen 0.91\n"
    "set bmargin at screen 0.40\n"
    "set format x ''\n"
    "set xzeroaxis lc rgb '#808080' lt 1\n"
    "set key at screen 0.97, screen 0.965 right top horizontal textcolor rgb '#404040'\n"
    "set ylabel 'cumulative return, % of capital' textcolor rgb '#404040'\n"
    "unset xlabel\n";

static const char drawdown[] =
    "unset label 1\n"
    "unset key\n"
    "set tmargin at screen 0.36\n"
    "set bmargin at screen 0.10\n"
    "set format x years\n"
    "set xlabel 'time' textcolor rgb '#404040'\n"
    "set ylabel 'drawdown, % of capital' textcolor rgb '#404040'\n";

/* ", capital N CUR", and "" without a config. Of the currency, text from outside, only letters are let through. */
static const char *
capital_text(const char *config)
{
	static char text[80];

	if (!config)
		return "";
	struct cfg c = cfg_load(config);
	double capital = cfg_num(&c, "notional_trading_capital");
	int n = snprintf(text, sizeof text, ", capital %.15g ", capital);
	for (const char *p = cfg_str_or(&c, "base_currency", "USD"); *p && n < (int)sizeof text - 1; p++)
		if ((*p >= 'A' && *p <= 'Z') || (*p >= 'a' && *p <= 'z'))
			text[n++] = *p;
	text[n] = '\0';
	return text;
}

static void
put_picture(struct out *o, const struct picture *pic, const struct points *few, const char *capital)
{
	double low = 0, high = 0, worst = 0;

	for (int i = 0; i < few->n; i++) {
		const struct point *p = &few->p[i];
		low = fmin(low, fmin(p->net, p->gross));
		high = fmax(high, fmax(p->net, p->gross));
		worst = fmin(worst, p->down);
	}
	out_str(o, pic->svg ? "set terminal svg size 960,640 font 'Helvetica,14' background '#ffffff' noenhanced\n"
			    : "set terminal pngcairo size 960,640 font 'Sans,11' background '#ffffff' noenhanced\n");
	out_str(o, "set output '/dev/fd/");
	out_int(o, pic->fd);
	out_str(o, "'\n");
	out_str(o, equity);
	out_str(o, "set label 1 'Portfolio: equity curve and drawdown");
	out_str(o, capital);
	out_str(o, "' at screen 0.095, screen 0.95 textcolor rgb '#202020'\n");
	put_range(o, "yrange", low, high > low ? high : 1);
	out_str(o, "plot $account using 1:3 with lines lw 1.5 lc rgb '#9db7d5' title 'gross', "
		   "$account using 1:2 with lines lw 2 lc rgb '#1f4e79' title 'net of costs'\n");
	out_str(o, drawdown);
	put_range(o, "yrange", worst, 0);
	out_str(o, "plot $account using 1:4:(0) with filledcurves fc rgb '#e3b7b1', "
		   "$account using 1:4 with lines lw 1 lc rgb '#a33b2e'\n");
	out_str(o, "unset multiplot\nset output\n");
}

/* ---- running it ---- */

static int
memory(int flags)
{
	int fd = memfd_create("st-plot", (unsigned)flags);

	if (fd < 0)
		die_sys("cannot make room for the plot");
	return fd;
}

/* A descriptor from which gnuplot reads the script: no name, and no pipe that could break. */
static int
write_script(const struct picture *pic, int n, const struct points *few, const char *capital)
{
	static struct out o; /* it stays open, and so must live */
	int fd = memory(MFD_CLOEXEC);

	out_open(&o, fd, "script");
	put_data(&o, few);
	out_str(&o, style);
	put_days(&o, few);
	for (int i = 0; i < n; i++)
		put_picture(&o, &pic[i], few, capital);
	out_flush(&o);
	if (lseek(fd, 0, SEEK_SET) < 0)
		die_sys("cannot rewind the script");
	return fd;
}

/* Nothing of the user's own settings may change a picture. */
static void
run_gnuplot(int script)
{
	static char *argv[] = { "gnuplot", "--default-settings", NULL };
	posix_spawn_file_actions_t actions;
	pid_t pid;
	int status;

	setenv("LC_ALL", "C", 1);
	setenv("TZ", "UTC", 1);
	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, script, 0);
	errno = posix_spawnp(&pid, argv[0], &actions, NULL, argv, environ);
	if (errno == ENOENT)
		die("no gnuplot here: install the package gnuplot-nox");
	if (errno)
		die_sys("cannot run gnuplot");
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			die_sys("cannot wait for gnuplot");
	if (status != 0)
		die("gnuplot failed");
}

static struct picture
new_picture(const char *path)
{
	size_t n = strlen(path);
	bool svg = n > 4 && strcmp(path + n - 4, ".svg") == 0;

	if (!svg && !(n > 4 && strcmp(path + n - 4, ".png") == 0))
		opt_bad(&usage, "a picture's name ends in .svg or .png", path);
	return (struct picture){ path, memory(0), svg };
}

static char *temporary; /* the file being written */

static void
remove_temporary(void)
{
	if (temporary)
		unlink(temporary);
}

/* A reader sees the old picture or the new one, never a part. */
static void
save(const struct picture *pic)
{
	static char buf[65536];
	size_t room = strlen(pic->path) + 5;
	struct out o;
	ssize_t n;

	temporary = mem_alloc(room, 1);
	snprintf(temporary, room, "%s.tmp", pic->path);
	out_file(&o, temporary);
	for (off_t at = 0; (n = pread(pic->fd, buf, sizeof buf, at)) > 0; at += n)
		out_bytes(&o, buf, (size_t)n);
	if (n < 0)
		die_sys("cannot read what gnuplot drew");
	out_close(&o);
	if (rename(temporary, pic->path))
		die_sys("cannot rename '%s' to '%s'", temporary, pic->path);
	free(temporary);
	temporary = NULL;
}

int
main(int argc, char **argv)
{
	struct options opt = { .config = NULL };

	signal(SIGPIPE, SIG_DFL);
	prog = "st-plot";
	int i = opt_parse(&usage, &opt, argc, argv), n = opt.output.n;
	if (argc - i > 1)
		opt_bad(&usage, "one file at most", argv[i + 1]);
	if (n == 0)
		die("where to? give --output=FILE.svg or .png");
	struct picture *pic = mem_alloc((size_t)n, sizeof *pic);
	for (int j = 0; j < n; j++)
		pic[j] = new_picture(opt.output.v[j]);
	const char *capital = capital_text(opt.config);
	struct points all = read_account(i < argc ? argv[i] : "-"), few = thin(&all);
	run_gnuplot(write_script(pic, n, &few, capital));
	atexit(remove_temporary);
	for (int j = 0; j < n; j++)
		save(&pic[j]);
	return 0;
}
