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

int
main(void)
{
	RUN(warnings);
	return test_end();
}
