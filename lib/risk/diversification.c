#include "risk/diversification.h"

#include <math.h>

double
diversification(int n, const double *correlation, const double *w, double most)
{
	double variance = 0;

	for (int i = 0; i < n; i++) {
		double row = 0;
		for (int j = 0; j < n; j++)
			row += w[j] * correlation[j * n + i];
		variance += row * w[i];
	}
	double risk = sqrt(variance);
	if (isnan(risk) || risk < 1e-7)
		return 1;
	return fmin(1 / risk, most);
}
