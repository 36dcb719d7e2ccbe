/*
 * st-sources - which sources of prices to fetch for which instruments today, in order
 *
 *   $ printf 'historical_data_sources:\n  vendor:\n    config: {frequency: D}\n  IB:\n    config: {exclude_instruments: [BUND]}\n' >c
 *   $ st-sources --config=c BUND GOLD
 *   source,instrument,frequency
 *   vendor,BUND,D
 *   vendor,GOLD,D
 *   IB,GOLD,H
 *   IB,GOLD,D
 *
 * pysystemtrade's historical_data_sources (docs/alternative_data_sources.md): what it
 * includes and excludes, at which frequencies, on which days of the week.
 */
#include "base/opt.h"
#include "base/out.h"
#include "time/date.h"
#include "time/stamp.h"
#include "vendor/source.h"

static struct sources {
	const char *config, *now;
	struct opt_list frequencies;
	/* from here on not options */
	int weekday;        /* of --now, 0 Monday … 6 Sunday; -1 when not given */
	struct out out;
} s;

#define AT(x) offsetof(struct sources, x)
static const struct opt opts[] = {
	{ 0, "config", "FILE", "YAML or JSON with historical_data_sources (required)", O_STR, AT(config) },
	{ 0, "now", "TIME", "today, for sources that have a schedule", O_STR, AT(now) },
	{ 'f', "frequency", "F", "a frequency wanted (default H, then D); repeatable", O_LIST, AT(frequencies) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-sources", "INSTRUMENT ...",
	"which sources of prices to fetch for which instruments today, in order", opts };

static void
print_row(const char *source, const char *instrument, const char *frequency)
{
	out_field(&s.out, slice_of(source));
	out_char(&s.out, ',');
	out_field(&s.out, slice_of(instrument));
	out_char(&s.out, ',');
	out_field(&s.out, slice_of(frequency));
	out_char(&s.out, '\n');
}

static void
print_source(const char *name, struct config_yaml source, char **instruments)
{
	if (!source_is_enabled(source))
		return;
	for (; *instruments; instruments++)
		for (int i = 0; i < s.frequencies.n; i++)
			if (source_is_wanted(source, *instruments, s.frequencies.v[i], s.weekday))
				print_row(name, *instruments, s.frequencies.v[i]);
}

static void
read_options(int argc, int operands)
{
	static const char *usual[] = { "H", "D" };
	int64_t t;

	if (!s.config)
		opt_bad(&usage, "option --config is missing", "");
	if (operands == argc)
		opt_bad(&usage, "an INSTRUMENT is wanted", "");
	if (s.now && !stamp_parse(slice_of(s.now), &t))
		opt_bad(&usage, "--now is not a time", s.now);
	s.weekday = s.now ? date_weekday(stamp_day(t)) : -1;
	for (int i = 0; i < s.frequencies.n; i++)
		if (!source_is_frequency(s.frequencies.v[i]))
			opt_bad(&usage, "--frequency is not one of Y m W D B H 15M 5M M 10S S", s.frequencies.v[i]);
	if (!s.frequencies.n)
		s.frequencies = (struct opt_list){ usual, 2 };
}

int
main(int argc, char **argv)
{
	const char *name;
	json_t *v;

	int i = opt_parse(&usage, &s, argc, argv);
	read_options(argc, i);
	struct config_yaml all = source_file(s.config);
	out_open(&s.out, 1, "stdout");
	out_str(&s.out, "source,instrument,frequency\n");
	json_object_foreach(all.value, name, v)
		print_source(name, source_of(all, name), argv + i);
	out_flush(&s.out);
	return 0;
}
