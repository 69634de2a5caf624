# dhara: small filters for text in the languages of India.
# GNU make or bmake; everything is built below $(B), nothing outside it.
.POSIX:
.SUFFIXES:

VERSION = 0.1.0
B = build

CC = cc
CXX = c++
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
	$(LIB)/out.c $(LIB)/rec.c $(LIB)/recconll.c $(LIB)/reclist.c \
	$(LIB)/recout.c $(LIB)/sandbox.c $(LIB)/tsv.c $(LIB)/uni.c \
	$(LIB)/utf8.c

# segment: SEG_CORE is what unit tests and fuzzers link.
SEG = filters/segment
SEG_H = $(SEG)/abbrev.h $(SEG)/kind.h $(SEG)/line.h $(SEG)/look.h \
	$(SEG)/phrase.h $(SEG)/scan.h $(SEG)/sentence.h $(SEG)/token.h \
	$(SEG)/words.h $(SEG)/words_tab.h
SEG_CORE = $(SEG)/abbrev.c $(SEG)/bars.c $(SEG)/end.c $(SEG)/kind.c \
	$(SEG)/look.c $(SEG)/phrase.c $(SEG)/scan.c $(SEG)/sentence.c \
	$(SEG)/token.c $(SEG)/words.c $(SEG)/words_tab.c
SEG_UNIT = $(B)/unit/segment $(B)/tool/gen-json

# script-detect
SCD = filters/script-detect
SCD_H = $(SCD)/address.h $(SCD)/flag.h $(SCD)/lang.h $(SCD)/scan.h \
	$(SCD)/script.h $(SCD)/script_tab.h
SCD_CORE = $(SCD)/address.c $(SCD)/flag.c $(SCD)/lang.c $(SCD)/look_tab.c \
	$(SCD)/scan.c $(SCD)/script.c $(SCD)/script_tab.c
SCD_UNIT = $(B)/unit/script

# ner
NER = filters/ner
NER_H = $(NER)/calendar.h $(NER)/canon.h $(NER)/crf.h $(NER)/date.h \
	$(NER)/day.h $(NER)/doc.h $(NER)/entity.h $(NER)/feat.h $(NER)/key.h \
	$(NER)/lexicon.h $(NER)/list.h $(NER)/model.h $(NER)/number.h \
	$(NER)/point.h $(NER)/seek.h $(NER)/sound.h $(NER)/suffix.h $(NER)/sum.h \
	$(NER)/tag.h $(NER)/token.h $(NER)/trie.h $(NER)/word.h
NER_CORE = $(NER)/calendar.c $(NER)/canon.c $(NER)/crf.c $(NER)/date.c \
	$(NER)/day.c $(NER)/doc.c $(NER)/entity.c $(NER)/feat.c $(NER)/key.c \
	$(NER)/lexicon.c $(NER)/list.c $(NER)/model.c $(NER)/number.c \
	$(NER)/point.c $(NER)/seek.c $(NER)/sound.c $(NER)/suffix.c $(NER)/sum.c \
	$(NER)/tag.c $(NER)/token.c $(NER)/trie.c $(NER)/word.c
NER_TRAIN = $(NER)/corpustrain.c $(NER)/learn.c $(NER)/rows.c \
	$(NER)/pack.c $(NER)/skipgram.c \
	$(NER)/tabletrain.c
NER_TRAIN_H = $(NER)/corpus.h $(NER)/learn.h $(NER)/rows.h $(NER)/pack.h $(NER)/skipgram.h \
	$(NER)/table.h
NER_LEX = $(NER)/lexicon/hand.tsv $(NER)/lexicon/people.tsv \
	$(NER)/lexicon/bodies.tsv $(NER)/lexicon/places.tsv \
	$(NER)/lexicon/districts.tsv $(NER)/lexicon/world.tsv \
	$(NER)/lexicon/cities.tsv $(NER)/lexicon/orgs.tsv \
	$(NER)/lexicon/surnames.tsv $(NER)/lexicon/given.tsv \
	$(NER)/lexicon/foreign.tsv \
	$(NER)/lexicon/nations.tsv $(NER)/lexicon/titles.tsv \
	$(NER)/lexicon/words.tsv \
	$(NER)/lexicon/date.tsv $(NER)/lexicon/icu.tsv $(NER)/lexicon/gaz.tsv
