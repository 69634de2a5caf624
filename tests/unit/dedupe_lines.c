/*
 * dedupe's lines: what is written is read, and sorts as it counts; lines that
 * are none are refused; reduce finds what a look at all pairs finds.
 */
#include <stdint.h>

#include "hash.h"
#include "lines.h"
#include "reduce.h"
#include "tap.h"

static struct str
line_of(const struct buf *b)
{
	return (struct str){ b->p, b->n - 1 };
}

static void
round_trip(void)
{
	uint32_t set[7];
	struct print f = { .set = set, .bits = UINT64_MAX, .whole = 7 };
	struct plan plan = { .keys = 1 };
	struct buf b = { 0 }, s = { 0 };
	struct lines l;
	const char *nl;
	size_t i, n;
	int bad = 0;

	for (i = 0; i < 7; i++)
		set[i] = (uint32_t)hash_word(i + 1) | 1;
	for (n = 0; n <= 7; n++) {
		buf_clear(&b);
		buf_clear(&s);
		f.n = n;
		f.key[0] = hash_word(n + 99);
		lines_record(&b, &plan, &f, (UINT64_C(1) << 60) - 1 - n,
		    STR("\"x\\t\""));
		nl = memchr(b.p, '\n', b.n);
		bad += lines_parse(&l, (struct str){ b.p,
		    (size_t)(nl - b.p) }) != 0;
		bad += l.kind != LINES_BAND || l.key != f.key[0] ||
		    l.bits != f.bits || l.class != f.whole ||
		    l.seq != (UINT64_C(1) << 60) - 1 - n;
		bad += lines_parse(&l, (struct str){ nl + 1,
		    b.n - (size_t)(nl + 1 - b.p) - 1 }) != 0;
		bad += l.kind != LINES_SET || !str_eq(l.id, STR("\"x\\t\"")) ||
		    lines_set(&s, l.set) != n ||
		    (n > 0 && memcmp(s.p, set, n * sizeof(*set)) != 0);
	}
	ok(bad == 0, "bands and sets come back");
	buf_clear(&b);
	lines_candidate(&b, 5, 4);
	bad = lines_parse(&l, line_of(&b)) != 0 || l.kind !=
	    LINES_CANDIDATE || l.seq != 5 || l.other != 4;
	buf_clear(&b);
	lines_left(&b, 1);
	bad |= lines_parse(&l, line_of(&b)) != 0 || l.kind != LINES_LEFT ||
	    l.seq != 1;
	ok(bad == 0, "candidates and left ones too");
	buf_free(&b);
	buf_free(&s);
}

static void
order(void)
{
	struct buf a = { 0 }, b = { 0 };
	uint64_t x, y, i;
	int bad = 0;

	for (i = 0; i < 20000; i++) {
		x = hash_word(i + 1) >> (4 + i % 50);
		y = hash_word(i + 77777) >> (4 + i % 50);
		buf_clear(&a);
		buf_clear(&b);
		lines_left(&a, x);
		lines_left(&b, y);
		bad += (memcmp(a.p, b.p, a.n) < 0) != (x < y);
	}
	ok(bad == 0, "they sort as numbers do");
	buf_free(&a);
	buf_free(&b);
}

static void
refused(void)
{
	static const char *const bad[] = { "", "A", "X\t", "B", "R", "B\t",
	    "R---------0", "R---------0\t", "R---------0\tx",
	    "R---------0\tl ", "R---------0\tc---------",
	    "R---------0\tc---------00", "R---------0\ts", "R---------0\ts1",
	    "R---------0\ts\t", "R--------!0\tl",
	    "B----------0\t---------0----------0----------",
	    "B----------0\t---------0----------0----------00",
	    "B----------0 ---------0----------0----------0" };
	static const char good[] =
	    "B----------0\t---------0----------0----------0";
	struct lines l;
	size_t i;
	int n = 0;
	char *p;

	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		p = fresh(bad[i], strlen(bad[i]));
		n += lines_parse(&l, (struct str){ p, strlen(bad[i]) }) != -1;
		free(p);
	}
	ok(n == 0, "what is no line is refused");
	ok(lines_parse(&l, str_of(good)) == 0, "one that is, is not");
}

/* Feed lines; why the first was refused, or NULL. */
static const char *
feed(struct reduce *r, const char *const line[], size_t n, struct buf *out)
{
	const char *why = NULL;
	size_t i;

	for (i = 0; i < n && why == NULL; i++)
		why = reduce_line(r, str_of(line[i]), out);
	return why == NULL ? reduce_end(r) : why;
}

#define SEQ0	"R----------\t"
#define SEQ1	"R---------0\t"
#define FEED(...) feed(r, (const char *const[]){ __VA_ARGS__ }, \
	    sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *), &out)

static void
refuses(void)
{
	static const struct {
		const char *line[2];
		const char *why;
	} c[] = {
		{ { SEQ1 "s1\t", SEQ0 "s0\t" }, "sorted" },
		{ { SEQ0 "l", SEQ0 "c----------" }, "sorted" },
		{ { SEQ0 "s0\t",
		    "B----------0\t---------0----------0----------0" },
		    "sorted" },
		{ { SEQ0 "s0\t", SEQ0 "s1\t" }, "one place" },
		{ { SEQ0 "l", SEQ1 "s1\t" }, "without its set" },
		{ { SEQ0 "s0\t", SEQ1 "l" }, "without its set" },
		{ { "A\tdedupe 1 jaccard n=4 t=0.8", SEQ0 "s0\t" },
		    "not that of -M" },
		{ { SEQ0 "s0\t", "{}" }, "no line" },
		{ { SEQ0 "l", SEQ0 "s1\t------!" }, "no line" },
	};
	struct plan plan = { .gram = 5, .threshold = .8 };
	struct buf out = { 0 };
	struct reduce *r;
	const char *why;
	size_t i;

	plan_make(&plan);
	for (i = 0; i < sizeof(c) / sizeof(c[0]); i++) {
		r = reduce_new(&plan, REDUCE_MARKS);
		why = FEED(c[i].line[0], c[i].line[1]);
		ok(why != NULL && strstr(why, c[i].why) != NULL, "%s", c[i].why);
		reduce_free(r);
	}
	r = reduce_new(&plan, REDUCE_KEPT);
	buf_clear(&out);
	ok(FEED("A\tdedupe 1 jaccard n=5 t=0.8", SEQ0 "s0\t",
	    SEQ1 "s\"b\"\t") == NULL && str_eq(buf_slice(&out),
	    STR("{\"id\":0}\n{\"id\":\"b\"}\n")), "records without a set");
	reduce_free(r);
	buf_free(&out);
}

int
main(void)
{
	round_trip();
	order();
	refused();
	refuses();
	return tap_end();
}
