#include "stream/table.h"

#include <math.h>

#include "test.h"

/* The table that the text is, under a name known beforehand, for messages. */
static struct table
read_text(const char *text)
{
	struct table t = table_read(test_file(text));

	t.path = "weights.csv";
	return t;
}

static void
rows_and_columns(void)
{
	struct table t = read_text("instrument,weight,\"full name\"\nGOLD,0.5,\"Gold, \"\"COMEX\"\"\"\nCORN,,Corn\nGOLD,1e-3,\n");

	CHECK(t.n == 3 && t.column.n == 3);
	int code = table_column(&t, "instrument"), w = table_column(&t, "weight");
	CHECK(code == 0 && w == 1);
	CHECK(strcmp(table_text(&t, 0, 2), "Gold, \"COMEX\"") == 0);
	CHECK(strcmp(table_text(&t, 2, 2), "") == 0);
	CHECK(table_num(&t, 0, w) == 0.5 && isnan(table_num(&t, 1, w)) && table_num(&t, 2, w) == 0.001);
	CHECK(table_find(&t, code, "GOLD") == 0 && table_find(&t, code, "CORN") == 1 && table_find(&t, code, "gold") == -1);
	CHECK(strcmp(table_place(&t, 2), "weights.csv:4") == 0);
}

static void
quoted_header(void)
{
	struct table t = read_text("\"instrument\",\"full \"\"name\"\"\"\nGOLD,x\n");

	CHECK(table_column(&t, "instrument") == 0);
	CHECK(table_column(&t, "full \"name\"") == 1);
}

static void
header_alone(void)
{
	struct table t = read_text("instrument,weight");

	CHECK(t.n == 0 && t.column.n == 2);
	CHECK(table_find(&t, 0, "GOLD") == -1);
}

static void
refused(void)
{
	struct table t = read_text("instrument,weight\nGOLD,a\n");

	DIES("weights.csv:1: no column 'Weight'", table_column(&t, "Weight"));
	DIES("weights.csv:2: column 'weight': not a number: \"a\"", table_num(&t, 0, 1));
	DIES("/dev/null: empty: not even a header", table_read("/dev/null"));
	DIES("cannot open '/nonexistent/x': No such file or directory", table_read("/nonexistent/x"));
	const char *path = test_file("a,a\n1,2\n");
	char message[128];
	int fd;
	snprintf(message, sizeof message, "st: %s:1: column 'a' twice\n", path);
	if (test_child(2, &fd)) {
		table_read(path);
		_exit(0);
	}
	CHECK(test_ended(fd, 2, message));
}

int
main(void)
{
	RUN(rows_and_columns);
	RUN(quoted_header);
	RUN(header_alone);
	RUN(refused);
	return test_end();
}
