/*
 * st-get - prices and rates from a server, checked, as pysystemtrade's files
 *
 *   $ st-get --adapter=ecb --cache=kept --offline EURUSD
 *   st-get: https://data-api.ecb.europa.eu/service/data/EXR/D.USD.EUR.SP00.A?format=csvdata: not kept in 'kept'
 *
 * The adapter, a text, says what to ask the server for and how to read the answer. An
 * answer is printed when all of it has come and is right, or not at all.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/die.h"
#include "base/mem.h"
#include "base/opt.h"
#include "base/output.h"
#include "base/replacement.h"
#include "base/warn.h"
#include "time/date.h"
#include "time/date_format.h"
#include "time/stamp.h"
#include "vendor/adapter.h"
#include "vendor/answer.h"
#include "vendor/key.h"
#include "vendor/request.h"

static struct get {
	const char *adapter_name, *key_file, *start, *end, *output, *files, *server;
	bool raw, unofficial;
	struct http_how how;
	/* from here on not options */
	struct adapter adapter;
	char *key;
	int64_t first, last;
	char start_text[DATE_FORMAT_MAX], end_text[DATE_FORMAT_MAX];
} get = {
	.how = { .retries = 4, .wait = 1, .timeout = 30, .most = 1000 },
	.first = INT64_MIN,
	.last = INT64_MAX,
};

#define AT(x) offsetof(struct get, x)
static const struct opt opts[] = {
	{ 'a', "adapter", "NAME", "csv, databento, ecb, eodhd, fred, json, pysystemtrade, yahoo or a file (required)", O_STR,
		AT(adapter_name) },
	{ 0, "key", "FILE", "the key to the server: the first line of FILE (/dev/fd/N: of a descriptor)", O_STR, AT(key_file) },
	{ 0, "start", "DATE", "first date wanted", O_STR, AT(start) },
	{ 0, "end", "DATE", "last date wanted", O_STR, AT(end) },
	{ 'o', "output", "FILE", "write to FILE, which is replaced when all is right", O_STR, AT(output) },
	{ 0, "files", "DIR", "write DIR/SYMBOL.csv of each symbol", O_STR, AT(files) },
	{ 0, "raw", NULL, "write the answer's bytes as they came", O_FLAG, AT(raw) },
	{ 0, "cache", "DIR", "keep answers in DIR, ask whether they have changed, resume what broke off", O_STR, AT(how.keep) },
	{ 0, "offline", NULL, "take the answers that --cache has kept, ask nobody", O_FLAG, AT(how.offline) },
	{ 0, "unofficial", NULL, "ask even a server that was not made for this, as yahoo's", O_FLAG, AT(unofficial) },
	{ 0, "server", "URL", "ask another server than the adapter's: http://HOST:PORT", O_STR, AT(server) },
	{ 0, "cacert", "FILE", "trust the certificates of FILE, not the system's", O_STR, AT(how.cacert) },
	{ 0, "retries", "N", "tries after the first (default 4)", O_INT, AT(how.retries) },
	{ 0, "wait", "SECONDS", "before the first of them, then twice as long each (default 1)", O_NUM, AT(how.wait) },
	{ 0, "timeout", "SECONDS", "give up a connection that long without a byte (default 30)", O_NUM, AT(how.timeout) },
	{ 0, "max-size", "MB", "refuse a longer answer (default 1000)", O_NUM, AT(how.most) },
	{ 0, "per-minute", "N", "requests at most (default: the adapter's)", O_NUM, AT(how.per_minute) },
	{ 0, NULL, NULL, NULL, O_FLAG, 0 }
};
static const struct opt_usage usage = { "st-get", "[SYMBOL ...]",
	"prices and rates from a server, checked, as pysystemtrade's files", opts };

/* ---- what is given ---- */

static int64_t
date_option(const char *what, const char *s)
{
	int day;

	if (strlen(s) != 10 || !date_parse(slice_of(s), &day))
		opt_bad(&usage, what, s);
	return stamp_of_day(day);
}

