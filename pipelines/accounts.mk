# accounts.mk - the accounts that backtest.mk makes on request (--accounts), in accounts/
#
#   subsystem.csv        what each instrument would earn with all capital in it; subsystem_stats.csv
#   forecast_stats.csv   each rule in each instrument alone, with all capital; in the place of the portfolio their sum
#   rules.csv            what each rule earned in the system, without rounding and buffers; rule_stats.csv
#   multipliers.csv      the capital multiplier; with it actual.csv, the rows of an account that compounds,
#                        actual_account.csv and actual_stats.csv
#
# Cash flows of rules are many, and are piped on and not kept.

ACCOUNT_FILES = subsystem.csv subsystem_stats.csv forecast_stats.csv rules.csv rule_stats.csv \
	multipliers.csv actual.csv actual_account.csv actual_stats.csv

all: $(ACCOUNT_FILES:%=accounts/%)

SCALARS_OF = $(LIST:%=--costs=work/%.scalars.csv)
RULE_PNL   = st-rule-pnl $(CONFIG) $(INSTRUMENTS) --prices=work/adjusted.csv $(SCALARS_OF)
MULTIPLIER = --capital-multiplier=accounts/multipliers.csv

accounts/subsystem.csv accounts/subsystem_stats.csv &: rows.csv
	mkdir -p accounts
	st-pnl $(CONFIG) $(INSTRUMENTS) $(FX) --subsystem --accounts=accounts/subsystem.csv.new rows.csv >work/subsystem_curves.csv.new
	mv work/subsystem_curves.csv.new work/subsystem_curves.csv
	$(STATS) work/subsystem_curves.csv >accounts/subsystem_stats.csv.new
	mv accounts/subsystem_stats.csv.new accounts/subsystem_stats.csv
	mv accounts/subsystem.csv.new accounts/subsystem.csv

work/adjusted.csv: work/instruments.csv work/fx.csv
	st-fetch -q --data="$$DATA" $(CONFIG) --adjusted | st-fx $(CONFIG) $(FX) $(INSTRUMENTS) >$@.new
	mv $@.new $@

work/rule_weights.csv: rows.csv work/weights.csv
	st-rule-weights $(CONFIG) $(WEIGHTS) $(IDM) $(if $(FORECAST_WEIGHTS_TOO),--forecast-weights=work/forecast_weights.csv) \
		$(if $(FDM_TOO),--forecast-multipliers=estimates/fdm.csv) rows.csv >$@.new
	mv $@.new $@

accounts/forecast_stats.csv: rows.csv work/adjusted.csv
	$(call say,accounts of forecasts)
	mkdir -p accounts
	$(RULE_PNL) rows.csv | $(STATS) >$@.new
	mv $@.new $@

accounts/rules.csv accounts/rule_stats.csv: accounts/rule%.csv: rows.csv work/adjusted.csv work/rule_weights.csv
	$(call say,accounts of rules)
	mkdir -p accounts
	$(RULE_PNL) --weights=work/rule_weights.csv rows.csv | \
		$(if $(filter s,$*),st-account $(CONFIG),$(STATS)) --by=rule >$@.new
	mv $@.new $@

accounts/multipliers.csv: $(CURVES)
	mkdir -p accounts
	st-compound $(CONFIG) $^ >$@.new
	mv $@.new $@

accounts/actual.csv work/actual_curves.csv &: rows.csv accounts/multipliers.csv
	st-chain st-actual $(CONFIG) $(MULTIPLIER) then st-tee --output=accounts/actual.csv then \
		st-pnl $(CONFIG) $(INSTRUMENTS) $(FX) $(WEIGHTS) $(IDM) --actual <rows.csv >work/actual_curves.csv.new
	mv work/actual_curves.csv.new work/actual_curves.csv

accounts/actual_account.csv: work/actual_curves.csv
	st-account $(CONFIG) --portfolio $(MULTIPLIER) $< >$@.new
	mv $@.new $@

accounts/actual_stats.csv: work/actual_curves.csv
	$(STATS) $(MULTIPLIER) $< >$@.new
	mv $@.new $@
