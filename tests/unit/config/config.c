#include "config/config.h"

#include "test.h"

static struct config
load(const char *text)
{
	struct config c = config_load(test_file(text));

	c.path = "config.json";
	return c;
}

static const char *const sample = "{ \"capital\": 250000, \"percentage_vol_target\": \"16.5\", \"start_date\": null,\n"
    " \"volatility_calculation\": { \"func\": \"sysquant.estimators.vol.robust_vol_calc\", \"days\": 35, \"backfill\": \"False\" },\n"
    " \"a\": true, \"b\": \"t\", \"c\": \"TRUE\", \"d\": false, \"e\": \"no\", \"f\": 1, \"text\": \"x\" }";

static void
numbers(void)
{
	struct config c = load(sample);

	CHECK(config_num(&c, "capital") == 250000);
	CHECK(config_num(&c, "percentage_vol_target") == 16.5);
	CHECK(config_num(&c, "volatility_calculation.days") == 35);
	CHECK(config_num_or(&c, "volatility_calculation.days", 1) == 35);
	CHECK(config_num_or(&c, "volatility_calculation.min", 10) == 10);
	CHECK(config_num_or(&c, "start_date", 7) == 7);
	CHECK(config_num_or(&c, "nothing.at.all", 7) == 7);
	DIES("config.json: no key 'nothing'", config_num(&c, "nothing"));
	DIES("config.json: no key 'start_date'", config_num(&c, "start_date"));
	DIES("config.json: 'text' is not a number", config_num(&c, "text"));
	DIES("config.json: 'text' is not a number", config_num_or(&c, "text", 1));
	DIES("config.json: 'a' is not a number", config_num(&c, "a"));
}

static void
truths(void)
{
	struct config c = load(sample);

	CHECK(config_bool_or(&c, "a", false) && config_bool_or(&c, "b", false) && config_bool_or(&c, "c", false));
	CHECK(!config_bool_or(&c, "d", true) && !config_bool_or(&c, "e", true));
	CHECK(!config_bool_or(&c, "volatility_calculation.backfill", true));
	CHECK(config_bool_or(&c, "nothing", true) && !config_bool_or(&c, "nothing", false));
	DIES("config.json: 'f' is neither true nor false", config_bool_or(&c, "f", true));
}

static void
texts(void)
{
	struct config c = load(sample);

	CHECK(strcmp(config_str(&c, "text"), "x") == 0);
	CHECK(strcmp(config_str_or(&c, "nothing", "otherwise"), "otherwise") == 0);
	CHECK(strcmp(config_function(config_str(&c, "volatility_calculation.func")), "robust_vol_calc") == 0);
	CHECK(strcmp(config_function("breakout"), "breakout") == 0);
	CHECK(strcmp(config_function("exec:./my.rule"), "exec:./my.rule") == 0);
	CHECK(config_get(&c, "start_date") == NULL && config_get(&c, "volatility_calculation") != NULL);
	CHECK(config_get(&c, "text.deeper") == NULL);
	DIES("config.json: 'capital' is not text", config_str(&c, "capital"));
	DIES("config.json: no key 'nothing'", config_str(&c, "nothing"));
}

static void
compat(void)
{
	struct config plain = load("{}"), none = load("{\"compat\": \"none\"}"), full = load("{\"compat\": \"pysystemtrade\"}");
	struct config other = load("{\"compat\": \"nome\"}");

	CHECK(config_compat(&plain) && config_compat(&full) && !config_compat(&none));
	CHECK(config_compat_asked(&full) && !config_compat_asked(&plain) && !config_compat_asked(&none));
	DIES("config.json: 'compat' is 'none' or 'pysystemtrade', not 'nome'", config_compat(&other));
}

/* A message that begins with the file's name and line. */
static void
refused(void)
{
	const char *path[] = { test_file("[1]"), test_file("{ \"a\": 1,\n \"a\": 2 }"), test_file("{ \"a\":\n") };
	const char *want[] = { "st: %s: not a JSON object\n", "st: %s:2: duplicate object key near '\"a\"'\n",
		"st: %s:2: unexpected token near end of file\n" };
	char message[128];
	int fd;

	for (int i = 0; i < 3; i++) {
		snprintf(message, sizeof message, want[i], path[i]);
		if (test_child(2, &fd)) {
			config_load(path[i]);
			_exit(0);
		}
		CHECK(test_ended(fd, 2, message));
	}
}

static const char *
wrong_with(const char *text)
{
	static struct wrong w;
	struct config c;

	w.text[0] = '\0';
	const char *path = test_file(text);
	if (config_try(&c, path, &w))
		json_decref(c.root);
	char *at = strstr(w.text, path); /* leave the name out, which is another each time */
	return at ? at + strlen(path) : w.text;
}

/* What is wrong is answered in the words that a program dies with, and nothing else changes. */
static void
answered(void)
{
	struct config c = load(sample);
	struct wrong w;
	const char *s = "before";
	double x = 7;
	bool b = true;

	CHECK(config_try_num(&c, "capital", &x, &w) && x == 250000 && config_try_num_or(&c, "nothing", 3, &x, &w) && x == 3);
	CHECK(!config_try_num(&c, "nothing", &x, &w) && strcmp(w.text, "config.json: no key 'nothing'") == 0 && x == 3);
	CHECK(!config_try_num_or(&c, "text", 1, &x, &w) && strcmp(w.text, "config.json: 'text' is not a number") == 0 && x == 3);
	CHECK(!config_try_bool_or(&c, "f", false, &b, &w) && b);
	CHECK(strcmp(w.text, "config.json: 'f' is neither true nor false") == 0);
	CHECK(!config_try_str(&c, "capital", &s, &w) && strcmp(w.text, "config.json: 'capital' is not text") == 0);
	CHECK(!config_try_str_or(&c, "a", "x", &s, &w) && strcmp(w.text, "config.json: 'a' is not text") == 0);
	CHECK(strcmp(s, "before") == 0 && config_try_str_or(&c, "nothing", "x", &s, &w) && strcmp(s, "x") == 0);
	CHECK(config_try_compat(&c, &b, &w) && b);
}

static void
hostile(void)
{
	static char deep[100000];
	struct config c = { "before", NULL };
	struct wrong w;

	CHECK(strcmp(wrong_with("{}"), "") == 0);
	CHECK(strncmp(wrong_with(""), ":1: ", 4) == 0);
	CHECK(strcmp(wrong_with("[1]"), ": not a JSON object") == 0);
	CHECK(strncmp(wrong_with("{\"a\":1,\n\"a\":1}"), ":2: duplicate object key", 24) == 0);
	CHECK(strncmp(wrong_with("{\"a\":1e999}"), ":1: real number overflow", 24) == 0);
	CHECK(strncmp(wrong_with("{\"a\":\"\xe2\x82\"}"), ":1: unable to decode byte 0xe2", 30) == 0);
	CHECK(strncmp(wrong_with("{\"a\":\"\\u0000\"}"), ":1: \\u0000 is not allowed", 25) == 0);
	memset(deep, '[', sizeof deep - 1);
	CHECK(strncmp(wrong_with(deep), ":1: maximum parsing depth reached", 33) == 0);
	CHECK(!config_try(&c, "/nonexistent", &w) && strncmp(w.text, "cannot read config '/nonexistent': ", 35) == 0);
	CHECK(strcmp(c.path, "before") == 0);
}

int
main(void)
{
	RUN(numbers);
	RUN(truths);
	RUN(texts);
	RUN(compat);
	RUN(refused);
	RUN(answered);
	RUN(hostile);
	return test_end();
}
