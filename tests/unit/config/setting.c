#include "config/setting.h"

#include "base/json.h"
#include "base/out.h"
#include "config/yaml.h"
#include "test.h"

/* The document that a text becomes with settings over it, and the places of its parts, on stdout. */
static void
print_set(const char *text, const char *const *setting, int n)
{
	struct config_yaml doc = yaml_text(text, strlen(text), "a.yaml");
	struct out o;

	for (int i = 0; i < n; i++)
		setting_put(doc, setting[i]);
	out_open(&o, 1, "stdout");
	json_print(&o, doc.value, -1);
	out_char(&o, '\n');
	json_print(&o, doc.where, -1);
	out_flush(&o);
	yaml_close(&doc);
}

static void
set(const char *text, const char *setting)
{
	print_set(text, &setting, 1);
}

static void
over_what_is_there(void)
{
	PRINTS("{\"forecast_cap\": 20}\n{\"\": \"a.yaml\", \"forecast_cap\": \"--set\"}", set("forecast_cap: 30", "forecast_cap=20"));
	PRINTS("{\"forecast_cap\": 30, \"volatility_calculation\": {\"days\": 20, \"min_periods\": 5}}\n"
	    "{\"\": \"a.yaml\", \"forecast_cap\": \"a.yaml:1\", \"volatility_calculation\": "
	    "{\"\": \"a.yaml:2\", \"days\": \"--set\", \"min_periods\": \"a.yaml:2\"}}",
	    set("forecast_cap: 30\nvolatility_calculation: {days: 35, min_periods: 5}\n", "volatility_calculation.days=20"));
}

static void
mappings_on_the_way(void)
{
	PRINTS("{\"volatility_calculation\": {\"days\": 20}}\n"
	    "{\"\": \"a.yaml\", \"volatility_calculation\": {\"\": \"--set\", \"days\": \"--set\"}}",
	    set("{}", "volatility_calculation.days=20"));
	PRINTS("{\"forecast_weights\": {\"fast\": 0.5, \"slow\": 0.5}}\n"
	    "{\"\": \"a.yaml\", \"forecast_weights\": {\"\": \"--set\", \"fast\": \"--set\", \"slow\": \"--set\"}}",
	    set("forecast_weights: null", "forecast_weights={slow: 0.5, fast: 0.5}"));
}

static void
null_takes_away(void)
{
	const char *const both[] = { "forecast_cap=null", "volatility_calculation.days=~" };

	PRINTS("{\"volatility_calculation\": {}}\n{\"\": \"a.yaml\", \"volatility_calculation\": {\"\": \"a.yaml:2\"}}",
	    print_set("forecast_cap: 30\nvolatility_calculation: {days: 35}\n", both, 2));
}

static void
refused(void)
{
	DIES("--set wants KEY=VALUE: \"forecast_cap\"", set("{}", "forecast_cap"));
	DIES("--set: no value; null is the default's: \"forecast_cap=\"", set("{}", "forecast_cap="));
	DIES("--set: an empty key: \"=1\"", set("{}", "=1"));
	DIES("--set: an empty key: \"volatility_calculation.=1\"", set("{}", "volatility_calculation.=1"));
	DIES("--set: base_config belongs in a file", set("{}", "base_config=a.yaml"));
	DIES("--set: 'forecast_cap' wants number, not \"x\"", set("{}", "forecast_cap=x"));
	DIES("--set: 'forecast_weights' is not a mapping, has no 'slow'", set("forecast_weights: 1", "forecast_weights.slow=1"));
	DIES("--set: not UTF-8 text: \"a?=1\"", set("{}", "a\xff=1"));
}

int
main(void)
{
	RUN(over_what_is_there);
	RUN(mappings_on_the_way);
	RUN(null_takes_away);
	RUN(refused);
	return test_end();
}
