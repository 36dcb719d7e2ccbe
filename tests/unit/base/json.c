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

/* What is wrong with n bytes; "" for nothing. */
static const char *
wrong_with(const char *p, size_t n)
{
	static struct wrong w;
	json_t *v;

	w.text[0] = '\0';
	v = json_parse((struct slice){ p, n }, &w);
	if (!v == !w.text[0])
		return "neither answered nor read";
	json_decref(v);
	return w.text;
}

#define WRONG(s, want) CHECK(strcmp(wrong_with(s, sizeof s - 1), want) == 0)
#define BEGINS(s, want) CHECK(strncmp(wrong_with(s, sizeof s - 1), want, sizeof want - 1) == 0)

static void
hostile(void)
{
	WRONG("{}", "");
	WRONG(" [1, \"\xc3\xa9\"]\r", "");
	BEGINS("", "byte 0: ");
	BEGINS("{", "byte 1: ");
	BEGINS("{} {}", "byte 4: end of file expected");
	BEGINS("\"\xc3\"", "byte 1: unable to decode byte 0xc3");
	BEGINS("\"\xe2\x82", "byte 1: unable to decode byte 0xe2");
	BEGINS("\"\xed\xa0\x80\"", "byte 1: unable to decode byte 0xed"); /* half a pair */
	BEGINS("\"a\0b\"", "byte 2: control character 0x0");
	BEGINS("\"\\u0000\"", "byte 8: \\u0000 is not allowed");
	BEGINS("{}\0", "byte 3: ");
	BEGINS("{\"a\":1,\"a\":1}", "byte 10: duplicate object key");
	BEGINS("1e999", "byte 5: real number overflow");
	BEGINS("-1e999", "byte 6: real number overflow");
	BEGINS("123456789012345678901234567890", "byte 30: too big integer");
	BEGINS("NaN", "byte 3: invalid token");
	BEGINS("-Infinity", "byte 1: ");
	BEGINS("01", "byte 1: ");
}

static void
deep(void)
{
	static char s[2 << 20];

	memset(s, '[', sizeof s);
	CHECK(strcmp(wrong_with(s, sizeof s), "more than 64 lists and objects within one another") == 0);
	memset(s + JSON_DEPTH, ']', JSON_DEPTH);
	CHECK(strcmp(wrong_with(s, 2 * JSON_DEPTH), "") == 0);
	memset(s, '[', JSON_DEPTH + 1);
	memset(s + JSON_DEPTH + 1, ']', JSON_DEPTH + 1);
	CHECK(strcmp(wrong_with(s, 2 * JSON_DEPTH + 2), "more than 64 lists and objects within one another") == 0);
	memset(s + 2, '[', 100); /* brackets in a text are none, whatever is escaped before them */
	memcpy(s, "[\"", 2);
	memcpy(s + 102, "\\\"[\"]", 5);
	CHECK(strcmp(wrong_with(s, 107), "") == 0);
}

static void
typed(void)
{
	struct wrong w;
	json_t *o = json_parse(slice_of("{\"text\":\"x\",\"num\":1.5,\"int\":-3,\"yes\":true,\"none\":null,\"o\":{},\"l\":[1]}"), &w);
	const char *s = NULL;
	const json_t *v = NULL;
	double x = 0;
	int64_t n = 0;
	bool b = false;

	CHECK(json_get_text(o, "text", &s, &w) && strcmp(s, "x") == 0);
	CHECK(json_get_num(o, "num", &x, &w) && x == 1.5 && json_get_num(o, "int", &x, &w) && x == -3);
	CHECK(json_get_int(o, "int", &n, &w) && n == -3 && json_get_bool(o, "yes", &b, &w) && b);
	CHECK(json_get_object(o, "o", &v, &w) && json_is_object(v) && json_get_array(o, "l", &v, &w) && json_array_size(v) == 1);
	CHECK(json_has(o, "num") && !json_has(o, "none") && !json_has(o, "other") && !json_has(v, "num") && !json_has(NULL, "num"));
	CHECK(!json_get_text(o, "num", &s, &w) && strcmp(w.text, "'num' is not text") == 0 && strcmp(s, "x") == 0);
	CHECK(!json_get_num(o, "text", &x, &w) && strcmp(w.text, "'text' is not a number") == 0 && x == -3);
	CHECK(!json_get_int(o, "num", &n, &w) && strcmp(w.text, "'num' is not a whole number") == 0 && n == -3);
	CHECK(!json_get_bool(o, "int", &b, &w) && strcmp(w.text, "'int' is not true or false") == 0 && b);
	CHECK(!json_get_object(o, "l", &v, &w) && strcmp(w.text, "'l' is not an object") == 0 && json_is_array(v));
	CHECK(!json_get_array(o, "o", &v, &w) && strcmp(w.text, "'o' is not a list") == 0 && json_is_array(v));
	CHECK(!json_get_text(o, "none", &s, &w) && strcmp(w.text, "'none' is not text") == 0);
	CHECK(!json_get_text(o, "other", &s, &w) && strcmp(w.text, "no 'other'") == 0);
	CHECK(!json_get_text(v, "text", &s, &w) && strcmp(w.text, "no 'text'") == 0);
	json_decref(o);
}

int
main(void)
{
	RUN(one_line);
	RUN(equal_values_equal_bytes);
	RUN(hostile);
	RUN(deep);
	RUN(typed);
	return test_end();
}
