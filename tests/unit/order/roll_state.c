#include "order/roll_state.h"

#include "order/override.h"
#include "test.h"

static bool
may(enum roll_state now, enum roll_state to, int64_t held)
{
	struct wrong w;

	return roll_state_check(now, to, held, NULL, NULL, &w);
}

/* The reference's table, our two states behind those that it names. */
static bool
follow(enum roll_state now, int64_t held, const char *names)
{
	enum roll_state next[ROLL_STATES];
	char text[128] = "";
	int n = roll_state_next(now, held, next);

	for (int i = 0; i < n; i++) {
		strcat(text, i ? " " : "");
		strcat(text, roll_state_name[next[i]]);
	}
	for (int to = 0, found; to < ROLL_STATES; to++) {
		found = 0;
		for (int i = 0; i < n; i++)
			found += (int)next[i] == to;
		if (found > 1 || may(now, (enum roll_state)to, held) != found)
			return false;
	}
	return strcmp(text, names) == 0;
}

static void
without_a_position(void)
{
	CHECK(follow(ROLL_STATE_NO_ROLL, 0, "Roll_Adjusted Passive No_Roll No_Open Close"));
	CHECK(follow(ROLL_STATE_PASSIVE, 0, "Roll_Adjusted Passive No_Roll No_Open Close"));
	CHECK(follow(ROLL_STATE_FORCE, 0, "Roll_Adjusted Passive No_Open Close"));
	CHECK(follow(ROLL_STATE_FORCE_OUTRIGHT, 0, "Roll_Adjusted Passive No_Open Close"));
	CHECK(follow(ROLL_STATE_ROLL_ADJUSTED, 0, "No_Roll"));
	CHECK(follow(ROLL_STATE_NO_OPEN, 0, "No_Roll Passive No_Open Close"));
	CHECK(follow(ROLL_STATE_CLOSE, 0, "No_Roll Passive Close No_Open"));
}

static void
with_a_position(void)
{
	CHECK(follow(ROLL_STATE_NO_ROLL, -3, "Passive Force Force_Outright No_Roll No_Open Close"));
	CHECK(follow(ROLL_STATE_PASSIVE, 2, "Force Force_Outright Passive No_Roll No_Open Close"));
	CHECK(follow(ROLL_STATE_FORCE, 2, "Force Force_Outright Passive No_Roll No_Open Close"));
	CHECK(follow(ROLL_STATE_FORCE_OUTRIGHT, 2, "Force Force_Outright Passive No_Roll No_Open Close"));
	CHECK(follow(ROLL_STATE_ROLL_ADJUSTED, 2, "Roll_Adjusted"));
	CHECK(follow(ROLL_STATE_NO_OPEN, 2, "No_Roll Passive No_Open Close"));
	CHECK(follow(ROLL_STATE_CLOSE, 2, "No_Roll Passive Close No_Open"));
}

static void
refused(void)
{
	struct wrong w;

	CHECK(!roll_state_check(ROLL_STATE_NO_ROLL, ROLL_STATE_ROLL_ADJUSTED, 2, NULL, NULL, &w));
	CHECK(strcmp(w.text, "Roll_Adjusted may not follow No_Roll with a position in the priced contract") == 0);
	CHECK(!roll_state_check(ROLL_STATE_ROLL_ADJUSTED, ROLL_STATE_CLOSE, 0, NULL, NULL, &w));
	CHECK(strcmp(w.text, "Close may not follow Roll_Adjusted without a position in the priced contract") == 0);
}

static void
left_by_who_set_it(void)
{
	struct wrong w;

	CHECK(roll_state_check(ROLL_STATE_NO_OPEN, ROLL_STATE_NO_ROLL, 2, NULL, "expiry", &w));
	CHECK(roll_state_check(ROLL_STATE_NO_OPEN, ROLL_STATE_PASSIVE, 2, "expiry", "expiry", &w));
	CHECK(!roll_state_check(ROLL_STATE_CLOSE, ROLL_STATE_NO_ROLL, 2, "volume", "expiry", &w));
	CHECK(strcmp(w.text, "Close was set by expiry: \"volume\" may not change it") == 0);
	CHECK(!roll_state_check(ROLL_STATE_CLOSE, ROLL_STATE_NO_OPEN, 2, "volume", NULL, &w));
	CHECK(strcmp(w.text, "Close was set by a person: \"volume\" may not change it") == 0);
	CHECK(roll_state_check(ROLL_STATE_PASSIVE, ROLL_STATE_FORCE, 2, "volume", NULL, &w));
}

static void
what_states_mean(void)
{
	for (int s = 0; s < ROLL_STATES; s++) {
		bool forced = s == ROLL_STATE_FORCE || s == ROLL_STATE_FORCE_OUTRIGHT;
		CHECK(roll_state_forced((enum roll_state)s) == forced);
		CHECK(roll_state_active((enum roll_state)s) == (forced || s == ROLL_STATE_ROLL_ADJUSTED));
		CHECK(roll_state_override((enum roll_state)s) == (s == ROLL_STATE_NO_OPEN ? OVERRIDE_REDUCE_ONLY :
		    s == ROLL_STATE_CLOSE ? OVERRIDE_CLOSE : OVERRIDE_NONE));
	}
}

static void
named(void)
{
	enum roll_state s = ROLL_STATE_CLOSE;

	for (int i = 0; i < ROLL_STATES; i++)
		CHECK(roll_state_named(slice_of(roll_state_name[i]), &s) && (int)s == i);
	CHECK(!roll_state_named(slice_of("no_roll"), &s) && s == ROLL_STATE_CLOSE);
}

int
main(void)
{
	RUN(without_a_position);
	RUN(with_a_position);
	RUN(refused);
	RUN(left_by_who_set_it);
	RUN(what_states_mean);
	RUN(named);
	return test_end();
}
