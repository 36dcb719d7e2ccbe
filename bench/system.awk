# system.awk - a system of 6 ewmac rules and carry with equal weights on the instruments read, one a line
{ code[++n] = $1 }

function rule(name, fast, scalar) {
	printf "  %s: {function: rules.ewmac, data: [rawdata.get_daily_prices, rawdata.daily_returns_volatility], ", name
	printf "other_args: {Lfast: %d, Lslow: %d}, forecast_scalar: %s}\n", fast, 4 * fast, scalar
}

END {
	print "trading_rules:"
	rule("ewmac2_8", 2, 10.6); rule("ewmac4_16", 4, 7.5); rule("ewmac8_32", 8, 5.3)
	rule("ewmac16_64", 16, 3.75); rule("ewmac32_128", 32, 2.65); rule("ewmac64_256", 64, 1.87)
	print "  carry: {function: rules.carry, data: [rawdata.raw_carry], other_args: {smooth_days: 90}, forecast_scalar: 30.0}"
	print "forecast_weights: {ewmac2_8: 0.0833, ewmac4_16: 0.0833, ewmac8_32: 0.0833, ewmac16_64: 0.0833,"
	print "  ewmac32_128: 0.0834, ewmac64_256: 0.0834, carry: 0.5}"
	print "forecast_div_multiplier: 1.31\ninstrument_div_multiplier: 1.89"
	print "percentage_vol_target: 20.0\nnotional_trading_capital: 50000000\nbase_currency: USD\ninstrument_weights:"
	for (i = 1; i <= n; i++)
		printf "  %s: %.17g\n", code[i], 1 / n
}
