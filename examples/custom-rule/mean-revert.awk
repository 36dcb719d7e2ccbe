#!/usr/bin/awk -f
# mean-revert.awk - a trading rule: against the move away from the mean of the last days
#
#   $ printf 'time,adjusted,vol\n2020-01-01,100,1\n2020-01-02,103,1\n' | ./mean-revert.awk
#   time,forecast
#   2020-01-01,0
#   2020-01-02,-1.125
#
# In: time, price, daily volatility. Out: a row for each, empty where there is nothing to say.
BEGIN {
	FS = OFS = ","
	keep = 3 / 5 # of the mean, from day to day: a span of 4 days
	print "time", "forecast"
}

NR == 1 {
	next
}

{
	forecast = ""
	if ($2 != "") {
		# A mean that weighs what there is, so that it is right from the first day.
		sum = keep * sum + $2
		weight = keep * weight + 1
		if ($3 > 0)
			forecast = sprintf("%.15g", (sum / weight - $2) / $3)
	}
	print $1, forecast
}
