# prices.mk - the steps from contracts' prices to adjusted prices, each made again when what it needs has changed
#
# Run by `prices` in its output folder, which holds in .prices/of/CODE a list of what an instrument's calendar depends on.
# CODES are names of instruments, in harmless letters; from the environment come DATA, the folder, and NOW, until
# when the last contract of a calendar is held, or nothing.
#
#   roll_calendars_csv/CODE.csv    when to roll, on days when both contracts have prices
#   multiple_prices_csv/CODE.csv   prices of the contract held, of carry's and of the next
#   adjusted_prices_csv/CODE.csv   stitched (panama)
#
# each in pysystemtrade's own format: a new day's file of one contract re-makes that instrument alone. A calendar edited by
# hand makes what depends on it anew, and is itself made anew when a contract's file changes.

SHELL       = /bin/bash
.SHELLFLAGS = --norc -eu -o pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS  += --no-builtin-rules

.PHONY: all

ifndef PRICES
# By itself, as make -f prices.mk DATA=FOLDER OUT=FOLDER [NOW=TIME] [CODES='CODE ...'], it is `prices`.
ifeq ($(and $(DATA),$(OUT)),)
$(error usage: make -f prices.mk DATA=FOLDER OUT=FOLDER [NOW=TIME] [CODES='CODE ...']; or see prices --help)
endif
export DATA OUT NOW CODES
HERE := $(dir $(realpath $(lastword $(MAKEFILE_LIST))))

all:
	@unset MAKEFLAGS MFLAGS MAKELEVEL
	exec '$(HERE)prices' -d "$$DATA" -o "$$OUT" $${NOW:+--now "$$NOW"} -- $$CODES

.ONESHELL:
else

all: $(CODES:%=adjusted_prices_csv/%.csv)

# What the programs of a step warn of, in a file for each target, as old as it; empty when a step begins.
WARNINGS = $(CURDIR)/.prices/warnings
export ST_WARNINGS = $(if $@,$(file >$(WARNINGS)/$(subst /,:,$(basename $@)))$(WARNINGS)/$(subst /,:,$(basename $@)))

ROLLS = "$$DATA/csvconfig/rollconfig.csv"
# A program doesn't know that the one before it has failed: only what a whole pipe has made is put in its place.
MADE  = .prices/made/$(@D)
FETCH = st-fetch contracts --data="$$DATA" $*

roll_calendars_csv multiple_prices_csv adjusted_prices_csv:
	mkdir -p $@

roll_calendars_csv/%.csv: .prices/of/% | roll_calendars_csv
	$(FETCH) | st-calendar adjust --rolls=$(ROLLS) --files=$(MADE) && mv $(MADE)/$*.csv $@

# The last contract held has no roll yet: a row after the end of the data lets its prices in.
multiple_prices_csv/%.csv: roll_calendars_csv/%.csv | multiple_prices_csv
	now=$$NOW; [ -n "$$now" ] || now=$$($(FETCH) | awk -F, 'NR > 1 && $$1 > last { last = $$1 } END { print last }'); \
		$(FETCH) | st-roll build --files=$(MADE) \
			--calendar=<($(FETCH) | st-calendar adjust -q --rolls=$(ROLLS) --calendar=$< --now="$$now") && \
		mv $(MADE)/$*.csv $@

adjusted_prices_csv/%.csv: multiple_prices_csv/%.csv | adjusted_prices_csv
	st-fetch prices --data=. --no-adjusted $* | st-adjust --files=$(MADE) && mv $(MADE)/$*.csv $@

.SECONDARY:
endif
