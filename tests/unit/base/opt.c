#include "base/opt.h"

#include "base/verb.h"
#include "test.h"

struct settings {
	bool flag, other;
	double span;
	int days;
	const char *name;
	struct opt_list list;
};

#define AT(m) offsetof(struct settings, m)

static const struct opt opts[] = {
	{ 'f', "flag", NULL, "a flag", O_FLAG, AT(flag) },
	{ 'o', "other", NULL, "another", O_FLAG, AT(other) },
	{ 's', "span", "N", "a number", O_NUM, AT(span) },
	{ 0, "days", "N", "a whole number", O_INT, AT(days) },
	{ 'n', "name", "NAME", "a string", O_STR, AT(name) },
	{ 'l', "list", "X", "many strings", O_LIST, AT(list) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};

static const struct opt_usage usage = { "st-unit", "[FILE]", "a program for testing", opts };

static struct settings got;

static char *argv[32];
static int argc, first;

/* Arguments parted by blanks; the index of the first operand. */
static int
parse_by(int (*by)(const struct opt_usage *, void *, int, char **), const char *line)
{
	static char copy[256];

	argc = 0;

	snprintf(copy, sizeof copy, "st-unit %s", line);
	for (char *p = strtok(copy, " "); p; p = strtok(NULL, " "))
		argv[argc++] = p;
	argv[argc] = NULL;
	got = (struct settings){ .span = 32 };
	return first = by(&usage, &got, argc, argv);
}

static int
parse(const char *line)
{
	return parse_by(opt_read, line);
}

/* Are these the operands, a blank between? */
static bool
is(const char *operands)
{
	char all[256] = "";

	for (int i = first; i < argc; i++)
		snprintf(all + strlen(all), sizeof all - strlen(all), i > first ? " %s" : "%s", argv[i]);
	return strcmp(all, operands) == 0;
}

static void
defaults_stay(void)
{
	CHECK(parse("") == 1);
	CHECK(!got.flag && got.span == 32 && got.name == NULL && got.list.n == 0);
}

static void
long_options(void)
{
	CHECK(parse("--flag --span=3.5 --days=-4 --name=a=b file") == 5);
	CHECK(got.flag && got.span == 3.5 && got.days == -4 && strcmp(got.name, "a=b") == 0);
	CHECK(parse("--span 7 --name --flag x") == 5);
	CHECK(got.span == 7 && strcmp(got.name, "--flag") == 0 && !got.flag);
	CHECK(parse("--name= x") == 2);
	CHECK(got.name && *got.name == '\0');
}

static void
short_options(void)
{
	CHECK(parse("-fo -s3 -n name x") == 5);
	CHECK(got.flag && got.other && got.span == 3 && strcmp(got.name, "name") == 0);
	CHECK(parse("-fs 3") == 3);
	CHECK(got.flag && got.span == 3);
	CHECK(parse("-s -3") == 3);
	CHECK(got.span == -3);
}

static void
lists(void)
{
	CHECK(parse("-l a --list=b --list c") == 6);
	CHECK(got.list.n == 3 && strcmp(got.list.v[0], "a") == 0 && strcmp(got.list.v[2], "c") == 0);
}

/* Options stand before operands or behind them; "-" is one and behind "--" all are. */
static void
operands(void)
{
	CHECK(parse("- --flag") == 2 && got.flag && is("-"));
	CHECK(parse("x --span 3 y -f z") == 4 && got.flag && got.span == 3 && is("x y z"));
	CHECK(parse("x --flag -- --other") == 3 + 0 && got.flag && !got.other && is("x --other"));
	CHECK(parse("-1 -f -.5 -- -0x") == 3 && got.flag && is("-1 -.5 -0x"));
	CHECK(parse("--flag --") == 3 && got.flag && is(""));
	CHECK(parse("-- -- a") == 2 && is("-- a"));
	CHECK(parse_by(opt_parse_before_command, "-f x --other -- y") == 2 && got.flag && !got.other && is("x --other -- y"));
}

static void
refused(void)
{
	DIES("no such option: \"--nope\"; see st-unit --help", parse("--nope"));
	DIES("no such option: \"--fla\"; the nearest is --flag; see st-unit --help", parse("--fla"));
	DIES("no such option: \"--Span=3\"; the nearest is --span; see st-unit --help", parse("--Span=3"));
	DIES("no such option: \"-x\"; see st-unit --help", parse("-x"));
	DIES("no such option: \"-fx\"; see st-unit --help", parse("-fx"));
	DIES("option --flag takes no value; see st-unit --help", parse("--flag=1"));
	DIES("option --span wants a value; see st-unit --help", parse("--span"));
	DIES("option --span wants a value; see st-unit --help", parse("-s"));
	DIES("option --span wants a number: \"x\"; see st-unit --help", parse("--span=x"));
	DIES("option --span wants a number: \"\"; see st-unit --help", parse("--span="));
	DIES("option --span wants a number: \"nan\"; see st-unit --help", parse("--span=nan"));
	DIES("option --days wants a whole number: \"1.5\"; see st-unit --help", parse("--days=1.5"));
	DIES("option --days wants a whole number: \"1e10\"; see st-unit --help", parse("--days=1e10"));
}

static void
for_people_and_shells(void)
{
	PRINTS("st-unit (st) " ST_VERSION "\n", parse("--version --nope"));
	PRINTS("--flag\n--other\n--span=\n--days=\n--name=\n--list=\n--quiet\n--help\n--version\n", parse("--st-complete"));
	PRINTS("usage: st-unit [options] [FILE]\n"
	    "a program for testing\n"
	    "\n"
	    "  -f, --flag                 a flag\n"
	    "  -o, --other                another\n"
	    "  -s, --span=N               a number\n"
	    "      --days=N               a whole number\n"
	    "  -n, --name=NAME            a string\n"
	    "  -l, --list=X               many strings\n"
	    "  -q, --quiet                mute warnings\n"
	    "  -h, --help                 print this and exit\n"
	    "      --version              print the version and exit\n",
	    parse("--help"));
}

/* Whether an option was given is not seen by its value. */
static void
given(void)
{
	CHECK(parse("") == 1 && !opt_given(&got.span) && !opt_given(&got.days) && !opt_given(&got.name) && !opt_given(&got.flag));
	CHECK(parse("--days=0 --span=32 -l a") == 5);
	CHECK(opt_given(&got.days) && opt_given(&got.span) && opt_given(&got.list) && !opt_given(&got.name) && !opt_given(&got.other));
	CHECK(parse("--name= -f") == 3 && opt_given(&got.name) && opt_given(&got.flag) && !opt_given(&got.days) && !opt_given(&got.list));
}

static void
nothing(int n, char **operand)
{
	(void)n;
	(void)operand;
}

/* A verb asks for what was given, not for what isn't zero. */
static void
verbs(void)
{
	const struct verb go = { "go", "", nothing, 0, 0, 1 << 3, 0 }, stay = { "stay", "", nothing, 0, 0, 0, 0 };

	parse("--days=0");
	verb_check(&usage, &go, &got);
	DIES("stay takes no --days; see st-unit --help", verb_check(&usage, &stay, &got));
	parse("");
	DIES("go needs --days; see st-unit --help", got.days = 7; verb_check(&usage, &go, &got));
	verb_check(&usage, &stay, &got);
	parse("--span=0");
	DIES("stay takes no --span; see st-unit --help", verb_check(&usage, &stay, &got));
}

int
main(void)
{
	RUN(defaults_stay);
	RUN(long_options);
	RUN(short_options);
	RUN(lists);
	RUN(operands);
	RUN(given);
	RUN(verbs);
	RUN(refused);
	RUN(for_people_and_shells);
	return test_end();
}
