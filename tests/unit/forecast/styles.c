/* styles - what a rule's style is when groups name it, name it in part or not at all */
#include "forecast/styles.h"

#include "base/prog.h"
#include "test.h"

static struct config
made(const char *text)
{
	return config_load(test_file(text));
}

static bool
is(const struct config *c, const char *rule, const char *style)
{
	return strcmp(style_of(c, rule), style) == 0;
}

static void
grouped(void)
{
	struct config c = made("{\"trading_rules\": {\"fast\": {\"function\": \"a.b.ewmac\"}, \"slow\": {\"function\": \"a.b.ewmac\"},"
	    "\"roll\": {\"function\": \"a.carry\"}}, \"rule_groups\": {\"ewmac_fast\": [\"fast\"], \"rolls\": [\"roll\"]},"
	    "\"style_groups\": {\"trend\": [\"other\", \"ewmac_fast\"]}}");

	CHECK(is(&c, "fast", "trend"));
	CHECK(is(&c, "roll", "rolls"));    /* its group has no style */
	CHECK(is(&c, "slow", "ewmac"));    /* it has no group */
	CHECK(is(&c, "unknown", "unknown"));
}

static void
ungrouped(void)
{
	struct config c = made("{\"trading_rules\": {\"a\": {\"function\": \"breakout\"}, \"b\": \"x.y.carry\","
	    "\"c\": {\"function\": \"exec:./my/rule.awk\"},"
	    "\"d\": {\"function\": \"exec:rule\"}, \"e\": {}, \"f\": {\"function\": \"\"}}}");

	CHECK(is(&c, "a", "breakout") && is(&c, "b", "carry") && is(&c, "c", "rule.awk") && is(&c, "d", "rule"));
	CHECK(is(&c, "e", "e") && is(&c, "f", "f"));
}

/* A rule in several groups has the first by name; what is no list of names is passed over. */
static void
odd(void)
{
	struct config c = made("{\"rule_groups\": {\"z\": [\"r\"], \"b\": [\"r\"], \"a\": \"r\", \"0\": [1, null, {}]},"
	    "\"style_groups\": null}");
	struct config d = made("{\"rule_groups\": \"r\", \"style_groups\": [\"r\"], \"trading_rules\": [\"r\"]}");

	CHECK(is(&c, "r", "b") && is(&d, "r", "r"));
}

int
main(void)
{
	prog = "styles";
	RUN(grouped);
	RUN(ungrouped);
	RUN(odd);
	return test_end();
}
