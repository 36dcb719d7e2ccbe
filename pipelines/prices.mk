# prices.mk - from contracts' prices to roll calendars, multiple prices and adjusted prices
#
#   make -f prices.mk DATA=D OUT=O [NOW='YYYY-MM-DD HH:MM:SS'] [CODES='CORN GOLD'] [-j N] [-k]
#
# reads D/contract_prices_csv/CODE_YYYYMM00.csv and D/csvconfig/rollconfig.csv and writes
#
#   O/roll_calendars_csv/CODE.csv    when to roll, on days when both contracts have prices
#   O/multiple_prices_csv/CODE.csv   prices of the contract held, of carry's and of the next
#   O/adjusted_prices_csv/CODE.csv   stitched (panama)
#
# each in pysystemtrade's own format, and again only when something it depends on has changed: a new day's
# file of one contract re-makes that instrument alone. A calendar edited by hand makes what depends on it
# anew, and is itself made anew when a contract's file changes. An instrument that fails stops make, unless it
# is told to go on (-k).
# NOW says until when the last contract of a calendar is held: five days after it, or after the last price
# when NOW isn't given.

SHELL       = /bin/bash
.SHELLFLAGS = -eu -o pipefail -c
.SECONDEXPANSION:
.DELETE_ON_ERROR:
MAKEFLAGS  += --no-builtin-rules

ifeq ($(and $(DATA),$(OUT)),)
$(error usage: make -f prices.mk DATA=FOLDER OUT=FOLDER [NOW=TIME] [CODES='CODE ...'] [-j N] [-k])
endif

# In the source tree the programs are those built there.
HERE := $(dir $(realpath $(lastword $(MAKEFILE_LIST))))
ST_BIN ?= $(HERE)../build/bin
export PATH := $(if $(wildcard $(ST_BIN)/st-roll),$(ST_BIN):)$(PATH)
export LC_ALL := C

ROLLS    := $(DATA)/csvconfig/rollconfig.csv
# Before make 4.4 $(shell) does not see exports.
PROGRAMS := $(shell PATH='$(PATH)'; command -v st-fetch st-calendar st-roll st-adjust)
CODES    ?= $(shell PATH='$(PATH)'; st-fetch --data='$(DATA)' --contracts --list)
FETCH     = st-fetch --data='$(DATA)' --contracts $*
files     = $(wildcard $(DATA)/contract_prices_csv/$(1)_[0-9][0-9][0-9][0-9][0-9][0-9]*.csv)

all: $(CODES:%=$(OUT)/adjusted_prices_csv/%.csv)
	$(if $(CODES),,$(error no contracts in '$(DATA)/contract_prices_csv'))

$(OUT)/.contracts $(OUT)/roll_calendars_csv $(OUT)/multiple_prices_csv $(OUT)/adjusted_prices_csv:
	@mkdir -p '$@'

# Which contracts there are: one that goes away makes no file newer.
$(OUT)/.contracts/%: always | $(OUT)/.contracts
	@printf '%s\n' $(notdir $(call files,$*)) | cmp -s - '$@' || printf '%s\n' $(notdir $(call files,$*)) >'$@'

$(OUT)/roll_calendars_csv/%.csv: $$(call files,$$*) $(OUT)/.contracts/% $(ROLLS) $(PROGRAMS) | $(OUT)/roll_calendars_csv
	@$(FETCH) | st-calendar adjust --rolls='$(ROLLS)' --files='$(@D)'

# The last contract held has no roll yet: a row after the end of the data lets its prices in.
$(OUT)/multiple_prices_csv/%.csv: $(OUT)/roll_calendars_csv/%.csv | $(OUT)/multiple_prices_csv
	@now='$(NOW)'; [ -n "$$now" ] || now=$$($(FETCH) | awk -F, 'NR > 1 && $$1 > last { last = $$1 } END { print last }'); \
		$(FETCH) | st-roll build --files='$(@D)' \
			--calendar=<($(FETCH) | st-calendar adjust -q --rolls='$(ROLLS)' --calendar='$<' --now="$$now")

$(OUT)/adjusted_prices_csv/%.csv: $(OUT)/multiple_prices_csv/%.csv | $(OUT)/adjusted_prices_csv
	@st-fetch --data='$(OUT)' --no-adjusted $* | st-adjust --files='$(@D)'

.PHONY: all always
.SECONDARY:
