/*
 * fuzz-intake - a vendor's file or a server's answer, by one of our adapters or by one that is made up too
 *
 * The first byte of the input chooses the adapter; behind a 0 its text follows, to the
 * next 0. The rest is the file. What is taken must be rows in order, without contradictions.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/prog.h"
#include "base/warn.h"
#include "die-longjmp.h"
#include "vendor/adapter.h"
#include "vendor/file_names.h"
#include "vendor/request.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct input {
	const char *p;
	size_t n;
};

static const char *const paths[] = { "adapters/barchart.yaml", "adapters/investing.yaml", "adapters/yahoo.yaml",
	"adapters/fred.yaml", "adapters/csv.yaml", "adapters/json.yaml", "adapters/csi.yaml", "adapters/databento.yaml", "adapters/ecb.yaml" };
enum { PATHS = sizeof paths / sizeof *paths };
static struct adapter shipped[PATHS];

static void
check(const struct bars *b, bool settlement)
{
	if (b->n == 0)
		abort();
	for (size_t i = 0; i < b->n; i++) {
		const struct bar *r = &b->v[i];
		if (r->time < -62135596800 || r->time > 253402300799 || (i && r->time <= b->v[i - 1].time))
			abort();
		for (int k = 0; k < BAR_VALUES; k++)
			if (isinf(r->v[k]))
				abort();
		if (r->v[BAR_HIGH] < r->v[BAR_LOW] || (!settlement && r->v[BAR_HIGH] < r->v[BAR_FINAL]))
			abort();
	}
}

static void
read_rows(const struct adapter *a, struct input in)
{
	struct bars b = intake_bytes(&a->intake, in.p, in.n, "in", in.n % 2);

	check(&b, a->intake.settlement);
}

/* The adapter's own texts: what it asks a server for, which names it takes. */
static void
use_texts(const struct adapter *a, struct input in)
{
	struct request_values v = { "A B", "2020-01-01", NULL, "KEY" };

	if (a->files) {
		struct file_name_template t = file_name_parse(a->files, "in", a->continuous);
		struct file_name f;
		file_name_match(&t, (struct slice){ in.p, in.n < 100 ? in.n : 100 }, &f);
	} else {
		request_of(a, &v, NULL);
	}
}

static void
take(void *arg)
{
	struct input in = *(struct input *)arg;
	size_t which = (unsigned char)*in.p++;

	in.n--;
	if (which) {
		read_rows(&shipped[which % PATHS], in);
		return;
	}
	const char *end = memchr(in.p, '\0', in.n);
	size_t n = end ? (size_t)(end - in.p) : in.n;
	struct adapter a = adapter_of(yaml_text(in.p, n, "adapter"), "adapter");
	in.p += n + (end != NULL);
	in.n -= n + (end != NULL);
	use_texts(&a, in);
	if (a.intake.format != INTAKE_ARCHIVE)
		read_rows(&a, in);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool ready;
	struct input in = { malloc(size + 1), size };

	warn_quiet();
	for (int i = 0; i < PATHS && !ready; i++)
		shipped[i] = adapter_load(paths[i]);
	ready = true;
	if (size) {
		memcpy((char *)in.p, data, size);
		in.p = realloc((char *)in.p, size); /* what lies behind it is nobody's */
		fuzz_run(take, &in);
	}
	free((char *)in.p);
	return 0;
}
