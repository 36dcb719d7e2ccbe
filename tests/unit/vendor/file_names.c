#include "test.h"
#include "vendor/file_names.h"

static struct file_name_template t;
static struct file_name f;

/* Does the name match, and say what the rest says? */
static bool
says(const char *template, const char *name, const char *code, const char *symbol, int year, int month, int day)
{
	t = file_name_parse(template, "t", year == 0);
	return file_name_match(&t, slice_of(name), &f) == TEMPLATE_YES && slice_is(f.code, code) && slice_is(f.symbol, symbol) &&
	    f.year == year && f.month == month && f.day == day;
}

static enum file_name_match
match(const char *template, const char *name)
{
	t = file_name_parse(template, "t", false);
	return file_name_match(&t, slice_of(name), &f);
}

static void
every_code(void)
{
	CHECK(says("%{IC}_%{YEAR}%{MONTH2}%{DAY2}.csv", "CRUDE_W_20190900.csv", "CRUDE_W", "", 2019, 9, 0));
	CHECK(says("%{IC}_%{YEAR}%{MONTH2}%{DAY2}.csv", "VIX_20190918.csv", "VIX", "", 2019, 9, 18));
	CHECK(says("%{BS}%{LETTER}%{YEAR2}_%{IGNORE}.csv", "ZCH20_daily.csv", "", "ZC", 2020, 3, 0));
	CHECK(says("%{BS}%{LETTER}%{YEAR2}_%{IGNORE}.csv", "zcz51_.csv", "", "zc", 1951, 12, 0));
	CHECK(says("%{BS}%{LETTER}%{YEAR2}.csv", "zcf50.csv", "", "zc", 2050, 1, 0));
	CHECK(says("%{BS}-%{YEAR}%{LETTER}.csv", "6E-2021M.csv", "", "6E", 2021, 6, 0));
	CHECK(says("%{IC}_%{YEAR}-%{MONTH}-%{DAY}", "A_2020-3-1", "A", "", 2020, 3, 1));
	CHECK(says("%{IC}_%{YEAR}-%{MONTH}-%{DAY}", "A_2020-12-31", "A", "", 2020, 12, 31));
	CHECK(says("%{BS}_%{IGNORE}/%{BS}_%{IGNORE}_%{YEAR}_%{LETTER}.csv", "C2_a_b/C2_x_2020_H.csv", "", "C2", 2020, 3, 0));
	CHECK(says("%{IC}.csv", "GOLD.csv", "GOLD", "", 0, 0, 0));
}

static void
both_ends(void)
{
	const char *s = "%{IC}_%{YEAR}%{MONTH2}.csv";

	CHECK(match(s, "A_202003.csv") == TEMPLATE_YES);
	CHECK(match(s, "A_202003.csv.bak") == TEMPLATE_NO);
	CHECK(match(s, "A_202003.csv ") == TEMPLATE_NO);
	CHECK(match(s, "A_202003xcsv") == TEMPLATE_NO); /* a point is a point */
	CHECK(match(s, "_202003.csv") == TEMPLATE_NO);  /* no code at all */
	CHECK(match(s, "") == TEMPLATE_NO);
	CHECK(match(s, "d/A_202003.csv") == TEMPLATE_NO);
	CHECK(match("%{BS}_%{YEAR}%{MONTH2}.csv", "d/A_202003.csv") == TEMPLATE_YES && slice_is(f.symbol, "d/A"));
	CHECK(match(s, "A_202013.csv") == TEMPLATE_NO);
	CHECK(match(s, "A_202000.csv") == TEMPLATE_NO);
	CHECK(match(s, "A_099903.csv") == TEMPLATE_NO); /* an id has eight digits */
	CHECK(match("%{IC}_%{YEAR}%{MONTH2}%{DAY2}", "A_20200332") == TEMPLATE_NO);
	CHECK(match("%{IC}%{LETTER}%{YEAR2}", "AA20") == TEMPLATE_NO); /* A is no month */
	CHECK(match("%{IC}-%{LETTER}%{YEAR2}", "A-\06020") == TEMPLATE_NO);
}

/* Short where it may be short, and taken back when the rest doesn't fit. */
static void
lazy(void)
{
	CHECK(says("%{BS}_%{IGNORE}_%{YEAR}_%{LETTER}", "A_B_C_2020_H", "", "A", 2020, 3, 0));
	CHECK(says("%{IC}_%{YEAR}%{MONTH2}", "A_B_1999_202003", "A_B_1999", "", 2020, 3, 0));
	CHECK(says("%{IC}%{MONTH}%{YEAR2}", "A1220", "A", "", 2020, 12, 0));
}

