/*
 * diversification - how much less risky assets are together than each alone
 *
 * One over the risk of the weights, the assets being of a risk of 1 each: what FDM, IDM and handcrafting lever by.
 * Source: pysystemtrade, sysquant/estimators/diversification_multipliers.py.
 */
#ifndef ST_RISK_DIVERSIFICATION_H
#define ST_RISK_DIVERSIFICATION_H

/* How much n assets of these weights can be levered for the same risk, at most `most`; 1 where their risk is unknown or none. */
double diversification(int n, const double *correlation, const double *w, double most);

#endif
