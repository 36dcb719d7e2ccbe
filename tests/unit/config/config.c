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
