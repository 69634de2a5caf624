# dhara: small filters for text in the languages of India.
# GNU make or bmake; everything is built below $(B), nothing outside it.
.POSIX:
.SUFFIXES:

VERSION = 0.1.0
B = build

CC = cc
CFLAGS = -O2 -g
PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
DATADIR = $(PREFIX)/share/dhara
PKG_CONFIG = pkg-config
PKGS = icu-uc icu-i18n libbsd-overlay

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
	-Wstrict-prototypes -Wmissing-prototypes -Wpointer-arith -Wcast-qual \
	-Wwrite-strings -Wformat=2 -Wvla -Wundef
DEF = -std=c11 -D_DEFAULT_SOURCE -DVERSION='"$(VERSION)"' \
	-DDATADIR='"$(DATADIR)"' -Ifilters/lib
COMPILE = $(CC) $(DEF) $(WARN) $$($(PKG_CONFIG) --cflags $(PKGS)) \
	$(CPPFLAGS) $(CFLAGS)
LIBS = $$($(PKG_CONFIG) --libs $(PKGS)) -lm $(LDLIBS)

# The library: one object per module, in layers 0 to 3.
LIB = filters/lib
LIB_H = $(LIB)/brahmi.h $(LIB)/buf.h $(LIB)/cpu.h $(LIB)/hash.h $(LIB)/in.h \
	$(LIB)/json.h $(LIB)/map.h $(LIB)/mem.h $(LIB)/msg.h $(LIB)/opt.h \
	$(LIB)/out.h $(LIB)/rec.h $(LIB)/rec_priv.h $(LIB)/sandbox.h $(LIB)/tsv.h $(LIB)/uni.h \
	$(LIB)/utf8.h
LIB_C = $(LIB)/brahmi.c $(LIB)/buf.c $(LIB)/cpu.c $(LIB)/hash.c $(LIB)/in.c \
	$(LIB)/json.c $(LIB)/map.c $(LIB)/mem.c $(LIB)/msg.c $(LIB)/opt.c \
	$(LIB)/out.c $(LIB)/rec.c $(LIB)/recout.c $(LIB)/sandbox.c $(LIB)/tsv.c $(LIB)/uni.c \
	$(LIB)/utf8.c

# segment: SEG_CORE is what unit tests and fuzzers link.
SEG = filters/segment
SEG_H = $(SEG)/abbrev.h $(SEG)/sentence.h
SEG_CORE = $(SEG)/abbrev.c $(SEG)/kind.c $(SEG)/sentence.c

# script-detect
SCD = filters/script-detect
SCD_H = $(SCD)/script.h
SCD_CORE = $(SCD)/script.c

# ner
NER = filters/ner
NER_H = $(NER)/ner.h
NER_CORE = $(NER)/ner.c

# dedupe
DED = filters/dedupe
DED_H = $(DED)/fold.h
DED_CORE = $(DED)/fold.c

BINS = $(B)/bin/segment $(B)/bin/script-detect $(B)/bin/ner $(B)/bin/dedupe
DATA =

all: $(BINS) $(DATA)

$(B)/lib/libdhara.a: $(LIB_C) $(LIB_H)
	@mkdir -p $(B)/lib
	for c in $(LIB_C); do $(COMPILE) -c $$c -o $(B)/lib/$$(basename $$c .c).o \
	    || exit 1; done
	rm -f $@
	ar rcs $@ $(B)/lib/*.o

$(B)/bin/segment: $(SEG)/main.c $(SEG_CORE) $(SEG_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/bin
	$(COMPILE) -I$(SEG) -o $@ $(SEG)/main.c $(SEG_CORE) $(B)/lib/libdhara.a \
	    $(LDFLAGS) $(LIBS)

$(B)/bin/script-detect: $(SCD)/main.c $(SCD_CORE) $(SCD_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/bin
	$(COMPILE) -I$(SCD) -o $@ $(SCD)/main.c $(SCD_CORE) $(B)/lib/libdhara.a \
	    $(LDFLAGS) $(LIBS)

$(B)/bin/ner: $(NER)/main.c $(NER_CORE) $(NER_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/bin
	$(COMPILE) -I$(NER) -o $@ $(NER)/main.c $(NER_CORE) $(B)/lib/libdhara.a \
	    $(LDFLAGS) $(LIBS)

$(B)/bin/dedupe: $(DED)/main.c $(DED_CORE) $(DED_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/bin
	$(COMPILE) -I$(DED) -o $@ $(DED)/main.c $(DED_CORE) $(B)/lib/libdhara.a \
	    $(LDFLAGS) $(LIBS)

# Unit tests: one program each, TAP on standard output.
UNIT = $(B)/unit/utf8 $(B)/unit/json $(B)/unit/lib $(SEG_UNIT) $(SCD_UNIT) \
	$(NER_UNIT) $(DED_UNIT)

unit: $(UNIT)

$(B)/unit/utf8: tests/unit/utf8.c tests/unit/tap.h $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -o $@ tests/unit/utf8.c $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/json: tests/unit/json.c tests/unit/tap.h $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -o $@ tests/unit/json.c $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/lib: tests/unit/lib.c tests/unit/tap.h $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -o $@ tests/unit/lib.c $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

# The same programs and tests with the sanitizers, in a folder below.
san:
	$(MAKE) B=$(B)/san CFLAGS="-O1 -g -fno-omit-frame-pointer \
	    -fsanitize=address,undefined -fno-sanitize-recover=undefined" \
	    CPPFLAGS=-DNO_SANDBOX all unit

check: all unit san
	tests/run

demo: all
	scripts/demo

clean:
	rm -rf $(B)
