#include "base/json.h"

#include "test.h"

static void
print(const char *text, int indent)
{
	struct out o;
	json_t *v = json_loads(text, JSON_DECODE_ANY, NULL);

	out_open(&o, 1, "stdout");
	json_print(&o, v, indent);
	out_flush(&o);
	json_decref(v);
}

static void
one_line(void)
{
	PRINTS("null", print("null", -1));
	PRINTS("-12", print("-12", -1));
	PRINTS("0.1", print("0.1", -1));
	PRINTS("1e+300", print("1e300", -1));
	PRINTS("\"a\\\"b\\\\c\\n\xc3\xa9\"", print("\"a\\\"b\\\\c\\n\\u00e9\"", -1));
}

/* Keys by byte, whatever the order they were put in. */
static void
equal_values_equal_bytes(void)
{
	static char a[4096];
	int fd;

	if (test_child(1, &fd)) {
		print("{ \"b\": [1, true, {}], \"a\": 1.50, \"B\": null }", -1);
		exit(0);
	}
	ssize_t n = read(fd, a, sizeof a - 1);
	close(fd);
	CHECK(n > 0);
	CHECK(strstr(a, "\"B\"") < strstr(a, "\"a\"") && strstr(a, "\"a\"") < strstr(a, "\"b\""));
	CHECK(!strchr(a, '\n'));
	PRINTS(a, print("{ \"B\": null, \"b\": [1, true, {}], \"a\": 15e-1 }", -1));
}

int
main(void)
{
	RUN(one_line);
	RUN(equal_values_equal_bytes);
	return test_end();
}
