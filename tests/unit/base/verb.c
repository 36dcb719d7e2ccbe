#include "base/verb.h"

#include "test.h"

struct settings {
	bool flag;
	const char *file;
};

static const struct opt opts[] = {
	{ 'f', "flag", NULL, "a flag", O_FLAG, offsetof(struct settings, flag) },
	{ 0, "file", "FILE", "a file", O_STR, offsetof(struct settings, file) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
enum { FLAG = 1, FILES = 2 };
static const struct opt_usage usage = { "unit", "[OPERAND ...]", "a program for testing", opts };

static void
nothing(int n, char **operand)
{
	(void)n;
	(void)operand;
}

static const struct verb verbs[] = {
	{ "show", "any number of operands", nothing, 0, VERB_ANY, 0, FLAG },
	{ "move", "two of them", nothing, 2, 2, FILES, 0 },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

static const struct verb two_words[] = {
	{ "check", "of one word", nothing, 0, 1, 0, 0 },
	{ "trade list", "of two", nothing, 0, 0, 0, FLAG },
	{ "trade set", "with an operand", nothing, 1, 1, 0, 0 },
	{ "hold set", "the same of another", nothing, 1, 1, 0, 0 },
	{ NULL, NULL, NULL, 0, 0, 0, 0 }
};

static struct settings got;
static struct verb verb;
static char *argv[32];

/* Arguments parted by blanks; the index of the first operand. */
static int
parse_of(const struct verb *table, const char *line, const struct verb *usual)
{
	static char copy[256];
	int argc = 0;

	snprintf(copy, sizeof copy, "unit %s", line);
	for (char *p = strtok(copy, " "); p; p = strtok(NULL, " "))
		argv[argc++] = p;
	argv[argc] = NULL;
	got = (struct settings){ .file = NULL };
	return verb_parse(&usage, table, usual, &got, argc, argv, &verb);
}

static int
parse(const char *line, const struct verb *usual)
{
	return parse_of(verbs, line, usual);
}

static bool
is(const char *name)
{
	return strcmp(verb.name, name) == 0;
}

static void
before_options_or_behind(void)
{
	CHECK(parse("show -f a b", NULL) == 3 && is("show") && got.flag);
	CHECK(parse("-f show a b", NULL) == 3 && is("show") && got.flag);
	CHECK(parse("show", NULL) == 2 && is("show"));
	CHECK(parse("--file=x move a b", NULL) == 3 && is("move") && strcmp(got.file, "x") == 0);
}

static void
usual_one(void)
{
	CHECK(parse("", verbs) == 1 && is("show"));
	CHECK(parse("-f a", verbs) == 2 && is("show") && strcmp(argv[2], "a") == 0);
	CHECK(parse("a move", verbs) == 1 && is("show"));
	CHECK(parse("-f show move", verbs) == 3 && is("show") && strcmp(argv[3], "move") == 0);
	CHECK(parse("move a b", verbs) == 2 && is("move"));
}

/* `--move` for `move`, wherever it stands; of two that which is further down in the table, with the other as its operand. */
static void
said_as_an_option(void)
{
	CHECK(parse("-f --show a", NULL) == 3 && is("show") && got.flag && strcmp(argv[3], "a") == 0);
	CHECK(parse("--file=x a b --move", NULL) == 3 && is("move") && strcmp(argv[4], "b") == 0);
	CHECK(parse("--show --move --file x a", verbs) == 4 && is("move") && strcmp(argv[4], "a") == 0 && strcmp(argv[5], "show") == 0);
	CHECK(parse("--move --file x --show a", verbs) == 4 && is("move") && strcmp(argv[4], "a") == 0 && strcmp(argv[5], "show") == 0);
	CHECK(parse("-- --move", verbs) == 2 && is("show") && strcmp(argv[2], "--move") == 0);
}

static void
found_by_name(void)
{
	CHECK(verb_find(verbs, "move") == &verbs[1]);
	CHECK(verb_find(verbs, "mov") == NULL);
	CHECK(verb_find(verbs, "") == NULL);
}

static void
of_two_words(void)
{
	CHECK(parse_of(two_words, "trade list", NULL) == 3 && is("trade list"));
	CHECK(parse_of(two_words, "trade -f list", NULL) == 4 && is("trade list") && got.flag);
	CHECK(parse_of(two_words, "-f hold set a", NULL) == 4 && is("hold set") && strcmp(argv[4], "a") == 0);
	CHECK(parse_of(two_words, "check trade", NULL) == 2 && is("check"));
	CHECK(parse_of(two_words, "set", two_words) == 1 && is("check"));
	DIES("no such verb: \"trade\"; there are trade list and trade set", parse_of(two_words, "trade", NULL));
	DIES("no such verb: \"trade lst\"; the nearest is trade list", parse_of(two_words, "trade lst a", NULL));
	DIES("no such verb: \"trade remove\"; there are trade list and trade set", parse_of(two_words, "trade remove", NULL));
	DIES("no such verb: \"hold\"; there are hold set", parse_of(two_words, "hold", NULL));
	DIES("no such verb: \"chekc\"; the nearest is check", parse_of(two_words, "chekc trade", NULL));
	DIES("no such verb: \"balance\"; there are check, trade list, trade set and hold set", parse_of(two_words, "balance", NULL));
	DIES("trade set needs 1 operand; see unit --help", parse_of(two_words, "trade set", NULL));
}

static void
check(const char *line)
{
	parse(line, NULL);
	verb_check(&usage, &verb, &got);
}

static void
what_is_refused(void)
{
	DIES("no verb: \"\"; see unit --help", check("-f"));
	DIES("no such verb: \"shwo\"; the nearest is show", check("shwo"));
	DIES("no such verb: \"carry\"; there are show and move", check("carry"));
	DIES("move needs 2 operands; see unit --help", check("move a"));
	DIES("move takes no further operand: \"c\"; see unit --help", check("move a b c"));
	DIES("move needs --file; see unit --help", check("move a b"));
	DIES("show takes no --file; see unit --help", check("show --file=x"));
}

int
main(void)
{
	RUN(before_options_or_behind);
	RUN(usual_one);
	RUN(said_as_an_option);
	RUN(found_by_name);
	RUN(of_two_words);
	RUN(what_is_refused);
	return test_end();
}
