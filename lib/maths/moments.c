#include "maths/moments.h"

#include <math.h>

#include "base/mem.h"
#include "base/num.h"

struct moments
moments_new(int days)
{
	return (struct moments){ .days = days, .rows = days, .v = mem_alloc((size_t)days, sizeof *(struct moments){ 0 }.v),
		.previous = num_missing() };
}

/* Kahan's sums; what is lost on the way in and on the way out is kept apart. */
static void
add_powers(struct moments *m, double sign, double x, double *lost)
{
	double power = sign * x;

	for (int i = 0; i < MOMENTS; i++, power *= x) {
		double y = power - lost[i], t = m->sum[i] + y;
		lost[i] = t - m->sum[i] - y;
		m->sum[i] = t;
	}
}

static void
value_in(struct moments *m, double x)
{
	m->n++;
	add_powers(m, 1, x, m->lost_in);
	m->same = x == m->previous ? m->same + 1 : 1;
	m->previous = x;
}

static void
value_out(struct moments *m, double x)
{
	m->n--;
	add_powers(m, -1, x, m->lost_out);
}

void
moments_next(struct moments *m, int day, double x)
{
	for (; m->held && m->v[m->oldest].day <= day - m->days; m->held--) {
		if (isfinite(m->v[m->oldest].x))
			value_out(m, m->v[m->oldest].x);
		m->oldest = m->oldest + 1 == m->rows ? 0 : m->oldest + 1;
	}
	int at = m->oldest + m->held++;
	m->v[at < m->rows ? at : at - m->rows] = (struct moments_at){ day, x };
	if (isfinite(x))
		value_in(m, x);
}

double
moments_skew(const struct moments *m)
{
	double n = m->n, a = m->sum[0] / n, b = m->sum[1] / n - a * a;

	if (m->n < 3)
		return num_missing();
	if (m->same >= m->n)
		return 0;
	if (b <= 1e-14)
		return num_missing();
	double c = m->sum[2] / n - a * a * a - 3 * a * b, r = sqrt(b);
	return sqrt(n * (n - 1)) * c / ((n - 2) * r * r * r);
}

double
moments_kurtosis(const struct moments *m)
{
	double n = m->n, a = m->sum[0] / n, b = m->sum[1] / n - a * a;

	if (m->n < 4)
		return num_missing();
	if (m->same >= m->n)
		return -3;
	if (b <= 1e-14)
		return num_missing();
	double c = m->sum[2] / n - a * a * a - 3 * a * b;
	double d = m->sum[3] / n - a * a * a * a - 6 * b * a * a - 4 * c * a;
	double k = (n * n - 1) * d / (b * b) - 3 * ((n - 1) * (n - 1));
	return k / ((n - 2) * (n - 3));
}
