# backtest.mk - the steps from a data folder to accounts, each made again when what it needs has changed
#
# Run by `backtest` in its output folder, which holds config.json and in work/ lists of what else the
# results depend on: data (its files), rules (those that are programs), programs (st itself). From the
# environment: DATA, the folder or archive; PROGRAMS, where rules with a relative path are; BRIEF, when
# accounts alone are wanted.
#
#   weights    which instruments there are from when, for which their first days do
#   rows       prices, a row a business day, to forecasts to positions; from these costs and profit and loss
#
# The instruments are split over as many parts as there were workers in the first run, each part in the
# order of the whole, so that the parts behind one another are what one worker would have written.
# Files are read several times over; of what is doubtful in them that pass warns that reads whole rows of all, with the
# tables of instruments and rates, and the others are quiet.
#
# Every target is written under another name and then renamed: what is there is whole. What the programs of a step warn of is in
# work/warnings/steps, in a file for each target, as old as it: there are warnings of all that is there, whichever run made it.

SHELL       = /bin/bash
.SHELLFLAGS = --norc -eu -o pipefail -c
WARNINGS    = $(CURDIR)/work/warnings/steps
.ONESHELL:
.SECONDARY:
MAKEFLAGS  += --no-builtin-rules

.DEFAULT_GOAL := all

# Empty when a step begins.
export ST_WARNINGS = $(if $@,$(file >$(WARNINGS)/$(subst /,:,$(basename $@)))$(WARNINGS)/$(subst /,:,$(basename $@)))

PARTS := $(file <work/parts)
SPLIT := $(shell seq $(PARTS))
# What the config has of those keys that decide which steps there are: words KEY=VALUE.
CHOICES := $(file <work/choices)
# Positions within buffers are an instrument's own; those optimised together come out of one stream of all.
DYNAMIC := $(filter optimal=dynamic,$(CHOICES))
COMPAT  := $(if $(filter compat=none,$(CHOICES)),,yes)
LIST  := $(if $(DYNAMIC),1,$(SPLIT))
CURVES = $(LIST:%=work/%.curves.csv)
# From when each instrument could be held, which statistics are told of.
FIRSTS = $(SPLIT:%=work/%.first.csv)

CONFIG      = --config=config.json
INSTRUMENTS = --instruments=work/instruments.csv
WEIGHTS     = --weights=work/weights.csv
FX          = --fx=work/fx.csv
FETCH       = st-fetch --data="$$DATA" $(CONFIG) --daily
FIRST       = st-first --quiet --column=fx --column=vol --column=price
STATS       = st-stats $(CONFIG) $(INSTRUMENTS) $(FIRSTS:%=--first=%)
SERIES      = st-fx $(CONFIG) $(FX) $(INSTRUMENTS) then st-vol $(CONFIG)
say         = $(if $(PROGRESS),echo "backtest: $(1)" >&2)
# The parts behind one another, under one header.
behind      = { cat $(firstword $(1)); tail -q -n +2 $(wordlist 2,$(words $(1)),$(1)) </dev/null; }

# Stages and steps of systems with estimated parameters.
include estimates.mk

PICTURES    = $(if $(PLOTS),account.svg account.png)

all: account.csv stats.csv held.csv work/idle.csv $(if $(BRIEF),,$(PICTURES) work/summary rows.csv pnl.csv scalars.csv $(ESTIMATES))

ifneq ($(ACCOUNTS),)
include accounts.mk
endif

# All else depends on these, so that whatever there is to warn of is said again.
work/warnings/steps: config.json work/data work/programs
	rm -rf $@
	mkdir $@

work/instruments.csv: config.json work/data work/programs | work/warnings/steps
	st-fetch instruments --data="$$DATA" $(CONFIG) >$@.new
	mv $@.new $@

# What asset classes do, of all instruments of the folder, when a rule looks at it; else nothing.
work/classes.csv: work/instruments.csv
	if st-class $(CONFIG) --check; then
		$(call say,asset classes)
		st-fetch instruments -q --data="$$DATA" --universe >work/universe.csv
		st-fetch -q --data="$$DATA" $(CONFIG) --daily --universe | st-chain st-vol $(CONFIG) then st-carry then \
			st-class --quiet $(CONFIG) $(INSTRUMENTS) --universe=work/universe.csv >$@.new
	else
		: >$@.new
	fi
	mv $@.new $@

work/fx.csv: config.json work/data work/programs | work/warnings/steps
	st-fetch fx --data="$$DATA" $(CONFIG) >$@.new
	mv $@.new $@

# Each instrument's first row and first values: out of its rows if they are kept, else, when they are not in the first days, out
# of all.
ifneq ($(SIZED),)
$(SPLIT:%=work/%.first.csv): work/%.first.csv: work/%.subsystem.csv
	$(FIRST) work/$*.sized.csv >$@.new
	mv $@.new $@
else
$(SPLIT:%=work/%.first.csv): work/%.first.csv: work/instruments.csv work/fx.csv
	first() {
		$(FETCH) -q --part=$*/$(PARTS) $$1 | st-chain $(SERIES) then $(FIRST) $$2
	}
	first --days=100 --complete >$@.new || { [ $$? = 1 ]; first "" "" >$@.new; }
	mv $@.new $@
endif

