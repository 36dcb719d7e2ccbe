#include "roll/calendar.h"
#include "test.h"

static struct out out;

static void
print_all(const char *path)
{
	struct calendars t = calendars_read(path);

	out_open(&out, 1, "stdout");
	for (int i = 0; i < t.codes.n; i++)
		calendar_print(&out, &t.v[i], false);
	out_flush(&out);
}

static void
a_stream_has_any_number_of_instruments(void)
{
	PRINTS("2020-01-01 23:00:00,A,20200300,20200600,20191200\n2020-02-01 00:00:00,A,20200600,20200900,20200300\n"
	       "2020-01-01,B,20200300,20200600,20191200\n",
	    print_all(test_file("carry_contract,instrument,time,next_contract,current_contract\n"
	                        "20191200,A,2020-01-01 23:00,202006,202003\n20191200,B,2020-01-01,202006,202003\n20200300,A,2020-02-01,20200900,202006\n")));
}

static void
a_file_is_of_the_instrument_in_its_name(void)
{
	const char *path = test_file("DATE_TIME,current_contract,next_contract,carry_contract\n2020-01-01 23:00:00,20200300,20200600,20191200\n");
	struct calendars t = calendars_read(path);

	CHECK(t.codes.n == 1 && strcmp(t.v[0].code, strrchr(path, '/') + 1) == 0);
	CHECK(calendars_get(&t, t.v[0].code) == &t.v[0] && t.v[0].n == 1 && t.v[0].v[0].carry == 20191200);
}

static void
many_rows_are_kept(void)
{
	struct calendar c = { .code = "A" };

	for (int i = 0; i < 1000; i++)
		calendar_add(&c, (struct roll){ .t = i });
	CHECK(c.n == 1000 && c.v[0].t == 0 && c.v[999].t == 999);
	calendar_clear(&c);
	CHECK(c.n == 0 && !c.v && strcmp(c.code, "A") == 0);
}

static void
read_named(const char *text)
{
	char path[] = "/tmp/st-calendar-XXXXXX";
	int fd = mkstemp(path);

	if (write(fd, text, strlen(text)) < 0)
		abort();
	lseek(fd, 0, SEEK_SET);
	dup2(fd, 0);
	unlink(path);
	calendars_read("-");
}

static void
what_is_wrong_is_named(void)
{
	DIES("stdin:1: no column 'instrument'", read_named("time,current_contract,next_contract,carry_contract\n"));
	DIES("stdin:1: no column 'carry_contract'", read_named("DATE_TIME,current_contract,next_contract\n"));
	DIES("stdin:2: column 'DATE_TIME': not a time: \"1/2/2020\"",
	    read_named("DATE_TIME,current_contract,next_contract,carry_contract\n1/2/2020,202003,202006,202003\n"));
	DIES("stdin:2: column 'next_contract': not a contract: \"\"",
	    read_named("DATE_TIME,current_contract,next_contract,carry_contract\n2020-01-02,202003,,202003\n"));
}

int
main(void)
{
	RUN(a_stream_has_any_number_of_instruments);
	RUN(a_file_is_of_the_instrument_in_its_name);
	RUN(many_rows_are_kept);
	RUN(what_is_wrong_is_named);
	return test_end();
}
