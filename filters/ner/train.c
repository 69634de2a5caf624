/*
 * ner-train: learn a model from token TAB tag files.
 * Usage: ner-train LEXICON LIST > MODEL
 * LIST: weight TAB file; a weight of 3 reads the file three times an epoch.
 * Averaged structured perceptron (Collins 2002); same input, same bytes.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lexicon.h"
#include "mem.h"
#include "msg.h"
#include "tag.h"
#include "token.h"

#define EPOCHS	8

struct sample {
	uint32_t	*bucket;	/* of all tokens, one after another */
	uint16_t	*nbucket;
	unsigned char	*gold;
	size_t		 n;
};

static struct sample	*samples;
static size_t		 nsamples, samples_cap;
static int32_t		*weight;	/* [bucket][8], then [8][8] */
static double		*total;		/* the sum over all steps, late form */
static double		 now = 1;

static int
tag_of(const char *s)
{
	static const char *const name[] = { "PER", "LOC", "ORG" };
	int i;

	if (s[0] != 'B' && s[0] != 'I')
		return TAG_O;
	for (i = 0; i < 3; i++)
		if (strcmp(s + 2, name[i]) == 0)
			return 1 + 2 * i + (s[0] == 'I');
	return TAG_O;
}

/* Words of a sentence joined by spaces; where each ends, and its tag. */
struct sentence {
	struct buf	 text;
	size_t		*end;
	int		*tag;
	size_t		 n, end_cap, tag_cap;
};

static void
keep(const struct lexicon *lex, const struct sentence *s, long weight_of)
{
	struct tokens ts = { 0 };
	struct tag_hint *h;
	struct sample *x;
	uint32_t b[TAG_FEATURES];
	size_t i, w, n, all = 0, cap = 0;
	int prev = -1;

	token_cut(&ts, buf_slice(&s->text));
	if (ts.n == 0)
		return;
	h = mem_alloc(ts.n, sizeof(*h));
	tag_hints(lex, &ts, h);
	samples = mem_grow(samples, &samples_cap,
	    nsamples + (size_t)weight_of, sizeof(*samples));
	x = &samples[nsamples++];
	memset(x, 0, sizeof(*x));
	x->n = ts.n;
	x->gold = mem_alloc(ts.n, 1);
	x->nbucket = mem_alloc(ts.n, sizeof(*x->nbucket));
	for (i = 0, w = 0; i < ts.n; i++) {
		while (w < s->n && s->end[w] <= ts.t[i].start)
			w++;
		/* A word that was cut in two: the rest goes on inside. */
		x->gold[i] = (unsigned char)(s->tag[w] +
		    (prev == (int)w && s->tag[w] % 2 == 1));
		prev = (int)w;
		n = tag_features(&ts, h, 0, ts.n, i, b);
		x->bucket = mem_grow(x->bucket, &cap, all + n, sizeof(*b));
		memcpy(x->bucket + all, b, n * sizeof(*b));
		x->nbucket[i] = (uint16_t)n;
		all += n;
	}
	while (--weight_of > 0)
		samples[nsamples++] = *x;
	free(h);
	token_free(&ts);
}

static void
load(const struct lexicon *lex, const char *path, long weight_of)
{
	struct sentence s = { 0 };
	char *line = NULL, *tab;
	size_t cap = 0;
	FILE *f;

	if ((f = fopen(path, "r")) == NULL)
		msg_die("%s: cannot open", path);
	for (;;) {
		ssize_t n = getline(&line, &cap, f);

		if (n > 0)
			line[strcspn(line, "\r\n")] = '\0';
		if (n <= 0 || *line == '\0') {
			if (s.n > 0)
				keep(lex, &s, weight_of);
			buf_clear(&s.text);
			s.n = 0;
			if (n <= 0)
				break;
			continue;
		}
		if ((tab = strrchr(line, '\t')) == NULL)
			msg_die("%s: a line without a tab", path);
		*tab = '\0';
		if (s.text.n > 0)
			buf_putc(&s.text, ' ');
		buf_cstr(&s.text, line);
		s.end = mem_grow(s.end, &s.end_cap, s.n + 1, sizeof(*s.end));
		s.tag = mem_grow(s.tag, &s.tag_cap, s.n + 1, sizeof(*s.tag));
		s.end[s.n] = s.text.n;
		s.tag[s.n++] = tag_of(tab + 1);
	}
	free(line);
	free(s.end);
	free(s.tag);
	buf_free(&s.text);
	(void)fclose(f);
	msg_note("%s: %zu sentences in all", path, nsamples);
}

static void
bump(size_t at, int32_t by)
{
	weight[at] += by;
	total[at] += by * now;
}

static void
change(const struct sample *x, const unsigned char *tags, int32_t by)
{
	const uint32_t *b = x->bucket;
	size_t i, k;

	for (i = 0; i < x->n; b += x->nbucket[i++])
		for (k = 0; k < x->nbucket[i]; k++)
			bump((size_t)b[k] * 8 + tags[i], by);
	for (i = 0; i < x->n; i++)
		bump(TAG_BUCKETS * 8 + (i > 0 ? tags[i - 1] : 0u) * 8u +
		    tags[i], by);
}

