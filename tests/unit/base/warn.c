#include "base/warn.h"

#include "base/die.h"
#include "test.h"

static void
warnings(void)
{
	DIES("careful\nunit: stop", warn("careful"); die("stop"));
	DIES("stop", warn_quiet(); warn("careful"); die("stop"));
	DIES("careful", warn_quiet(); warn_strict(); warn("careful"); die("stop"));
}

/* What is muted isn't kept either. */
static void
kept(void)
{
	const char *file = test_file("st-vol: before\n");
	char got[256] = "";

	setenv("ST_WARNINGS", file, 1);
	DIES("a?b\nunit: stop", warn("a\nb"); warn_quiet(); warn("never"); die("stop"));
	FILE *f = fopen(file, "r");
	CHECK(f && fread(got, 1, sizeof got - 1, f) > 0 && fclose(f) == 0);
	CHECK(strcmp(got, "st-vol: before\nunit: a?b\n") == 0);
	setenv("ST_WARNINGS", "/dev/null/kept", 1);
	DIES("cannot write '/dev/null/kept': Not a directory", warn("careful"));
	setenv("ST_WARNINGS", "", 1);
	DIES("careful\nunit: stop", warn("careful"); die("stop"));
	unsetenv("ST_WARNINGS");
}

int
main(void)
{
	RUN(warnings);
	RUN(kept);
	return test_end();
}
