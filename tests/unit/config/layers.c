#include "config/layers.h"

#include "config/yaml.h"
#include "folder.h"

static const char *
place(const struct layers *l, const char *key)
{
	const char *at = yaml_place(json_object_get(l->doc.where, key));
	const char *slash = strrchr(at, '/');

	return slash ? slash + 1 : at;
}

static double
number(const struct layers *l, const char *key)
{
	return json_number_value(json_object_get(l->doc.value, key));
}

/* A later file's key goes over an earlier's whole, a mapping too; what neither has comes from the defaults. */
static void
over_one_another(void)
{
	struct layers l = layers_open();

	layers_put(&l, test_file("forecast_cap: 30\nvolatility_calculation: {days: 20, min_periods: 5}\n"));
	folder_put("b.yaml", "# nothing\nvolatility_calculation: {min_periods: 7}\nforecast_cap: 25\n");
	layers_put(&l, folder_path("b.yaml"));
	CHECK(number(&l, "forecast_cap") == 25 && strcmp(place(&l, "forecast_cap"), "b.yaml:3") == 0);
	json_t *vol = json_object_get(l.doc.value, "volatility_calculation");
	CHECK(json_object_size(vol) == 1);
	CHECK(json_object_get(l.doc.value, "percentage_vol_target") == NULL);
	layers_fill(&l);
	vol = json_object_get(l.doc.value, "volatility_calculation");
	CHECK(json_number_value(json_object_get(vol, "days")) == 35 && json_number_value(json_object_get(vol, "min_periods")) == 7);
	CHECK(number(&l, "percentage_vol_target") == 16 && number(&l, "forecast_cap") == 25);
	layers_close(&l);
}

/* Beside the file that names it, wherever that is named from; what names it goes over it. */
static void
base_config(void)
{
	struct layers l = layers_open();

	folder_put("work/base.yaml", "forecast_cap: 25\npercentage_vol_target: 20\n");
	folder_put("work/system.yaml", "forecast_cap: 15\nbase_config: base.yaml\n");
	layers_put(&l, folder_path("work/system.yaml"));
	CHECK(number(&l, "forecast_cap") == 15 && strcmp(place(&l, "forecast_cap"), "system.yaml:1") == 0);
	CHECK(number(&l, "percentage_vol_target") == 20 && strcmp(place(&l, "percentage_vol_target"), "base.yaml:2") == 0);
	CHECK(json_object_get(l.doc.value, "base_config") == NULL);
	layers_close(&l);
}

static void
refused(void)
{
	struct layers l = layers_open();
	char message[256];
	int fd;

	folder_put("none.yaml", "base_config: none/there.yaml\n");
	folder_put("self.yaml", "\nbase_config: self.yaml\n");
	const char *const what[] = { "none.yaml:1: cannot find base_config 'none/there.yaml'",
		"self.yaml:2: base_config within base_config, 16 deep" };
	for (int i = 0; i < 2; i++) {
		char path[64];
		snprintf(path, sizeof path, "%.*s", (int)strcspn(what[i], ":"), what[i]);
		snprintf(message, sizeof message, "st: %s/%s\n", folder, what[i]);
		if (test_child(2, &fd)) {
			layers_put(&l, folder_path(path));
			_exit(0);
		}
		CHECK(test_ended(fd, 2, message));
	}
	layers_close(&l);
}

int
main(void)
{
	folder_make_new();
	RUN(over_one_another);
	RUN(base_config);
	RUN(refused);
	folder_remove();
	return test_end();
}