NER_UNIT = $(B)/unit/ner $(B)/unit/ner_crf $(B)/unit/ner_fast \
	$(B)/unit/ner_key $(B)/unit/ner_suffix

# dedupe
DED = filters/dedupe
DED_H = $(DED)/date.h $(DED)/disk.h $(DED)/fold.h $(DED)/index.h \
	$(DED)/lines.h $(DED)/main.h $(DED)/print.h $(DED)/reduce.h \
	$(DED)/sets.h $(DED)/sketch.h $(DED)/spool.h $(DED)/state.h \
	$(DED)/store.h
DED_CORE = $(DED)/date.c $(DED)/fold.c $(DED)/fold_tab.c $(DED)/index.c \
	$(DED)/lines.c $(DED)/print.c $(DED)/sets.c $(DED)/sketch.c
DED_MAIN = $(DED)/main.c $(DED)/main_lines.c $(DED)/main_sets.c
DED_STORE = $(DED)/disk.c $(DED)/reduce.c $(DED)/spool.c $(DED)/state.c \
	$(DED)/store.c
DED_UNIT = $(B)/unit/dedupe_fold $(B)/unit/dedupe_lines \
	$(B)/unit/dedupe_sets $(B)/unit/dedupe_sketch \
	$(B)/unit/dedupe_state $(B)/tool/mkfold $(B)/tool/dedupe-gen \
	$(B)/tool/dedupe-onion $(B)/tool/dedupe-pairs

BINS = $(B)/bin/segment $(B)/bin/script-detect $(B)/bin/ner $(B)/bin/ner-train \
	$(B)/bin/dedupe
SHARE = $(B)/share/dhara/lang.model $(B)/share/dhara/ner.lex \
	$(B)/share/dhara/ner.model $(B)/share/dhara/segment.phrases

all: $(BINS) $(SHARE)

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

$(B)/share/dhara/segment.phrases: $(SEG)/phrases.tsv $(SEG)/dates.tsv
	@mkdir -p $(B)/share/dhara
	cat $(SEG)/phrases.tsv $(SEG)/dates.tsv >$@

$(B)/tool/mk-dates: $(SEG)/mk-dates.c $(B)/lib/libdhara.a
	@mkdir -p $(B)/tool
	$(COMPILE) -o $@ $(SEG)/mk-dates.c $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