static void
prepare(void)
{
	struct get *g = &get;

	g->adapter = adapter_load(g->adapter_name);
	if (!g->adapter.url)
		die("%s: no adapter of a server; st-import reads its files", g->adapter.path);
	if (g->adapter.unofficial && !g->unofficial)
		die("%s: asks a server in a way that its owner does not offer; --unofficial does it all the same", g->adapter.path);
	if (!(g->how.wait >= 0) || !(g->how.timeout > 0) || !(g->how.most > 0) || g->how.retries < 0)
		die("--wait, --timeout, --max-size and --retries want numbers of their kind");
	g->how.most *= 1e6;
	if (!opt_given(&g->how.per_minute))
		g->how.per_minute = g->adapter.per_minute;
	else if (!(g->how.per_minute > 0))
		die("--per-minute is not above zero");
	g->how.progress = isatty(2) && !warn_is_quiet();
	if (request_needs_key(&g->adapter) && !g->how.offline && !g->key_file)
		die("%s: the server wants a key; --key names a file of it", g->adapter.path);
	g->key = g->key_file && !g->how.offline ? key_read(g->key_file) : mem_dup("KEY", 3);
	if (g->start) {
		g->first = date_option("--start wants a date", g->start);
		date_format_print(g->start_text, g->adapter.date_parameter, g->first);
	}
	if (g->end) {
		g->last = date_option("--end wants a date", g->end) + DAY_SECONDS - 1;
		date_format_print(g->end_text, g->adapter.date_parameter, g->last - DAY_SECONDS + 1);
	}
}

/* ---- what comes ---- */

static void
get_one(const char *symbol, struct out *o)
{
	struct get *g = &get;
	const char *theirs = symbol ? symbols_of(&g->adapter.symbols, symbol) : NULL;
	struct request_values v = { theirs ? theirs : symbol ? symbol : g->adapter.symbol, g->start ? g->start_text : NULL,
		g->end ? g->end_text : NULL, g->key };
	struct http_request q = request_of(&g->adapter, &v, g->server);
	struct http_answer a = http_get(&q, &g->how);
	struct bars b = { 0 };

	if (g->adapter.intake.format == INTAKE_ARCHIVE)
		answer_check_archive(a.fd, q.address);
	else
		b = adapter_read(&g->adapter, a.fd, q.address, symbol ? symbol : "", g->adapter.open_end);
	if (g->raw || g->adapter.intake.format == INTAKE_ARCHIVE) {
		answer_print(o, a.fd, q.address);
	} else {
		bars_between(&b, g->first, g->last);
		bars_print(&b, o);
	}
	bars_free(&b);
	http_end(&a);
}

static void
get_into(const char *symbol, const char *path)
{
	struct replacement r;

	replacement_open(&r, path);
	get_one(symbol, &r.out);
	replacement_close(&r);
}

static void
get_files(char **symbols, int n)
{
	if (mkdir(get.files, 0777) && errno != EEXIST)
		die_sys("cannot make '%s'", get.files);
	for (int i = 0; i < n; i++) {
		char *path;
		if (strchr(symbols[i], '/'))
			die("no name of a file: \"%s\"; `symbols` of the adapter can give it one", symbols[i]);
		path = mem_format("%s/%s.csv", get.files, symbols[i]);
		get_into(symbols[i], path);
		free(path);
	}
}

int
main(int argc, char **argv)
{
	struct get *g = &get;
	static struct out out;

	int i = opt_parse(&usage, g, argc, argv);
	if (!g->adapter_name)
		opt_bad(&usage, "option --adapter is missing", "");
	if (g->how.offline && !g->how.keep)
		opt_bad(&usage, "--offline needs --cache", "");
	prepare();
	if (!g->files && argc - i > 1)
		opt_bad(&usage, "more symbols than one need --files", argv[i + 1]);
	if (i == argc && (g->files || (!g->adapter.symbol && strstr(g->adapter.url, "{symbol}"))))
		opt_bad(&usage, "a symbol is missing", "");
	if (g->files) {
		get_files(argv + i, argc - i);
	} else if (g->output) {
		get_one(argv[i], output_open(g->output));
		output_close_all();
	} else {
		out_open(&out, 1, "stdout");
		get_one(argv[i], &out);
		out_flush(&out);
	}
	return 0;
}
