/*
 * mkfold: write fold_tab.c, the table of dedupe's fold, from Unicode's data
 * as ICU has it.  The rules are in dedupe(1), THE FOLD; those that are not
 * Unicode's own stand in `own' below.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "brahmi.h"
#include "buf.h"
#include "fold.h"
#include "mem.h"
#include "uni.h"
#include "utf8.h"

#define PAGES	(0x110000 / FOLD_PAGE)
#define SEQ_MAX	31

static uint16_t page[PAGES];
static uint16_t *cell;
static uint32_t *act, *seq;
static size_t ncell, nact, nseq, cell_cap, act_cap, seq_cap;

/* Spellings of one letter that Unicode keeps apart; 0 if c is none. */
static const uint32_t *
own(uint32_t c)
{
	static const uint32_t table[][3] = {
		/* Urdu typed on an Arabic keyboard: ي ى are ی, ك is ک,
		 * ه ة are ہ and ۃ */
		{ 0x0643, 0x06a9, 0 }, { 0x0647, 0x06c1, 0 },
		{ 0x0649, 0x06cc, 0 }, { 0x064a, 0x06cc, 0 },
		{ 0x0629, 0x06c3, 0 },
		/* ৎ is what ত্ + ZWJ was before Unicode 4.1 */
		{ 0x09ce, 0x09a4, 0x09cd },
		/* ൻ is what ന് + ZWJ was before Unicode 5.1 */
		{ 0x0d54, 0x0d2e, 0x0d4d }, { 0x0d55, 0x0d2f, 0x0d4d },
		{ 0x0d56, 0x0d34, 0x0d4d }, { 0x0d7a, 0x0d23, 0x0d4d },
		{ 0x0d7b, 0x0d28, 0x0d4d }, { 0x0d7c, 0x0d30, 0x0d4d },
		{ 0x0d7d, 0x0d32, 0x0d4d }, { 0x0d7e, 0x0d33, 0x0d4d },
		{ 0x0d7f, 0x0d15, 0x0d4d }
	};
	size_t i;

	for (i = 0; i < sizeof(table) / sizeof(table[0]); i++)
		if (table[i][0] == c)
			return table[i];
	return NULL;
}

/* Signs that writers leave out at will. */
static int
optional(uint32_t c)
{
	return uni_ccc(c) == 7 ||			/* nukta */
	    (c >= 0x064b && c <= 0x0652) || c == 0x0670 || /* harakat */
	    c == 0x0640 ||				/* tatweel */
	    (c >= 0xfe00 && c <= 0xfe0f);		/* variation */
}

/* Fold one code point of an NFKD text: appends to out[n], returns n. */
static size_t
fold_one(uint32_t c, uint32_t *out, size_t n)
{
	const uint32_t *o;
	int d, cat = uni_category(c);

	if (optional(c) || strcmp(uni_category2(c), "Cf") == 0)
		return n;
	if (cat == 'P' || cat == 'S' || cat == 'Z' || cat == 'C')
		out[n++] = ' ';
	else if (strcmp(uni_category2(c), "Nd") == 0 &&
	    (d = uni_digit(c)) >= 0)
		out[n++] = '0' + (uint32_t)d;
	else if ((o = own(c)) != NULL) {
		out[n++] = o[1];
		if (o[2] != 0)
			out[n++] = o[2];
	} else if (brahmi_is(c) && (c & 0x7f) == 1 &&
	    brahmi_block(c) != BRAHMI_TAML)	/* candrabindu: anusvara */
		out[n++] = c + 1;
	else
		out[n++] = uni_lower(c);
	return n;
}

static uint32_t
kind(enum fold_kind k, uint32_t low)
{
	return (uint32_t)k << 24 | low;
}

