# backtest.mk - the steps from a data folder to accounts, each made again when what it needs has changed
#
# Run by `backtest` in its output folder, which holds config.json and work/data (a list of the data's
# files). From the environment: DATA, the folder or archive; PROGRAMS, where exec: rules are; WORKERS.
#
#   prices     what each instrument's files give: a row a business day, with FX rate, vol and carry
#   weights    which instruments there are from when
#   rows       forecasts, positions; from these costs and profit and loss
#
# The instruments are split over as many parts as there are workers, each part in the order of the
# whole, so that the parts behind one another are what one worker would have written.

SHELL       = /bin/bash
.SHELLFLAGS = -eu -o pipefail -c
.DELETE_ON_ERROR:
.SECONDARY:
MAKEFLAGS  += --no-builtin-rules

# The number of parts stays what the first run made it.
PARTS := $(shell cat work/parts 2>/dev/null || { echo $(WORKERS) >work/parts; echo $(WORKERS); })
LIST  := $(shell seq $(PARTS))

CONFIG      = --config=config.json
INSTRUMENTS = --instruments=work/instruments.csv
WEIGHTS     = --weights=work/weights.csv
FX          = --fx=work/fx.csv
say         = $(if $(PROGRESS),@echo "backtest: $(1)" >&2)
# The parts behind one another, under one header.
behind      = { cat $(firstword $(1)); for part in $(wordlist 2,$(words $(1)),$(1)); do tail -n +2 $$part; done; }

all: account.csv $(if $(PLOTS),account.svg) stats.csv rows.csv pnl.csv scalars.csv work/summary

work/instruments.csv: config.json work/data
	st-fetch --data="$$DATA" $(CONFIG) --instruments >$@

work/fx.csv: config.json work/data
	st-fetch --data="$$DATA" $(CONFIG) --fx >$@

$(LIST:%=work/%.first.csv): work/%.first.csv: work/instruments.csv work/fx.csv
	$(call say,prices $*/$(PARTS))
	st-fetch --data="$$DATA" $(CONFIG) --daily --part=$*/$(PARTS) | \
	st-chain st-fx $(CONFIG) $(FX) $(INSTRUMENTS) then st-vol $(CONFIG) then st-carry then \
		st-tee --output=work/$*.prices.csv then st-first --column=fx --column=vol --column=price >$@

work/weights.csv: $(LIST:%=work/%.first.csv)
	$(call behind,$^) | st-weights $(CONFIG) --column=fx --column=vol --column=price >$@

$(LIST:%=work/%.curves.csv): work/%.curves.csv: work/%.first.csv work/weights.csv
	$(call say,forecasts and positions $*/$(PARTS))
	st-chain \
		st-forecast $(CONFIG) --programs="$$PROGRAMS" then st-scale $(CONFIG) then st-combine $(CONFIG) then \
		st-size $(CONFIG) $(INSTRUMENTS) then st-portfolio $(CONFIG) $(WEIGHTS) $(INSTRUMENTS) then st-buffer $(CONFIG) then \
		st-tee --output=work/$*.rows.csv $(if $(filter-out 1,$*),--no-header-out) then \
		st-cost $(CONFIG) $(INSTRUMENTS) $(WEIGHTS) --output=work/$*.scalars.csv then \
		st-pnl $(CONFIG) $(INSTRUMENTS) $(FX) $(WEIGHTS) <work/$*.prices.csv >$@
	st-account $(CONFIG) $@ >work/$*.pnl.csv

# Rows are many: the first part becomes the whole. Should rows.csv be wanted once more, the parts are made again.
rows.csv: $(LIST:%=work/%.curves.csv)
	[ -f work/1.rows.csv ] || $(MAKE) -s -f $(firstword $(MAKEFILE_LIST)) -B $^
	cat $(patsubst %,work/%.rows.csv,$(filter-out 1,$(LIST))) </dev/null >>work/1.rows.csv
	rm -f $(patsubst %,work/%.rows.csv,$(filter-out 1,$(LIST)))
	mv work/1.rows.csv $@

scalars.csv: $(LIST:%=work/%.curves.csv)
	$(call behind,$(LIST:%=work/%.scalars.csv)) | st-cost --total $(CONFIG) >$@

pnl.csv: $(LIST:%=work/%.curves.csv)
	$(call behind,$(LIST:%=work/%.pnl.csv)) >$@

account.csv: $(LIST:%=work/%.curves.csv)
	st-account $(CONFIG) --portfolio $^ >$@

stats.csv work/summary &: $(LIST:%=work/%.curves.csv)
	$(call say,statistics)
	st-stats $(CONFIG) --summary --output=stats.csv $^ >work/summary

account.svg: account.csv
	st-plot $(CONFIG) -o account.svg -o account.png $<