# The peer in scripts/bench-segment.
$(B)/tool/icu-sentence: tests/bench/icu_sentence.c $(SEG)/look.c $(SEG)/look.h \
	    $(B)/lib/libdhara.a
	@mkdir -p $(B)/tool
	$(COMPILE) -I$(SEG) -o $@ tests/bench/icu_sentence.c $(SEG)/look.c \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/segment: tests/unit/segment.c tests/unit/tap.h $(SEG_CORE) $(SEG_H) \
	    $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(SEG) -o $@ tests/unit/segment.c $(SEG_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/tool/gen-json: tests/unit/gen_json.c
	@mkdir -p $(B)/tool
	$(COMPILE) -o $@ tests/unit/gen_json.c $(LDFLAGS)

$(B)/bin/script-detect: $(SCD)/main.c $(SCD_CORE) $(SCD_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/bin
	$(COMPILE) -I$(SCD) -o $@ $(SCD)/main.c $(SCD_CORE) $(B)/lib/libdhara.a \
	    $(LDFLAGS) -Wl,--as-needed $(LIBS)

$(B)/share/dhara/lang.model: $(SCD)/lang.model
	@mkdir -p $(B)/share/dhara
	cp $(SCD)/lang.model $@

$(B)/tool/mk-script-tab: $(SCD)/mk-script-tab.c $(B)/lib/libdhara.a
	@mkdir -p $(B)/tool
	$(COMPILE) -o $@ $(SCD)/mk-script-tab.c $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/tool/mk-look-tab: $(SCD)/mk-look-tab.c $(SCD)/script.c $(SCD)/scan.c \
	    $(SCD)/script_tab.c $(SCD_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/tool
	$(COMPILE) -I$(SCD) -o $@ $(SCD)/mk-look-tab.c $(SCD)/script.c \
	    $(SCD)/scan.c $(SCD)/script_tab.c $(B)/lib/libdhara.a \
	    $(LDFLAGS) $(LIBS)

SCD_TRAIN = $(SCD)/langtrain.c $(SCD)/loadtrain.c $(SCD)/romantrain.c
$(B)/tool/langtrain: $(SCD_TRAIN) $(SCD)/train.h $(SCD_CORE) $(SCD_H) \
	    $(B)/lib/libdhara.a
	@mkdir -p $(B)/tool
	$(COMPILE) -I$(SCD) -o $@ $(SCD_TRAIN) $(SCD_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

# Peers in scripts/bench-script; what they need is not needed to build.
PEER = tests/bench/peer.c tests/bench/peer.h $(B)/lib/libdhara.a
$(B)/tool/peer-icu: tests/bench/peer_icu.c $(PEER)
	@mkdir -p $(B)/tool
	$(COMPILE) -o $@ tests/bench/peer.c tests/bench/peer_icu.c \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/tool/peer-textcat: tests/bench/peer_textcat.c $(PEER)
	@mkdir -p $(B)/tool
	$(COMPILE) $$($(PKG_CONFIG) --cflags libexttextcat) -o $@ \
	    tests/bench/peer.c tests/bench/peer_textcat.c \
	    $(B)/lib/libdhara.a $(LDFLAGS) \
	    $$($(PKG_CONFIG) --libs libexttextcat) $(LIBS)

$(B)/tool/peer-cld2: tests/bench/peer_cld2.cc $(PEER)
	@mkdir -p $(B)/tool
	$(CXX) -O2 -Itests/bench -c -o $(B)/tool/peer_cld2.o \
	    tests/bench/peer_cld2.cc
	$(COMPILE) -o $@ tests/bench/peer.c $(B)/tool/peer_cld2.o \
	    $(B)/lib/libdhara.a $(LDFLAGS) -lcld2 -lstdc++ $(LIBS)

$(B)/unit/script: tests/unit/script.c tests/unit/tap.h $(SCD_CORE) $(SCD_H) \
	    $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(SCD) -o $@ tests/unit/script.c $(SCD_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/bin/ner: $(NER)/main.c $(NER_CORE) $(NER_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/bin
	$(COMPILE) -I$(NER) -o $@ $(NER)/main.c $(NER_CORE) $(B)/lib/libdhara.a \
	    $(LDFLAGS) $(LIBS)

$(B)/tool/mklex: $(NER)/mklex.c $(NER_CORE) $(NER_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/tool
	$(COMPILE) -I$(NER) -o $@ $(NER)/mklex.c $(NER_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/share/dhara/ner.lex: $(B)/tool/mklex $(NER_LEX)
	@mkdir -p $(B)/share/dhara
	cat $(NER_LEX) | $(B)/tool/mklex >$@.tmp
	mv $@.tmp $@

$(B)/share/dhara/ner.model: $(NER)/ner.model
	@mkdir -p $(B)/share/dhara
	cp $(NER)/ner.model $@

$(B)/tool/mkicu: $(NER)/mkicu.c $(B)/lib/libdhara.a
	@mkdir -p $(B)/tool
	$(COMPILE) -o $@ $(NER)/mkicu.c $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

# Loops over rows of weights are what it does: they pay for -O3.
$(B)/bin/ner-train: $(NER)/train.c $(NER_TRAIN) $(NER_TRAIN_H) $(NER_CORE) \
	    $(NER_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/bin
	$(COMPILE) -O3 -fno-math-errno -I$(NER) -o $@ $(NER)/train.c \
	    $(NER_TRAIN) $(NER_CORE) $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/ner_crf: tests/unit/ner_crf.c tests/unit/tap.h $(NER_TRAIN) \
	    $(NER_TRAIN_H) $(NER_CORE) $(NER_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(NER) -o $@ tests/unit/ner_crf.c $(NER_TRAIN) \
	    $(NER_CORE) $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/ner: tests/unit/ner.c tests/unit/tap.h $(NER)/pack.c \
	    $(NER_TRAIN_H) $(NER_CORE) $(NER_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(NER) -o $@ tests/unit/ner.c $(NER)/pack.c $(NER_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/ner_fast: tests/unit/ner_fast.c tests/unit/tap.h $(NER_CORE) \
	    $(NER_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(NER) -o $@ tests/unit/ner_fast.c $(NER_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/ner_key: tests/unit/ner_key.c tests/unit/tap.h $(NER_CORE) \
	    $(NER_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(NER) -o $@ tests/unit/ner_key.c $(NER_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/ner_suffix: tests/unit/ner_suffix.c tests/unit/tap.h $(NER_CORE) \
	    $(NER_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(NER) -o $@ tests/unit/ner_suffix.c $(NER_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/bin/dedupe: $(DED_MAIN) $(DED_STORE) $(DED_CORE) $(DED_H) \
    $(B)/lib/libdhara.a
	@mkdir -p $(B)/bin
	$(COMPILE) -I$(DED) -o $@ $(DED_MAIN) $(DED_STORE) $(DED_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

# fold_tab.c is committed; this writes it anew: mkfold >filters/dedupe/...
$(B)/tool/mkfold: $(DED)/mkfold.c $(DED)/fold.h $(B)/lib/libdhara.a
	@mkdir -p $(B)/tool
	$(COMPILE) -I$(DED) -o $@ $(DED)/mkfold.c $(B)/lib/libdhara.a \
	    $(LDFLAGS) $(LIBS)

$(B)/tool/dedupe-gen: tests/bench/dedupe_gen.c
	@mkdir -p $(B)/tool
	$(COMPILE) -o $@ tests/bench/dedupe_gen.c $(LDFLAGS)

# The peer and the brute force of scripts/bench-dedupe and score-raw.
$(B)/tool/dedupe-onion: tests/bench/dedupe_onion.c
	@mkdir -p $(B)/tool
	$(COMPILE) -o $@ tests/bench/dedupe_onion.c $(LDFLAGS)

$(B)/tool/dedupe-pairs: tests/bench/dedupe_pairs.c $(DED_CORE) $(DED_H) \
    $(B)/lib/libdhara.a
	@mkdir -p $(B)/tool
	$(COMPILE) -I$(DED) -o $@ tests/bench/dedupe_pairs.c $(DED_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/dedupe_state: tests/unit/dedupe_state.c tests/unit/tap.h \
    $(DED_STORE) $(DED_CORE) $(DED_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(DED) -o $@ tests/unit/dedupe_state.c $(DED_STORE) \
	    $(DED_CORE) $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/dedupe_fold: tests/unit/dedupe_fold.c tests/unit/tap.h $(DED_CORE) \
    $(DED_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(DED) -o $@ tests/unit/dedupe_fold.c $(DED_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/dedupe_lines: tests/unit/dedupe_lines.c tests/unit/tap.h \
    $(DED)/reduce.c $(DED)/disk.c $(DED_CORE) $(DED_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(DED) -o $@ tests/unit/dedupe_lines.c $(DED)/reduce.c \
	    $(DED)/disk.c $(DED_CORE) $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/dedupe_sets: tests/unit/dedupe_sets.c tests/unit/tap.h $(DED_CORE) \
    $(DED_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(DED) -o $@ tests/unit/dedupe_sets.c $(DED_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/unit/dedupe_sketch: tests/unit/dedupe_sketch.c tests/unit/tap.h \
    $(DED_CORE) $(DED_H) $(B)/lib/libdhara.a
	@mkdir -p $(B)/unit
	$(COMPILE) -I$(DED) -o $@ tests/unit/dedupe_sketch.c $(DED_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

# Unit tests: one program each, TAP on standard output.
UNIT = $(B)/unit/utf8 $(B)/unit/json $(B)/unit/lib $(SEG_UNIT) $(SCD_UNIT) \
	$(NER_UNIT) $(DED_UNIT)

TOOLS = $(B)/tool/mk-script-tab $(B)/tool/mk-look-tab $(B)/tool/mkicu \
	$(B)/tool/mk-dates $(B)/tool/icu-sentence

unit: $(UNIT) $(TOOLS)

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

# Rebuild what is committed but made: the script table and both models.  DATA
# holds lid/train with the files that lang.list names, and ner/train with
# those of model.list.
models: $(B)/tool/mk-script-tab $(B)/tool/mk-look-tab $(B)/tool/langtrain $(B)/bin/ner-train \
	    $(B)/share/dhara/ner.lex
	$(B)/tool/mk-script-tab >$(B)/script_tab.c
	mv $(B)/script_tab.c $(SCD)/script_tab.c
	$(B)/tool/mk-look-tab >$(B)/look_tab.c
	mv $(B)/look_tab.c $(SCD)/look_tab.c
	top=$$PWD; cd "$(DATA)/lid/train" && \
	    "$$top/$(B)/tool/langtrain" "$$top/$(SCD)/lang.list" \
	    >"$$top/$(B)/lang.model"
	PATH="$$PWD/$(B)/bin:$$PATH" scripts/ner-model "$(DATA)" \
	    $(B)/ner.work $(B)/ner.model
	mv $(B)/lang.model $(SCD)/lang.model
	mv $(B)/ner.model $(NER)/ner.model

# Fuzzers (clang): run one as build/fuzz/segment -max_total_time=60.
FUZZING = CC=clang CFLAGS="-O1 -g \
	-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined" \
	LDFLAGS=-fsanitize=fuzzer B=$(B)/fuzz
fuzz:
	$(MAKE) $(FUZZING) fuzzers

fuzzers: $(B)/segment $(B)/script $(B)/dedupe $(B)/ner $(B)/ner-file

$(B)/segment: tests/fuzz/segment.c $(SEG_CORE) $(SEG_H) $(B)/lib/libdhara.a
	$(COMPILE) -I$(SEG) -o $@ tests/fuzz/segment.c $(SEG_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/script: tests/fuzz/script.c $(SCD_CORE) $(SCD_H) $(B)/lib/libdhara.a
	$(COMPILE) -I$(SCD) -o $@ tests/fuzz/script.c $(SCD_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/dedupe: tests/fuzz/dedupe.c $(DED_STORE) $(DED_CORE) $(DED_H) \
	    $(B)/lib/libdhara.a
	$(COMPILE) -I$(DED) -o $@ tests/fuzz/dedupe.c $(DED_STORE) \
	    $(DED_CORE) $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

# These look for the model and lists in build/share/dhara.
$(B)/ner: tests/fuzz/ner.c $(NER_CORE) $(NER_H) $(B)/lib/libdhara.a
	$(COMPILE) -I$(NER) -o $@ tests/fuzz/ner.c $(NER_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

$(B)/ner-file: tests/fuzz/ner_file.c $(NER_CORE) $(NER_H) \
	    $(B)/lib/libdhara.a
	$(COMPILE) -I$(NER) -o $@ tests/fuzz/ner_file.c $(NER_CORE) \
	    $(B)/lib/libdhara.a $(LDFLAGS) $(LIBS)

check: all unit san
	tests/run

demo: all
	scripts/demo

bench: all
	scripts/bench

score: all
	scripts/score

lint:
	scripts/lint

# Copy what is built; nothing else is touched.  PROGPREFIX renames programs
# and pages: "segment" may be taken.
PAGES1 = segment script-detect ner ner-train dedupe
install: all
	mkdir -p $(DESTDIR)$(BINDIR) $(DESTDIR)$(DATADIR) \
	    $(DESTDIR)$(MANDIR)/man1 $(DESTDIR)$(MANDIR)/man5 \
	    $(DESTDIR)$(MANDIR)/man7
	for p in $(PAGES1); do \
	    install -m 755 $(B)/bin/$$p $(DESTDIR)$(BINDIR)/$(PROGPREFIX)$$p && \
	    install -m 644 man/$$p.1 \
		$(DESTDIR)$(MANDIR)/man1/$(PROGPREFIX)$$p.1 || exit 1; done
	install -m 644 man/dhara-record.5 $(DESTDIR)$(MANDIR)/man5
	install -m 644 man/dhara.7 $(DESTDIR)$(MANDIR)/man7
	for f in $(SHARE); do install -m 644 $$f $(DESTDIR)$(DATADIR) || exit 1; done

uninstall:
	for p in $(PAGES1); do rm -f $(DESTDIR)$(BINDIR)/$(PROGPREFIX)$$p \
	    $(DESTDIR)$(MANDIR)/man1/$(PROGPREFIX)$$p.1; done
	rm -f $(DESTDIR)$(MANDIR)/man5/dhara-record.5 \
	    $(DESTDIR)$(MANDIR)/man7/dhara.7
	for f in $(SHARE); do rm -f $(DESTDIR)$(DATADIR)/$$(basename $$f); done
	-rmdir $(DESTDIR)$(DATADIR)

dist:
	@mkdir -p $(B)
	git archive --format=tar --prefix=dhara-$(VERSION)/ HEAD | \
	    gzip -n >$(B)/dhara-$(VERSION).tar.gz

clean:
	rm -rf $(B)