static uint32_t
kind_of_one(uint32_t c, uint32_t to)
{
	if (to == ' ')
		return kind(FOLD_SPACE, 0);
	if (to != c)
		return kind(FOLD_MAP, to);
	if (brahmi_class(c) == BRAHMI_VIRAMA)
		return kind(FOLD_VIRAMA, 0);
	if (uni_ccc(c) > 0)
		return kind(FOLD_MARK, (uint32_t)uni_ccc(c));
	return kind(FOLD_SELF, 0);
}

static uint32_t
action(uint32_t c)
{
	uint32_t out[2 * SEQ_MAX];
	struct buf b = { 0 };
	const char *p, *e;
	size_t n = 0, at;
	char utf8[4];

	if (c >= 0xac00 && c <= 0xd7a3)
		return kind(FOLD_HANGUL, 0);
	if (c >= 0xd800 && c <= 0xdfff)
		return kind(FOLD_SPACE, 0);
	uni_norm(UNI_NFKD, (struct str){ utf8, utf8_put(utf8, c) }, &b);
	for (p = b.p, e = p + b.n; p < e; )
		n = fold_one(utf8_step(&p), out, n);
	buf_free(&b);
	if (n == 0)
		return kind(FOLD_DROP, 0);
	if (n == 1 && (out[0] == c || uni_ccc(out[0]) == 0))
		return kind_of_one(c, out[0]);
	if (n > SEQ_MAX)
		abort();
	for (at = 0; at + n <= nseq; at++)
		if (memcmp(seq + at, out, n * sizeof(*seq)) == 0)
			break;
	if (at + n > nseq) {
		at = nseq;
		seq = mem_grow(seq, &seq_cap, nseq + n, sizeof(*seq));
		memcpy(seq + at, out, n * sizeof(*seq));
		nseq += n;
	}
	return kind(FOLD_SEQ, (uint32_t)(at * 32 + n));
}

static uint16_t
action_number(uint32_t a)
{
	size_t i;

	for (i = 0; i < nact; i++)
		if (act[i] == a)
			return (uint16_t)i;
	act = mem_grow(act, &act_cap, nact + 1, sizeof(*act));
	act[nact++] = a;
	return (uint16_t)i;
}

static void
make_page(size_t k)
{
	uint16_t p[FOLD_PAGE];
	size_t i;

	for (i = 0; i < FOLD_PAGE; i++)
		p[i] = action_number(action((uint32_t)(k * FOLD_PAGE + i)));
	for (i = 0; i < ncell; i += FOLD_PAGE)
		if (memcmp(cell + i, p, sizeof(p)) == 0)
			break;
	if (i == ncell) {
		cell = mem_grow(cell, &cell_cap, ncell + FOLD_PAGE,
		    sizeof(*cell));
		memcpy(cell + i, p, sizeof(p));
		ncell += FOLD_PAGE;
	}
	page[k] = (uint16_t)(i / FOLD_PAGE);
}

static void
print16(const char *head, const uint16_t *v, size_t n)
{
	size_t i;

	printf("\nconst uint16_t %s = {", head);
	for (i = 0; i < n; i++)
		printf("%s%u%s", i % 12 == 0 ? "\n\t" : " ", v[i],
		    i + 1 < n ? "," : "");
	printf("\n};\n");
}

static void
print32(const char *head, const uint32_t *v, size_t n)
{
	size_t i;

	printf("\nconst uint32_t %s = {", head);
	for (i = 0; i < n; i++)
		printf("%s0x%x%s", i % 6 == 0 ? "\n\t" : " ", v[i],
		    i + 1 < n ? "," : "");
	printf("\n};\n");
}

int
main(void)
{
	size_t k;

	for (k = 0; k < PAGES; k++)
		make_page(k);
	printf("/* Written by mkfold from %s: do not edit. */\n",
	    uni_version());
	printf("#include \"fold.h\"\n");
	print16("fold_page[0x110000 / FOLD_PAGE]", page, PAGES);
	print16("fold_cell[]", cell, ncell);
	print32("fold_act[]", act, nact);
	print32("fold_seq[]", seq, nseq);
	return 0;
}