# An instrument is there when it has a position; when none is estimated on the way there, that is with these columns.
work/weights.csv: $(if $(SIZED),$(SPLIT:%=work/%.subsystem.csv),$(SPLIT:%=work/%.first.csv)) \
		$(if $(INSTRUMENT_WEIGHTS_TOO),estimates/instrument_weights.csv)
	$(call behind,$(if $(SIZED),$(SPLIT:%=work/%.sized.csv),$(SPLIT:%=work/%.first.csv))) | \
		st-weights $(CONFIG) $(if $(INSTRUMENT_WEIGHTS_TOO),--raw=estimates/instrument_weights.csv) \
		$(if $(SIZED),,--column=fx --column=vol --column=price) >$@.new
	mv $@.new $@

# Prices to positions within buffers; these to profit and loss, on whose way rows and costs are written.
TO_POSITIONS = $(TO_ROWS) st-portfolio $(CONFIG) $(WEIGHTS) $(IDM) $(INSTRUMENTS) then st-buffer $(CONFIG)
TO_PROFITS   = st-idle $(CONFIG) --output=work/$*.idle.csv then $(if $(BRIEF),,st-tee --output=work/$*.rows.csv $(if $(filter-out 1,$*),--no-header-out) then \
	st-cost $(CONFIG) $(INSTRUMENTS) $(WEIGHTS) $(IDM) --output=work/$*.scalars.csv then) \
	st-pnl $(CONFIG) $(INSTRUMENTS) $(FX) $(WEIGHTS) $(IDM) $(if $(BRIEF),,--accounts=work/$*.pnl.csv)

# What positions were made of is left out unless rows.csv is to have it: st-merge holds every row of all instruments.
work/%.exposed.csv: $(ROWS_NEED) work/weights.csv work/brief
	$(call say,forecasts and positions $*/$(PARTS))
	$(TO_POSITIONS) then st-exposure $(CONFIG) $(INSTRUMENTS) $(FX) \
		$(if $(BRIEF),then st-tee --output=$@.new --without=raw --without=forecast >/dev/null,>$@.new)
	mv $@.new $@

# The reference leaves the last week's correlation out of use, so the last day must be known.
work/optimal.csv: $(SPLIT:%=work/%.exposed.csv)
	$(call say,positions optimised together)
	$(call behind,$^) | st-merge >work/merged.csv
	st-optimal $(CONFIG) $(INSTRUMENTS) $(if $(COMPAT),--until="$$(tail -n 1 work/merged.csv | cut -c 1-10)") work/merged.csv | \
		st-merge --by-instrument >$@.new
	rm work/merged.csv
	mv $@.new $@

# Also work/N.idle.csv, and unless accounts alone are wanted: work/N.rows.csv (without a header but in the first), work/N.scalars.csv, work/N.pnl.csv.
$(CURVES): work/%.curves.csv: $(if $(DYNAMIC),work/optimal.csv,$(ROWS_NEED) work/weights.csv) work/brief
	$(call say,$(if $(DYNAMIC),profit and loss,forecasts and positions $*/$(PARTS)))
	rm -f work/$*.rows.csv work/$*.*.tmp
	$(if $(DYNAMIC),st-chain $(TO_PROFITS) <work/optimal.csv,$(TO_POSITIONS) then $(TO_PROFITS)) >$@.new
	$(if $(BRIEF),,stat -c %s work/$*.rows.csv >work/$*.rows.size)
	mv $@.new $@

# Rows are many, so the other parts are put behind the first one where it lies, after anything that a
# broken-off run has put there, and the whole gets a second name.
rows.csv: $(CURVES)
	rm -f $@.new
	[ "$$(stat -c %h work/1.rows.csv)" = 1 ] || { cp work/1.rows.csv $@.new; mv $@.new work/1.rows.csv; }
	truncate -s "$$(<work/1.rows.size)" work/1.rows.csv
	cat $(patsubst %,work/%.rows.csv,$(filter-out 1,$(LIST))) </dev/null >>work/1.rows.csv
	ln -f work/1.rows.csv $@.new
	mv $@.new $@

# Instruments of which nothing is ever held are told of together.
work/idle.csv: $(CURVES)
	$(call behind,$(LIST:%=work/%.idle.csv)) | st-idle --tell $(CONFIG) >$@.new
	mv $@.new $@

pnl.csv: $(CURVES)
	$(call behind,$(LIST:%=work/%.pnl.csv)) >$@.new
	mv $@.new $@

scalars.csv: $(CURVES)
	$(call behind,$(LIST:%=work/%.scalars.csv)) | \
		st-cost --total $(CONFIG) $(LIST:%=--rules=work/%.scalars.csv) >$@.new
	mv $@.new $@

ifneq ($(BRIEF),)
account.csv stats.csv held.csv &: $(CURVES) $(FIRSTS)
	$(STATS) --held=held.csv.new --portfolio --account=account.csv.new $(CURVES) >stats.csv.new
	mv held.csv.new held.csv
	mv account.csv.new account.csv
	mv stats.csv.new stats.csv
else
# Read apart from the statistics, as the pictures take long and should begin early.
account.csv $(PICTURES) &: $(CURVES)
	st-account $(CONFIG) --portfolio $^ >account.csv.new
	mv account.csv.new account.csv
	$(if $(PLOTS),st-plot $(CONFIG) -o account.svg -o account.png account.csv)

stats.csv held.csv work/summary &: $(CURVES) $(FIRSTS)
	$(call say,statistics)
	$(STATS) --held=held.csv.new --summary --output=stats.csv.new $(CURVES) >work/summary.new
	mv held.csv.new held.csv
	mv stats.csv.new stats.csv
	mv work/summary.new work/summary
endif
