#include "vendor/adapter_intake.h"

#include <stdlib.h>
#include <string.h>

#include "base/die.h"
#include "base/nearest.h"
#include "time/date_format.h"

static _Noreturn void
no_such_column(const struct adapter *a, const char *name)
{
	struct nearest near = nearest_to(slice_of(name));
	bool series = a->intake.series;

	for (int i = 0; i < BAR_VALUES; i++)
		if (!series || i == BAR_FINAL)
			nearest_try(&near, bar_names[i]);
	die("%s: no column of ours%s: '%s'%s", adapter_place(a, "columns"), series ? " beside PRICE" : "", name, nearest_said(&near));
}

static void
set_columns(struct adapter *a)
{
	const json_t *columns = json_object_get(a->root, "columns");
	struct intake *k = &a->intake;
	const char *name;
	json_t *v;

	if (columns && !json_is_null(columns) && !json_is_object(columns))
		die("%s: 'columns' is of the wrong kind", adapter_place(a, "columns"));
	for (int i = 0; !json_is_object(columns) && i < BAR_VALUES; i++)
		k->column[i] = (struct intake_names){ { bar_names[i] }, 1 };
	k->series = json_object_get(columns, "PRICE");
	json_object_foreach((json_t *)columns, name, v) {
		int i = k->series && strcmp(name, "PRICE") == 0 ? BAR_FINAL : 0;
		while (!k->series && i < BAR_VALUES && strcmp(name, bar_names[i]) != 0)
			i++;
		if (i == BAR_VALUES || (k->series && i != BAR_FINAL))
			no_such_column(a, name);
		if (!intake_names_read(&k->column[i], v))
			die("%s: '%s' is of the wrong kind", adapter_place(a, "columns"), name);
	}
	if (!k->column[BAR_FINAL].n)
		die("%s: neither FINAL nor PRICE", adapter_place(a, "columns"));
}

/* +hh:mm as seconds; false when it is something else, or more than half a day. */
static bool
offset(const char *s, int *seconds)
{
	if (strlen(s) != 6 || strspn(s, "+-") != 1 || strspn(s + 1, "0123456789") != 2 || s[3] != ':' ||
	    strspn(s + 4, "0123456789") != 2)
		return false;
	*seconds = (atoi(s + 1) * 60 + atoi(s + 4)) * (*s == '-' ? -60 : 60);
	return abs(*seconds) <= 14 * 3600 && atoi(s + 4) < 60;
}

/* true, or how far east of UTC the dates are: "+01:00". */
static void
set_days(struct adapter *a)
{
	const json_t *v = json_object_get(a->root, "days");
	const char *s = json_is_string(v) ? json_string_value(v) : "";

	if (!v || json_is_null(v) || json_is_boolean(v)) {
		a->intake.days = json_is_true(v);
		return;
	}
	if (!offset(s, &a->intake.east))
		die("%s: 'days' is neither true nor as +01:00", adapter_place(a, "days"));
	a->intake.days = true;
}

/* A power of ten as its exponent; 0 for another number. */
static int
power_of_ten(json_int_t x)
{
	int n = 0;

	for (; x >= 10 && x % 10 == 0; x /= 10)
		n++;
	return x == 1 ? n : 0;
}

static void
set_suffixes(struct adapter *a)
{
	const json_t *all = json_object_get(a->root, "suffixes");
	json_t *powers = json_object();
	const char *name;
	json_t *v;

	if (all && !json_is_null(all) && !json_is_object(all))
		die("%s: 'suffixes' is of the wrong kind", adapter_place(a, "suffixes"));
	json_object_foreach((json_t *)all, name, v) {
		int n = power_of_ten(json_integer_value(v));
		if (n == 0 || !*name || strpbrk(name, "0123456789.,+-"))
			die("%s: '%s': not letters that mean a power of ten", adapter_place(a, "suffixes"), name);
		json_object_set_new(powers, name, json_integer(n));
	}
	a->intake.suffixes = powers;
}

static void
check_intake(const struct adapter *a)
{
	const struct intake *k = &a->intake;
	const char *wrong;

	for (int i = 0; i < k->date_format.n; i++)
		if ((wrong = date_format_wrong(k->date_format.v[i])))
			die("%s: 'date_format' has %s: \"%s\"", adapter_place(a, "date_format"), wrong, k->date_format.v[i]);
	if (strchr("\"\r\n ", k->delimiter) || (k->delimiter >= '0' && k->delimiter <= '9'))
		die("%s: 'delimiter' can't be that", adapter_place(a, "delimiter"));
	if (!strchr(".,", k->decimal) || strchr(k->thousands, k->decimal))
		die("%s: 'decimal' is neither a point nor a comma, or is one of 'thousands'",
		    adapter_place(a, json_object_get(a->root, "decimal") ? "decimal" : "thousands"));
}

void
adapter_intake(struct adapter *a)
{
	check_intake(a);
	set_days(a);
	set_suffixes(a);
	if (a->intake.format != INTAKE_ARCHIVE)
		set_columns(a);
}
