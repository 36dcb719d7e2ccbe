# st: GNU make, no configure.
#
#   make run        install what is missing, build, and backtest the bundled system
#   make check      install what the tests need and run every test
#   make            build;  make install PREFIX=… DESTDIR=…;  make uninstall
#   make check-asan every test again under the address and undefined behaviour sanitizers
#   make check-long every call of every program failing in turn, and longer fuzzing: half an hour and more
#   make fuzz       the fuzzers for FUZZ seconds each;  make bench: speed;  make dist: a tarball
#
# A program appears by dropping tools/ROOM/st-x.c and man/st-x.1, a module of the library by dropping lib/ROOM/x.c;
# there is no list to edit but lib/ROOMS, which says what rooms there are.

PREFIX  = /usr/local
DESTDIR =
VERSION := $(shell sed -n 's/^\#define ST_VERSION "\(.*\)"/\1/p' lib/base/opt.h)
BUILD   = build
CC      = gcc
CXX     = g++
OPT     = -O2
WARN    = -Wall -Wextra -Wshadow -Wpointer-arith -Wstrict-prototypes -Wmissing-prototypes
CXXWARN = -Wall -Wextra -Wshadow
WERROR  =
SAN     =
PKGS    = jansson yaml-0.1 libarchive zlib libcurl nettle sqlite3
FUZZ    = 60
FUZZ_LONG = 300

# These are whoever's who builds: make CFLAGS=-O3.
CFLAGS   = $(OPT) -g
CXXFLAGS = $(OPT) -g
CPPFLAGS =
LDFLAGS  =

# These are not: law 1 (same bytes on every machine) needs the language as it is and sums in the order that they are
# written in; contracting a*b+c would make results differ between machines. Behind the others, so that they win.
EXACT   := -fno-fast-math -ffp-contract=off
PKGINC  := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
C       := $(CC) -Ilib -MMD -MP $(PKGINC) $(CPPFLAGS) $(CFLAGS) $(WARN) $(WERROR) $(SAN) -std=c11 -D_GNU_SOURCE $(EXACT)
CC++    := $(CXX) -Ilib -MMD -MP $(CPPFLAGS) $(CXXFLAGS) $(CXXWARN) $(WERROR) $(SAN) -std=c++17 -fno-exceptions -fno-rtti $(EXACT)
# A program is linked with what it uses alone: libcurl by itself would take longer to load than most of them run, and so
# does the C++ library, of which a few functions are used (base/num.cc): they are linked in.
LINK    := $(CXX) $(SAN) $(LDFLAGS) -static-libstdc++ -static-libgcc -Wl,--as-needed
# libcsv has no file for pkg-config.
LIBS    := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lcsv -lm

