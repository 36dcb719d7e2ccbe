#include "base/output.h"

#include <fcntl.h>

#include "base/die.h"
#include "folder.h"

static void
outputs_appear_together(void)
{
	folder_put("a", "old");
	out_str(output_open("a"), "new a");
	out_str(output_open("b"), "new b");
	out_flush_all();
	CHECK(folder_holds("a", "old") && access("b", F_OK));
	output_close_all();
	CHECK(folder_holds("a", "new a") && folder_holds("b", "new b"));
	output_close_all(); /* of nothing */
	CHECK(folder_holds("a", "new a"));
}

static void
when_one_fails_none_appears(void)
{
	folder_put("a", "old");
	DIES("cannot write '/dev/full': No space left on device",
	    out_str(output_open("a"), "new");
	    out_str(output_open("/dev/full"), "x");
	    output_close_all());
	CHECK(folder_holds("a", "old"));
}

static void
an_input_before_and_after(void)
{
	struct wrong w = { "" };

	folder_put("c", "old");
	int fd = open("c", O_RDONLY);
	DIES("cannot write 'c': it is an input too, 'descriptor'", output_open("c"); output_input(fd, "descriptor"));
	CHECK(output_try_input(fd, "c", &w) && output_try_input(fd, "c", &w) && output_try_input_file("/nonexistent", &w));
	DIES("cannot write 'c': it is an input too", output_open("c"));
	CHECK(folder_holds("c", "old"));
	close(fd);
}

static void
what_is_no_file_may_be_both(void)
{
	struct wrong w = { "" };
	int null = open("/dev/null", O_RDWR);

	CHECK(output_try_input(null, "null", &w) && output_try_input_file("no such", &w));
	out_str(output_open("/dev/null"), "x");
	output_close_all();
	close(null);
}

int
main(void)
{
	if (!mkdtemp(folder) || chdir(folder))
		abort();
	RUN(outputs_appear_together);
	RUN(when_one_fails_none_appears);
	RUN(an_input_before_and_after);
	RUN(what_is_no_file_may_be_both);
	folder_remove();
	return test_end();
}
