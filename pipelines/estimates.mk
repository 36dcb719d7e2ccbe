# estimates.mk - the stages of backtest.mk that a system with estimated parameters has besides
#
# Which there are follows the config's use_*_estimates, each by itself:
#
#   raw         raw forecasts of all instruments together, when scalars are estimated
#   forecasts   scaled ones, when their weights or multipliers are: with what each rule alone would have earned, by week
#   sized       positions with all capital in one instrument, when multipliers or instrument weights are: the same of these
#
# A stage starts from the rows of the last one before it. estimates/ holds what was estimated.

estimated = $(filter use_$(1)_estimates=t% use_$(1)_estimates=T%,$(CHOICES))

SCALARS_TOO            := $(call estimated,forecast_scale)
FORECAST_WEIGHTS_TOO   := $(call estimated,forecast_weight)
FDM_TOO                := $(call estimated,forecast_div_mult)
INSTRUMENT_WEIGHTS_TOO := $(call estimated,instrument_weight)
IDM_TOO                := $(call estimated,instrument_div_mult)

RAW       := $(SCALARS_TOO)
FORECASTS := $(FORECAST_WEIGHTS_TOO)$(FDM_TOO)
SIZED     := $(FDM_TOO)$(INSTRUMENT_WEIGHTS_TOO)$(IDM_TOO)

ESTIMATES := $(if $(SCALARS_TOO),forecast_scalars) $(if $(FORECAST_WEIGHTS_TOO),forecast_weights) $(if $(FDM_TOO),fdm) \
	$(if $(INSTRUMENT_WEIGHTS_TOO),instrument_weights) $(if $(IDM_TOO),idm)
ESTIMATES := $(patsubst %,estimates/%.csv,$(strip $(ESTIMATES)))
STALE     := $(filter-out $(ESTIMATES),$(wildcard estimates/*.csv))
ifneq ($(STALE),)
$(shell rm -f $(STALE))
endif

# The steps of each stage, with what is estimated handed over.
FORECAST = st-forecast $(CONFIG) --programs="$$PROGRAMS"
SCALE    = st-scale $(CONFIG) $(if $(SCALARS_TOO),--scalars=estimates/forecast_scalars.csv)
COMBINE  = st-combine $(CONFIG) $(if $(FORECAST_WEIGHTS_TOO),--weights=work/forecast_weights.csv) \
	$(if $(FDM_TOO),--multipliers=estimates/fdm.csv) then st-size $(CONFIG) $(INSTRUMENTS)
IDM      = $(if $(IDM_TOO),--multipliers=estimates/idm.csv)

# From the rows of the last stage before it, each stage's steps to its own; the first begins with the data.
FROM_DATA    = $(FETCH) $(if $(DYNAMIC),--midnight) --part=$*/$(PARTS) | st-chain $(SERIES) then st-carry then \
	st-raw $(CONFIG) --classes=work/classes.csv $(INSTRUMENTS) then $(FORECAST)
TO_FORECASTS = $(if $(RAW),<work/$*.raw.csv st-chain,$(FROM_DATA) then) $(SCALE)
TO_SIZED     = $(if $(FORECASTS),<work/$*.forecasts.csv st-chain,$(TO_FORECASTS) then) $(COMBINE)
TO_ROWS      = $(if $(SIZED),<work/$*.sized.csv st-chain,$(TO_SIZED) then)

# What must be there before them.
DATA_NEED  = work/instruments.csv work/fx.csv work/classes.csv work/rules
SIZED_NEED = $(if $(FORECASTS),work/%.returns.csv,$(if $(RAW),work/%.raw.csv,$(DATA_NEED))) \
	$(filter-out estimates/instrument_weights.csv estimates/idm.csv,$(ESTIMATES))
ROWS_NEED  = $(if $(SIZED),work/%.subsystem.csv,$(SIZED_NEED)) $(ESTIMATES)

work/%.raw.csv: $(DATA_NEED)
	$(call say,raw forecasts $*/$(PARTS))
	$(FROM_DATA) >$@.new
	mv $@.new $@

estimates/forecast_scalars.csv: $(SPLIT:%=work/%.raw.csv)
	$(call say,forecast scalars)
	mkdir -p estimates
	$(call behind,$^) | st-merge | st-scalar $(CONFIG) $(INSTRUMENTS) >$@.new
	mv $@.new $@

# Also work/N.forecasts.csv, with raw forecasts only when rows.csv is to have them, and work/N.costs.csv.
work/%.returns.csv: $(if $(RAW),work/%.raw.csv estimates/forecast_scalars.csv,$(DATA_NEED)) work/brief
	$(call say,forecasts and their returns $*/$(PARTS))
	st-fetch -q --data="$$DATA" $(CONFIG) --adjusted --part=$*/$(PARTS) | st-fx $(CONFIG) $(FX) $(INSTRUMENTS) >work/$*.adjusted.csv
	$(TO_FORECASTS) then st-tee --output=work/$*.forecasts.csv $(if $(BRIEF),--without=raw) then \
		st-returns $(CONFIG) $(INSTRUMENTS) --prices=work/$*.adjusted.csv --costs=work/$*.costs.csv >$@.new
	rm work/$*.adjusted.csv
	mv $@.new $@

# Times of pooled fits lie microseconds after midnight, so that they hold from the next day on.
work/forecast_weights.csv: $(SPLIT:%=work/%.returns.csv)
	$(call say,forecast weights)
	st-fit --forecast $(CONFIG) $(SPLIT:%=--costs=work/%.costs.csv) $^ >$@.new
	mv $@.new $@

estimates/forecast_weights.csv: work/forecast_weights.csv
	mkdir -p estimates
	sed 's/^\([^,.]*\)\.[0-9]*,/\1,/' $< >$@.new
	mv $@.new $@

estimates/fdm.csv: $(SPLIT:%=work/%.returns.csv) $(if $(FORECAST_WEIGHTS_TOO),work/forecast_weights.csv)
	$(call say,forecast diversification multipliers)
	mkdir -p estimates
	$(call behind,$(SPLIT:%=work/%.forecasts.csv)) | st-divmult --forecast $(CONFIG) $(SPLIT:%=--weeks=work/%.returns.csv) \
		$(if $(FORECAST_WEIGHTS_TOO),--weights=work/forecast_weights.csv $(SPLIT:%=--costs=work/%.costs.csv)) >$@.new
	mv $@.new $@

# Also work/N.sized.csv, with forecasts only when rows.csv is to have them, and work/N.subsystem_costs.csv.
work/%.subsystem.csv: $(SIZED_NEED) work/brief
	$(call say,positions and their returns $*/$(PARTS))
	$(TO_SIZED) then st-tee --output=work/$*.sized.csv $(if $(BRIEF),--without=raw --without=forecast) then \
		st-pnl $(CONFIG) $(INSTRUMENTS) $(FX) --subsystem | \
		st-account $(CONFIG) --weekly --costs=work/$*.subsystem_costs.csv >$@.new
	mv $@.new $@

estimates/instrument_weights.csv: $(SPLIT:%=work/%.subsystem.csv)
	$(call say,instrument weights)
	mkdir -p estimates
	st-fit --instrument $(CONFIG) $(SPLIT:%=--costs=work/%.subsystem_costs.csv) $^ >$@.new
	mv $@.new $@

estimates/idm.csv: $(SPLIT:%=work/%.subsystem.csv) work/weights.csv
	$(call say,instrument diversification multiplier)
	mkdir -p estimates
	$(call behind,$(SPLIT:%=work/%.subsystem.csv)) | st-divmult --instrument $(CONFIG) $(WEIGHTS) >$@.new
	mv $@.new $@
