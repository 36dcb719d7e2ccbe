/* checksums - which files are hashed, to what, and whether they are still what the run read */
#include "backtest/checksums.h"

#include "base/prog.h"
#include "folder.h"

/* SHA-256 of "abc" (FIPS 180-4's example) and of nothing. */
#define ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define NOTHING "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static void
put_data(void)
{
	if (mkdir(folder_path("data"), 0777) || mkdir(folder_path("data/adjusted_prices_csv"), 0777) ||
	    mkdir(folder_path("data/multiple_prices_csv"), 0777) || mkdir(folder_path("data/fx_prices_csv"), 0777) ||
	    mkdir(folder_path("data/csvconfig"), 0777))
		abort();
	folder_put("data/adjusted_prices_csv/GOLD.csv", "abc");
	folder_put("data/adjusted_prices_csv/OIL.csv", "abc");
	folder_put("data/multiple_prices_csv/TIN.csv", "");
	folder_put("data/fx_prices_csv/EURUSD.csv", "abc");
	folder_put("data/csvconfig/a b.csv", "abc");
}

/* work/data as `find -printf '%P %s %T@'` writes it, of these files. */
static void
put_list(const char *const *name, int n, int more)
{
	char text[4096];
	int at = snprintf(text, sizeof text, "%s\n", folder_path("data"));
	struct stat s;

	for (int i = 0; i < n; i++) {
		char file[128];
		snprintf(file, sizeof file, "data/%s", name[i]);
		bool there = stat(folder_path(file), &s) == 0;
		at += snprintf(text + at, sizeof text - (size_t)at, "%s %lld %lld.0000000000\n", name[i],
		    there ? (long long)s.st_size + more : 3, there ? (long long)s.st_mtim.tv_sec : 0);
	}
	folder_put("work/data", text);
}

static const char *const all[] = { "multiple_prices_csv/TIN.csv", "adjusted_prices_csv/GOLD.csv", "adjusted_prices_csv/OIL.csv",
	"csvconfig/a b.csv", "fx_prices_csv/EURUSD.csv" };

static void
files(void)
{
	put_list(all, 5, 0);
	struct backtest b = backtest_open(folder);
	struct checksums c = checksums_of(&b);

	CHECK(c.n == 4 && strcmp(c.data, folder_path("data")) == 0); /* OIL is none of the instruments */
	CHECK(strcmp(c.v[0].name, "adjusted_prices_csv/GOLD.csv") == 0 && strcmp(c.v[0].sha256, ABC) == 0 && !c.v[0].changed);
	CHECK(strcmp(c.v[1].name, "csvconfig/a b.csv") == 0 && strcmp(c.v[1].sha256, ABC) == 0);
	CHECK(strcmp(c.v[3].name, "multiple_prices_csv/TIN.csv") == 0 && strcmp(c.v[3].sha256, NOTHING) == 0 && !c.v[3].changed);
	CHECK(strcmp(c.all, "557091a566c4f8b5713a83f4b79c462d252d47bf089e03627199b80a2c9a6b6e") == 0);
}

static void
changed(void)
{
	put_list(all, 5, 1);
	struct backtest b = backtest_open(folder);
	struct checksums c = checksums_of(&b);

	CHECK(c.v[0].changed && c.v[3].changed && strcmp(c.v[0].sha256, ABC) == 0 && *c.all);
}

static void
gone(void)
{
	const char *const some[] = { "adjusted_prices_csv/GOLD.csv", "adjusted_prices_csv/DAX.csv" };
	put_list(some, 2, 0);
	struct backtest b = backtest_open(folder);
	struct checksums c = checksums_of(&b);

	CHECK(c.n == 2 && strcmp(c.v[0].name, "adjusted_prices_csv/DAX.csv") == 0 && !*c.v[0].sha256 && *c.v[1].sha256 && !*c.all);
}

/* A rule that looks at asset classes has read all instruments that there are. */
static void
universe(void)
{
	put_list(all, 5, 0);
	folder_put("work/universe.csv",
	    "instrument,point_size,currency,asset_class,slippage,per_block,percentage,per_trade,rolls_per_year\n"
	    "OIL,1,USD,Oil,0,0,0,0,1\n");
	struct backtest b = backtest_open(folder);
	CHECK(checksums_of(&b).n == 4);
	folder_put("work/classes.csv", "");
	CHECK(checksums_of(&b).n == 4);
	folder_put("work/classes.csv", "time\n");
	CHECK(checksums_of(&b).n == 5);
}

static void
archive(void)
{
	char text[512];
	struct stat s;

	folder_put("data.tar", "abc");
	if (stat(folder_path("data.tar"), &s))
		abort();
	for (int later = 0; later < 2; later++) {
		snprintf(text, sizeof text, "%s\n3 %lld%s\n", folder_path("data.tar"), (long long)s.st_mtim.tv_sec, later ? "0" : "");
		folder_put("work/data", text);
		struct backtest b = backtest_open(folder);
		struct checksums c = checksums_of(&b);
		CHECK(c.n == 1 && strcmp(c.v[0].name, c.data) == 0 && strcmp(c.v[0].sha256, ABC) == 0 && *c.all);
		CHECK(c.v[0].changed == later);
	}
}

static void
nothing(void)
{
	char want[512];
	int fd;

	folder_put("work/data", "nowhere\n");
	struct backtest b = backtest_open(folder);
	if (test_child(2, &fd)) {
		checksums_of(&b);
		_exit(0);
	}
	snprintf(want, sizeof want, "checksums: %s: no files of the instruments used\n", folder_path("work/data"));
	CHECK(test_ended(fd, 2, want));
}

int
main(void)
{
	prog = "checksums";
	folder_make_new();
	put_data();
	RUN(files);
	RUN(changed);
	RUN(gone);
	RUN(universe);
	RUN(archive);
	RUN(nothing);
	folder_remove();
	return test_end();
}
