/* student - Student's t distribution */
#ifndef ST_MATHS_STUDENT_H
#define ST_MATHS_STUDENT_H

/*
 * The probability that |T| > |t| for Student's T with df degrees of freedom (a whole
 * number above 0); NaN when t is, or df is not. The same bits on every machine.
 */
double student_p_value(double t, int df);

#endif
