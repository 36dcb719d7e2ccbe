#include "config/config.h"

#include "test.h"

static struct cfg
load(const char *text)
{
	struct cfg c = cfg_load(test_file(text));

	c.path = "config.json";
	return c;
}

static const char *const sample = "{ \"capital\": 250000, \"percentage_vol_target\": \"16.5\", \"start_date\": null,\n"
    " \"volatility_calculation\": { \"func\": \"sysquant.estimators.vol.robust_vol_calc\", \"days\": 35, \"backfill\": \"False\" },\n"
    " \"a\": true, \"b\": \"t\", \"c\": \"TRUE\", \"d\": false, \"e\": \"no\", \"f\": 1, \"text\": \"x\" }";

static void
numbers(void)
{
	struct cfg c = load(sample);

	CHECK(cfg_num(&c, "capital") == 250000);
	CHECK(cfg_num(&c, "percentage_vol_target") == 16.5);
	CHECK(cfg_num(&c, "volatility_calculation.days") == 35);
	CHECK(cfg_num_or(&c, "volatility_calculation.days", 1) == 35);
	CHECK(cfg_num_or(&c, "volatility_calculation.min", 10) == 10);
	CHECK(cfg_num_or(&c, "start_date", 7) == 7);
	CHECK(cfg_num_or(&c, "nothing.at.all", 7) == 7);
	DIES("config.json: no key 'nothing'", cfg_num(&c, "nothing"));
	DIES("config.json: no key 'start_date'", cfg_num(&c, "start_date"));
	DIES("config.json: 'text' is not a number", cfg_num(&c, "text"));
	DIES("config.json: 'text' is not a number", cfg_num_or(&c, "text", 1));
	DIES("config.json: 'a' is not a number", cfg_num(&c, "a"));
}

static void
truths(void)
{
	struct cfg c = load(sample);

	CHECK(cfg_bool_or(&c, "a", false) && cfg_bool_or(&c, "b", false) && cfg_bool_or(&c, "c", false));
	CHECK(!cfg_bool_or(&c, "d", true) && !cfg_bool_or(&c, "e", true));
	CHECK(!cfg_bool_or(&c, "volatility_calculation.backfill", true));
	CHECK(cfg_bool_or(&c, "nothing", true) && !cfg_bool_or(&c, "nothing", false));
	DIES("config.json: 'f' is neither true nor false", cfg_bool_or(&c, "f", true));
}

static void
texts(void)
{
	struct cfg c = load(sample);

	CHECK(strcmp(cfg_str(&c, "text"), "x") == 0);
	CHECK(strcmp(cfg_str_or(&c, "nothing", "otherwise"), "otherwise") == 0);
	CHECK(strcmp(cfg_function(cfg_str(&c, "volatility_calculation.func")), "robust_vol_calc") == 0);
	CHECK(strcmp(cfg_function("breakout"), "breakout") == 0);
	CHECK(strcmp(cfg_function("exec:./my.rule"), "exec:./my.rule") == 0);
	CHECK(cfg_get(&c, "start_date") == NULL && cfg_get(&c, "volatility_calculation") != NULL);
	CHECK(cfg_get(&c, "text.deeper") == NULL);
	DIES("config.json: 'capital' is not text", cfg_str(&c, "capital"));
	DIES("config.json: no key 'nothing'", cfg_str(&c, "nothing"));
}

static void
compat(void)
{
	struct cfg plain = load("{}"), none = load("{\"compat\": \"none\"}"), full = load("{\"compat\": \"pysystemtrade\"}");
	struct cfg other = load("{\"compat\": \"nome\"}");

	CHECK(cfg_compat(&plain) && cfg_compat(&full) && !cfg_compat(&none));
	DIES("config.json: 'compat' is 'none' or 'pysystemtrade', not 'nome'", cfg_compat(&other));
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
			cfg_load(path[i]);
			_exit(0);
		}
		CHECK(test_ended(fd, 2, message));
	}
}

int
main(void)
{
	RUN(numbers);
	RUN(truths);
	RUN(texts);
	RUN(compat);
	RUN(refused);
	return test_end();
}
