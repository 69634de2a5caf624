/*
 * The small modules: brahmi against ICU's properties, numbers, hashing,
 * tables.
 */
#include "brahmi.h"
#include "buf.h"
#include "hash.h"
#include "tap.h"
#include "tsv.h"
#include "uni.h"

/* Every assigned letter of the nine blocks: what the table says of it must
 * agree with its general category. */
static void
brahmi(void)
{
	size_t bad = 0;
	uint32_t c;

	for (c = 0x900; c < 0xd80; c++) {
		const char *gc = uni_category2(c);
		enum brahmi_class k = brahmi_class(c);
		int letter = gc[0] == 'L', mark = gc[0] == 'M';

		if (strcmp(gc, "Cn") == 0)
			continue;
		if ((k == BRAHMI_CONSONANT || k == BRAHMI_VOWEL) && !letter)
			bad++;
		if ((k == BRAHMI_MATRA || k == BRAHMI_VIRAMA ||
		    k == BRAHMI_NUKTA) && !mark)
			bad++;
		if ((k == BRAHMI_DIGIT) != (uni_digit(c) >= 0))
			bad++;
		if (k == BRAHMI_SIGN && !mark && !letter)
			bad++;
	}
	ok(bad == 0, "brahmi_class agrees with the general categories: %zu off",
	    bad);
	ok(brahmi_deva(0xa95) == 0x915 && brahmi_block(0xa95) == BRAHMI_GUJR,
	    "Gujarati ka folds to Devanagari ka");
	ok(brahmi_nasal(0x915) == 0x919 && brahmi_nasal(0xaaa) == 0x92e &&
	    brahmi_nasal(0x92f) == 0, "the nasal of a class");
}

static void
numbers(void)
{
	static const struct {
		double		 v;
		int		 places;
		const char	*text;
	} t[] = {
		{ 0, 3, "0" }, { 1, 3, "1" }, { .25, 3, "0.25" },
		{ .9996, 3, "1" }, { .0004, 3, "0" }, { .0005, 3, "0.001" },
		{ 12.3456, 2, "12.35" }, { 100, 0, "100" }
	};
	struct buf b = { 0 };
	size_t i;

	for (i = 0; i < sizeof(t) / sizeof(t[0]); i++) {
		buf_clear(&b);
		buf_real(&b, t[i].v, t[i].places);
		ok(str_eq(buf_slice(&b), str_of(t[i].text)), "%s", t[i].text);
	}
	buf_clear(&b);
	buf_num(&b, UINT64_MAX);
	ok(str_eq(buf_slice(&b), STR("18446744073709551615")), "2^64 - 1");
	buf_free(&b);
}

static void
hashing(void)
{
	char text[64];
	size_t n, same = 0;

	memset(text, 'a', sizeof(text));
	for (n = 1; n < sizeof(text); n++) {
		char *p = fresh(text, n);

		same += hash_bytes(p, n, 0) == hash_bytes(p, n - 1, 0);
		same += hash_bytes(p, n, 0) == hash_bytes(p, n, 1);
		p[n - 1] ^= 1;
		same += hash_bytes(p, n, 0) == hash_bytes(text, n, 0);
		free(p);
	}
	ok(same == 0, "a byte, a length or a seed changes the hash");
	/* The check value of RFC 3720's CRC over the digits 1 to 9. */
	ok(hash_crc32c(0, "123456789", 9) == 0xe3069283, "CRC-32C");
}

static void
tables(void)
{
	struct str raw = STR("a\tb\nc\rd\\e"), cell = STR("a\\tb\\nc\\rd\\\\e");
	struct buf b = { 0 };
	struct tsv t = { 0 };

	tsv_encode(&b, raw);
	ok(str_eq(buf_slice(&b), cell), "escapes of a cell");
	buf_clear(&b);
	tsv_decode(&b, cell);
	ok(str_eq(buf_slice(&b), raw), "and back");
	buf_clear(&b);
	tsv_decode(&b, STR("\\x\\"));
	ok(str_eq(buf_slice(&b), STR("\\x\\")), "an unknown escape stays");
	tsv_split(&t, STR("a\t\tb\t"));
	ok(t.n == 4 && t.cell[1].n == 0 && t.cell[3].n == 0 &&
	    str_eq(t.cell[2], STR("b")), "four cells");
	tsv_split(&t, STR(""));
	ok(t.n == 1 && t.cell[0].n == 0, "an empty line is one empty cell");
	tsv_free(&t);
	buf_free(&b);
}

static void
icu(void)
{
	struct buf b = { 0 };

	ok(uni_month("gu", 1, UNI_WIDE, &b), "a month in Gujarati");
	ok(str_eq(buf_slice(&b), STR("જાન્યુઆરી")), "is January");
	buf_clear(&b);
	ok(uni_weekday("hi", 3, UNI_WIDE, &b) &&
	    str_eq(buf_slice(&b), STR("बुधवार")), "Wednesday in Hindi");
	buf_clear(&b);
	ok(uni_country("hi", "RU", &b) && str_eq(buf_slice(&b), STR("रूस")),
	    "Russia in Hindi");
	buf_clear(&b);
	ok(!uni_month("xx", 1, UNI_WIDE, &b), "no month in no language");
	uni_norm(UNI_NFD, STR("क़"), &b);
	ok(str_eq(buf_slice(&b), STR("\xe0\xa4\x95\xe0\xa4\xbc")), "NFD");
	buf_free(&b);
}

int
main(void)
{
	brahmi();
	numbers();
	hashing();
	tables();
	icu();
	return tap_end();
}