/* Viterbi over the sample's own buckets. */
static void
decode(const struct sample *x, unsigned char *out)
{
	static unsigned char (*back)[8];
	static size_t cap;
	const int32_t *trans = weight + TAG_BUCKETS * 8;
	const uint32_t *bk = x->bucket;
	int64_t best[8] = { 0 }, next[8], v;
	size_t i, k;
	int a, b;

	back = mem_grow(back, &cap, x->n, sizeof(*back));
	for (i = 0; i < x->n; bk += x->nbucket[i++]) {
		for (b = 0; b < TAGS; b++) {
			next[b] = INT64_MIN / 2;
			for (a = 0; a < TAGS && (i > 0 || a == 0); a++) {
				if (!tag_follows(a, b))
					continue;
				v = best[a] + trans[a * 8 + b];
				if (v > next[b]) {
					next[b] = v;
					back[i][b] = (unsigned char)a;
				}
			}
			for (k = 0; k < x->nbucket[i]; k++)
				next[b] += weight[(size_t)bk[k] * 8 +
				    (size_t)b];
		}
		memcpy(best, next, sizeof(best));
	}
	for (a = 0, b = 1; b < TAGS; b++)
		if (best[b] > best[a])
			a = b;
	for (i = x->n; i-- > 0; a = back[i][a])
		out[i] = (unsigned char)a;
}

static void
train(void)
{
	uint64_t state = 88172645463325252u;
	unsigned char *out;
	size_t i, j, most = 0, wrong;
	struct sample x;
	int epoch;

	for (i = 0; i < nsamples; i++)
		if (samples[i].n > most)
			most = samples[i].n;
	out = mem_alloc(most, 1);
	for (epoch = 0; epoch < EPOCHS; epoch++) {
		for (i = nsamples; i-- > 1;) {		/* shuffle */
			state ^= state << 13;
			state ^= state >> 7;
			state ^= state << 17;
			j = state % (i + 1);
			x = samples[i];
			samples[i] = samples[j];
			samples[j] = x;
		}
		for (i = wrong = 0; i < nsamples; i++, now++) {
			decode(&samples[i], out);
			if (memcmp(out, samples[i].gold, samples[i].n) == 0)
				continue;
			wrong++;
			change(&samples[i], samples[i].gold, 1);
			change(&samples[i], out, -1);
		}
		msg_note("epoch %d: %zu of %zu sentences wrong", epoch + 1,
		    wrong, nsamples);
	}
	free(out);
}

static void
put32(uint32_t v)
{
	int i;

	for (i = 0; i < 4; i++)
		putchar((int)(v >> (8 * i) & 0xff));
}

/* The mean weight over all steps, as 16 bits. */
static void
save(void)
{
	size_t i, n = (TAG_BUCKETS + 8) * 8;
	double top = 1e-9, v;
	int q;

	for (i = 0; i < n; i++) {
		total[i] = weight[i] - total[i] / now;
		v = total[i] < 0 ? -total[i] : total[i];
		if (v > top)
			top = v;
	}
	fwrite(TAG_MAGIC, 1, 8, stdout);
	put32(TAG_BITS);
	put32(TAGS);
	for (i = 0; i < n; i++) {
		v = total[i] / top * 32767;
		q = (int)(v < 0 ? v - .5 : v + .5);
		putchar(q & 0xff);
		putchar(q >> 8 & 0xff);
	}
}

int
main(int argc, char *argv[])
{
	struct lexicon *lex = lexicon_new();
	char *line = NULL, *tab;
	size_t cap = 0, bad;
	struct map m;
	FILE *f;

	msg_init(argv[0]);
	if (argc != 3)
		msg_usage("ner-train lexicon list > model", NULL);
	if (map_open(&m, argv[1]) == -1)
		msg_die("%s: cannot open", argv[1]);
	bad = lexicon_add(lex, (struct str){ (const char *)m.p, m.n }, 0);
	if (bad > 0)
		msg_die("%s:%zu: not a line of a lexicon", argv[1], bad);
	if ((f = fopen(argv[2], "r")) == NULL)
		msg_die("%s: cannot open", argv[2]);
	while (getline(&line, &cap, f) > 0) {
		line[strcspn(line, "\n")] = '\0';
		if ((tab = strchr(line, '\t')) != NULL && *line != '#')
			load(lex, tab + 1, strtol(line, NULL, 10));
	}
	free(line);
	(void)fclose(f);
	weight = mem_alloc((TAG_BUCKETS + 8) * 8, sizeof(*weight));
	total = mem_alloc((TAG_BUCKETS + 8) * 8, sizeof(*total));
	train();
	save();
	return fflush(stdout) == 0 && !ferror(stdout) ? ST_OK : ST_FATAL;
}
