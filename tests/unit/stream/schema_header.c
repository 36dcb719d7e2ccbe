#include "stream/schema_header.h"

#include "test.h"

static const char *const weights = "{ \"title\": \"w\", \"description\": \"\", \"type\": \"object\", \"properties\": {"
    "\"time\": { \"type\": \"string\", \"format\": \"date\", \"description\": \"\" },"
    "\"instrument\": { \"type\": \"string\", \"description\": \"\" },"
    "\"weight\": { \"type\": \"number\", \"description\": \"\" } },"
    "\"required\": [\"time\", \"weight\"], \"x-order\": [\"time\", \"instrument\", \"weight\"],"
    "\"x-key\": [\"instrument\", \"time\"], \"additionalProperties\": false }";

static char problems[512]; /* COLUMN:WHAT:VALUE; */

static void
note(const char *column, const char *what, struct slice value)
{
	size_t n = strlen(problems);

	snprintf(problems + n, sizeof problems - n, "%s:%s:%.*s;", column, what, SLICE(value));
}

/* The header of a text of one line. */
static struct schema_header
header_of(const char *text)
{
	struct schema s = schema_load(test_file(weights));
	struct rec r;

	problems[0] = '\0';
	rec_file(&r, test_file(text));
	rec_header(&r);
	struct schema_header h = schema_header_read(&s, &r, note);
	rec_close(&r);
	return h;
}

static void
right(void)
{
	struct schema_header h = header_of("time,\"instrument\",weight\n");

	CHECK(problems[0] == '\0');
	CHECK(h.n == 3 && strcmp(h.name[1], "instrument") == 0 && h.column[0] == 0 && h.column[2] == 2);
	CHECK(h.keyed && h.time == 0 && h.keys == 1 && h.key[0] == 1);
	CHECK(schema_header_field(&h, 2) == 2);
}

/* A column that isn't there is -1; without all of it there is no key. */
static void
lacking(void)
{
	struct schema_header h = header_of("weight,time\n");

	CHECK(strcmp(problems, "time:out of order, belongs further left:time;") == 0);
	CHECK(schema_header_field(&h, 1) == -1 && schema_header_field(&h, 0) == 1);
	CHECK(!h.keyed && h.time == 1 && h.keys == 0);
}

static void
wrong(void)
{
	struct schema_header h = header_of("time,\"a \"\"b\"\"\",weight,instrument,weight\n");

	CHECK(strcmp(problems, "a \"b\":not of the schema:a \"b\";instrument:out of order, belongs further left:instrument;"
	    "weight:twice:weight;") == 0);
	CHECK(h.column[1] == -1 && h.column[4] == 2 && schema_header_field(&h, 2) == 2);
}

int
main(void)
{
	RUN(right);
	RUN(lacking);
	RUN(wrong);
	return test_end();
}
