#include "base/environment.h"

#include "test.h"

static int
count(char **e, const char *entry)
{
	int n = 0;

	for (; *e; e++)
		n += strcmp(*e, entry) == 0;
	return n;
}

static void
set_in_the_copy_alone(void)
{
	char *set[] = { "ST_A=2", "ST_NEW=x=y", NULL };

	setenv("ST_A", "1", 1);
	setenv("ST_AB", "3", 1);
	char **e = environment_with(set);
	CHECK(count(e, "ST_A=2") == 1 && count(e, "ST_A=1") == 0 && count(e, "ST_NEW=x=y") == 1 && count(e, "ST_AB=3") == 1);
	CHECK(strcmp(getenv("ST_A"), "1") == 0 && !getenv("ST_NEW") && count(environ, "ST_A=1") == 1);
	free(e);
}

static void
nothing_to_set(void)
{
	char *set[] = { NULL }, **e = environment_with(set);

	for (int i = 0; environ[i]; i++)
		CHECK(e[i] == environ[i] && (environ[i + 1] || !e[i + 1]));
	free(e);
}

int
main(void)
{
	RUN(set_in_the_copy_alone);
	RUN(nothing_to_set);
	return test_end();
}