static void
twice(void)
{
	const char *s = "%{IC}/%{IC}_%{YEAR}%{MONTH2}.csv";

	CHECK(says(s, "GAS_US/GAS_US_202003.csv", "GAS_US", "", 2020, 3, 0));
	CHECK(match(s, "GOLD/CORN_202003.csv") == TEMPLATE_DIFFERS);
	CHECK(match("%{IGNORE}%{IC}-%{IGNORE}%{YEAR}%{MONTH2}", "A-xx202003") == TEMPLATE_YES); /* those needn't agree */
}

static void
white_space(void)
{
	CHECK(says("%{IC} _ %{YEAR}\n%{MONTH2} .csv", "A_202003.csv", "A", "", 2020, 3, 0));
	CHECK(says("%{IC} Historical  Data.csv", "EUR_USD Historical Data.csv", "EUR_USD", "", 0, 0, 0));
	CHECK(says("50%_%{IC}_%{YEAR}%{MONTH2}", "50%_A_202003", "A", "", 2020, 3, 0));
}

/* A name that nearly matches in very many ways is refused at once. */
static void
hostile(void)
{
	static char name[4000];

	memset(name, 'a', sizeof name - 1);
	CHECK(match("%{BS}a%{IGNORE}a%{IGNORE}a%{IGNORE}a%{IGNORE}%{YEAR}%{MONTH2}", name) == TEMPLATE_NO);
}

static const char *
name_of(const char *template, const char *code, const char *symbol, int year, int month, int day)
{
	static char name[TEMPLATE_NAME];
	struct file_name n = { slice_of(code), slice_of(symbol), year, month, day };

	t = file_name_parse(template, "t", year == 0);
	file_name_compose(&t, &n, name);
	return name;
}

static void
composing(void)
{
	static const char *const all[] = { "%{IC}_%{YEAR}%{MONTH2}%{DAY2}.csv", "%{BS}%{LETTER}%{YEAR2}.%{DAY}", "%{IC}/%{BS}-%{YEAR}-%{MONTH}-%{DAY}" };

	CHECK(strcmp(name_of(all[0], "CRUDE_W", "CL", 2019, 9, 0), "CRUDE_W_20190900.csv") == 0);
	CHECK(strcmp(name_of(all[1], "CRUDE_W", "CL", 2019, 9, 0), "CLU19.0") == 0);
	CHECK(strcmp(name_of("%{IC} .csv", "GOLD", "", 0, 0, 0), "GOLD.csv") == 0);
	for (int i = 0; i < 3; i++) /* what is written is read back */
		for (int year = 1951; year <= 2050; year += 3)
			for (int month = 1; month <= 12; month++)
				CHECK(file_name_match((name_of(all[i], "A_B", "ZZ", year, month, 15), &t),
				    slice_of(name_of(all[i], "A_B", "ZZ", year, month, 15)), &f) == TEMPLATE_YES &&
				    f.year == year && f.month == month && f.day == 15);
}

static void
refusals(void)
{
	DIES("t: template with an unknown code: \"%{IC}%{YEER}\"", file_name_parse("%{IC}%{YEER}", "t", false));
	DIES("t: template with an unknown code: \"%{IC\"", file_name_parse("%{IC", "t", false));
	DIES("t: template without %{IC} or %{BS}: \"%{YEAR}%{MONTH}\"", file_name_parse("%{YEAR}%{MONTH}", "t", false));
	DIES("t: template without a month and a year, of no continuous series: \"%{IC}%{YEAR}\"", file_name_parse("%{IC}%{YEAR}", "t", false));
	DIES("t: template without a month and a year, of no continuous series: \"%{IC}%{DAY}%{MONTH}\"",
	    file_name_parse("%{IC}%{DAY}%{MONTH}", "t", false));
	DIES("a name can't be made of \"%{IC}%{IGNORE}\": %{IGNORE} says nothing", name_of("%{IC}%{IGNORE}", "A", "", 0, 0, 0));
	DIES("a name of \"%{IC}%{MONTH}%{YEAR2}\" can't say the year 1950", name_of("%{IC}%{MONTH}%{YEAR2}", "A", "", 1950, 1, 0));
	DIES("a name of \"%{IC}%{MONTH}%{YEAR}\" can't say the day 5", name_of("%{IC}%{MONTH}%{YEAR}", "A", "", 1950, 1, 5));
}

int
main(void)
{
	RUN(every_code);
	RUN(both_ends);
	RUN(lazy);
	RUN(twice);
	RUN(white_space);
	RUN(hostile);
	RUN(composing);
	RUN(refusals);
	return test_end();
}