TOOLS   := $(basename $(notdir $(wildcard tools/*/*.c)))
vpath st-%.c $(wildcard tools/*)
LIBOBJ  := $(patsubst %,$(BUILD)/%.o,$(basename $(wildcard lib/*/*.c lib/*/*/*.c lib/*/*.cc)))
# Filters are linked into st-chain too, their main left out.
FILTERS := $(basename $(notdir $(shell grep -l '^FILTER_MAIN' tools/*/*.c)))
JOBS    := $(shell nproc)
# Pipelines of the sources are programs st-* of their own once installed.
PIPES   := $(shell find pipelines -type f -perm -u+x -printf '%f\n')
COMMANDS = $(TOOLS) $(PIPES:%=st-%)
UNITS   := $(patsubst tests/unit/%.c,%,$(wildcard tests/unit/*/*.c))
CHAIN   := $(FILTERS:%=$(BUILD)/chain/%.o)

all: $(TOOLS:%=$(BUILD)/bin/%)

$(BUILD)/lib/%.o: lib/%.c
	@mkdir -p $(@D)
	$(C) -c -o $@ $<

$(BUILD)/lib/%.o: lib/%.cc
	@mkdir -p $(@D)
	$(CC++) -c -o $@ $<

$(BUILD)/tools/%.o: %.c
	@mkdir -p $(@D)
	$(C) -DST_GROUP='"$(notdir $(patsubst %/,%,$(<D)))"' -c -o $@ $<

$(BUILD)/chain/%.o: %.c
	@mkdir -p $(@D)
	$(C) -DST_CHAIN -c -o $@ $<

$(BUILD)/libst.a: $(LIBOBJ)
	@rm -f $@
	$(AR) qcs $@ $^

# What is taken into an object as it stands (.incbin), which -MMD does not see, lies in the object's room.
.SECONDEXPANSION:
$(LIBOBJ): $$(filter-out %.c %.h %.cc,$$(wildcard $$(patsubst $(BUILD)/%,%,$$(@D))/*.*))

$(BUILD)/bin/st-chain: $(CHAIN)

$(BUILD)/bin/%: $(BUILD)/tools/%.o $(BUILD)/libst.a
	@mkdir -p $(@D)
	$(LINK) -o $@ $(filter %.o,$^) $(BUILD)/libst.a $(LIBS)

$(BUILD)/unit/%: tests/unit/%.c $(wildcard tests/unit/*.h) $(BUILD)/libst.a
	@mkdir -p $(@D)
	$(C) -Itests/unit -c -o $@.o $<
	$(LINK) -o $@ $@.o $(BUILD)/libst.a $(LIBS)

# Compares what is pure in production with traces of it: tests/golden-production runs it.
$(BUILD)/production/%.o: tests/production/%.c
	@mkdir -p $(@D)
	$(C) -c -o $@ $<

$(BUILD)/golden-production: $(patsubst tests/%.c,$(BUILD)/%.o,$(wildcard tests/production/*.c)) $(BUILD)/libst.a
	$(LINK) -o $@ $^ $(LIBS)

unit: $(UNITS:%=$(BUILD)/unit/%) $(BUILD)/golden-production

# ---- for users ----

run: deps
	@$(MAKE) --no-print-directory -s -j$(JOBS) all
	pipelines/backtest examples/system.yaml -d examples/data.tar.gz -o out
	@echo
	@echo "The results are in out/: rows.csv pnl.csv account.csv stats.csv scalars.csv account.svg account.png"

check: deps-check
	@$(MAKE) --no-print-directory -s -j$(JOBS) all unit
	tests/run.sh

check-asan: deps-check
	@$(MAKE) --no-print-directory -s -j$(JOBS) BUILD=build-asan SAN="-fsanitize=address,undefined -fno-sanitize-recover=undefined" all unit
	BUILD=build-asan tests/run.sh

check-long: deps-check
	@$(MAKE) --no-print-directory -s -j$(JOBS) all
	FAULTS=all tests/run.sh check-faults check-ledger-faults pipeline.bats
	tests/fuzz/run.sh $(FUZZ_LONG)

fuzz: deps-check
	tests/fuzz/run.sh $(FUZZ)

bench: all
	bench/run.sh

deps:
	@scripts/install-deps run

deps-check:
	@scripts/install-deps run check

# ---- install ----

# Where things go, in quotes: a folder's name may have spaces.
BINDIR = '$(DESTDIR)$(PREFIX)/bin'
SHARE  = '$(DESTDIR)$(PREFIX)/share'

install: all
	install -d $(BINDIR) $(SHARE)/man/man1 $(SHARE)/man/man7 $(SHARE)/st/schemas $(SHARE)/st/adapters $(SHARE)/st/pipelines \
		$(SHARE)/bash-completion/completions
	install -m 755 $(TOOLS:%=$(BUILD)/bin/%) $(BINDIR)
	install -m 644 man/*.1 $(SHARE)/man/man1
	install -m 644 man/*.7 $(SHARE)/man/man7
	install -m 644 schemas/*.json $(SHARE)/st/schemas
	install -m 644 adapters/*.yaml $(SHARE)/st/adapters
	install -m 755 $(PIPES:%=pipelines/%) $(SHARE)/st/pipelines
	install -m 644 pipelines/*.mk pipelines/*.sh $(SHARE)/st/pipelines
	for p in $(PIPES); do ln -sf ../share/st/pipelines/$$p $(BINDIR)/st-$$p; done
	install -m 644 completions/st.bash $(SHARE)/st/st.bash
	for t in $(COMMANDS); do ln -sf ../../st/st.bash $(SHARE)/bash-completion/completions/$$t; done

uninstall:
	for t in $(COMMANDS); do rm -f $(BINDIR)/$$t $(SHARE)/bash-completion/completions/$$t; done
	for m in $(notdir $(wildcard man/*)); do rm -f $(SHARE)/man/man$${m##*.}/$$m; done
	rm -rf $(SHARE)/st

dist:
	git archive --format=tar.gz --prefix=st-$(VERSION)/ -o st-$(VERSION).tar.gz HEAD

clean:
	rm -rf build build-* out

.PHONY: all unit run check check-asan check-long fuzz bench deps deps-check install uninstall dist clean
.SECONDARY:
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
