#include "order/roll_state.h"

#include <string.h>

#include "order/override.h"

const char *const roll_state_name[ROLL_STATES] = { "No_Roll", "Passive", "Force", "Force_Outright", "Roll_Adjusted",
	"No_Open", "Close" };

/* Of each state a letter, in their order: U is Force_Outright, o No_Open, c Close. */
static const char letter[ROLL_STATES + 1] = "NPFUAoc";

/* The letters of those that may follow, best first, without a position in the priced contract and with one. */
static const char *const following[ROLL_STATES][2] = {
	[ROLL_STATE_NO_ROLL] =        { "APNoc", "PFUNoc" },
	[ROLL_STATE_PASSIVE] =        { "APNoc", "FUPNoc" },
	[ROLL_STATE_FORCE] =          { "APoc", "FUPNoc" },
	[ROLL_STATE_FORCE_OUTRIGHT] = { "APoc", "FUPNoc" },
	[ROLL_STATE_ROLL_ADJUSTED] =  { "N", "A" },
	[ROLL_STATE_NO_OPEN] =        { "NPoc", "NPoc" },
	[ROLL_STATE_CLOSE] =          { "NPco", "NPco" },
};

bool
roll_state_named(struct slice name, enum roll_state *s)
{
	for (int i = 0; i < ROLL_STATES; i++)
		if (slice_is(name, roll_state_name[i])) {
			*s = (enum roll_state)i;
			return true;
		}
	return false;
}

int
roll_state_next(enum roll_state now, int64_t held, enum roll_state next[ROLL_STATES])
{
	const char *list = following[now][held != 0];
	int n = 0;

	for (; list[n]; n++)
		next[n] = (enum roll_state)(strchr(letter, list[n]) - letter);
	return n;
}

static bool
ours(enum roll_state s)
{
	return s == ROLL_STATE_NO_OPEN || s == ROLL_STATE_CLOSE;
}

bool
roll_state_check(enum roll_state now, enum roll_state to, int64_t held, const char *by, const char *set_by, struct wrong *w)
{
	if (!strchr(following[now][held != 0], letter[to]))
		return wrong_say(w, "%s may not follow %s %s a position in the priced contract", roll_state_name[to],
		    roll_state_name[now], held ? "with" : "without");
	if (ours(now) && to != now && by && (!set_by || strcmp(by, set_by) != 0))
		return wrong_say(w, "%s was set by %s: \"%s\" may not change it", roll_state_name[now], set_by ? set_by : "a person", by);
	return true;
}

bool
roll_state_forced(enum roll_state s)
{
	return s == ROLL_STATE_FORCE || s == ROLL_STATE_FORCE_OUTRIGHT;
}

bool
roll_state_active(enum roll_state s)
{
	return roll_state_forced(s) || s == ROLL_STATE_ROLL_ADJUSTED;
}

double
roll_state_override(enum roll_state s)
{
	return s == ROLL_STATE_CLOSE ? OVERRIDE_CLOSE : s == ROLL_STATE_NO_OPEN ? OVERRIDE_REDUCE_ONLY : OVERRIDE_NONE;
}
