/*
 * deflated_sharpe - is a Sharpe ratio more than the best of many trials would have by luck?
 *
 * Sharpe ratios are a period's: mean return over standard deviation. Bailey and López de
 * Prado, The Deflated Sharpe Ratio: Correcting for Selection Bias, Backtest Overfitting and
 * Non-Normality, Journal of Portfolio Management 40(5), 2014.
 */
#ifndef ST_MATHS_DEFLATED_SHARPE_H
#define ST_MATHS_DEFLATED_SHARPE_H

/* The Sharpe ratio expected of the best of `trials` independent ones without any skill, whose ratios vary by `variance`. */
double deflated_sharpe_expected_maximum(double variance, double trials);

/*
 * The probability that the true Sharpe ratio is above `above`, when n returns of this skew and
 * kurtosis (the normal distribution's is 3) have `sharpe`; NaN when there is none.
 */
double deflated_sharpe(double sharpe, double above, double n, double skew, double kurtosis);

#endif
