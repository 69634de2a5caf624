/*
 * JSON by RFC 8259, for one object on one line.  One loop with a small stack
 * of open brackets walks the text; nothing recurses, nothing is built.
 * Members of the outermost object are noted, the rest is only checked.
 */
#include <stdlib.h>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "cpu.h"
#include "json.h"
#include "mem.h"
#include "utf8.h"

static const char	*plain_pick(const char *, const char *);
static const char	*(*plain)(const char *, const char *) = plain_pick;

static const char	*string(struct json *, const char *, const char *,
			    int *);
static const char	*number(struct json *, const char *, const char *);
static const char	*nested(struct json *, const char *, const char *);

/* What may stand in a string as it is: all but '"', '\\' and controls. */
static const char *
plain_scalar(const char *p, const char *e)
{
	while (p < e && *p != '"' && *p != '\\' && (unsigned char)*p >= 0x20)
		p++;
	return p;
}

#if defined(__x86_64__)
__attribute__((target("avx2,bmi")))
static const char *
plain_avx2(const char *p, const char *e)
{
	const __m256i quote = _mm256_set1_epi8('"');
	const __m256i slash = _mm256_set1_epi8('\\');
	const __m256i ctl = _mm256_set1_epi8(0x1f);
	unsigned int hit;
	__m256i v;

	for (; e - p >= 32; p += 32) {
		v = _mm256_loadu_si256((const __m256i *)(const void *)p);
		hit = (unsigned int)_mm256_movemask_epi8(_mm256_or_si256(
		    _mm256_or_si256(_mm256_cmpeq_epi8(v, quote),
		    _mm256_cmpeq_epi8(v, slash)),
		    _mm256_cmpeq_epi8(_mm256_min_epu8(v, ctl), v)));
		if (hit != 0)
			return p + __builtin_ctz(hit);
	}
	return plain_scalar(p, e);
}

__attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2")))
static const char *
plain_avx512(const char *p, const char *e)
{
	const __m512i quote = _mm512_set1_epi8('"');
	const __m512i slash = _mm512_set1_epi8('\\');
	const __m512i space = _mm512_set1_epi8(0x20);
	unsigned long long all = ~0ULL, hit;
	__m512i v;

	for (; p < e; p += 64) {
		if (e - p < 64)
			all = ~0ULL >> (64 - (e - p));
		v = _mm512_maskz_loadu_epi8(all, p);
		hit = (_mm512_cmpeq_epi8_mask(v, quote) |
		    _mm512_cmpeq_epi8_mask(v, slash) |
		    _mm512_cmplt_epu8_mask(v, space)) & all;
		if (hit != 0)
			return p + __builtin_ctzll(hit);
	}
	return e;
}
#endif

static const char *
plain_pick(const char *p, const char *e)
{
	plain = plain_scalar;
#if defined(__x86_64__)
	if (cpu_level() >= CPU_AVX2)
		plain = plain_avx2;
	if (cpu_level() >= CPU_AVX512)
		plain = plain_avx512;
#endif
	return plain(p, e);
}

const char *
json_plain(const char *p, const char *e)
{
	return plain(p, e);
}

/* Remember a fault; the place is made an offset by json_object. */
static const char *
fault(struct json *j, const char *p, const char *why)
{
	j->why = why;
	j->at = (size_t)(uintptr_t)p;
	return NULL;
}

static const char *
space(const char *p, const char *e)
{
	while (p < e && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n'))
		p++;
	return p;
}

static int
hex4(const char *p, const char *e, uint32_t *u)
{
	int i, c;

	*u = 0;
	if (e - p < 4)
		return -1;
	for (i = 0; i < 4; i++) {
		c = p[i] >= 'A' && p[i] <= 'F' ? p[i] + ('a' - 'A') : p[i];
		if (c >= '0' && c <= '9')
			c -= '0';
		else if (c >= 'a' && c <= 'f')
			c -= 'a' - 10;
		else
			return -1;
		*u = *u << 4 | (uint32_t)c;
	}
	return 0;
}

/* p is at a backslash: the place behind the escape. */
static const char *
escape(struct json *j, const char *p, const char *e)
{
	uint32_t u, v;

	if (e - p < 2)
		return fault(j, e, "string not closed");
	switch (p[1]) {
	case '"': case '\\': case '/': case 'b': case 'f': case 'n':
	case 'r': case 't':
		return p + 2;
	case 'u':
		break;
	default:
		return fault(j, p, "unknown escape");
	}
	if (hex4(p + 2, e, &u) == -1)
		return fault(j, p, "\\u without four hexadecimal digits");
	if (u >= 0xdc00 && u <= 0xdfff)
		return fault(j, p, "lone low surrogate");
	if (u < 0xd800 || u > 0xdbff)
		return p + 6;
	if (e - p < 8 || p[6] != '\\' || p[7] != 'u' ||
	    hex4(p + 8, e, &v) == -1 || v < 0xdc00 || v > 0xdfff)
		return fault(j, p, "lone high surrogate");
	return p + 12;
}

/* p is at a quote: the place behind the closing one. */
static const char *
string(struct json *j, const char *p, const char *e, int *escaped)
{
	*escaped = 0;
	for (p++;;) {
		p = plain(p, e);
		if (p == e)
			return fault(j, e, "string not closed");
		if (*p == '"')
			return p + 1;
		if (*p != '\\')
			return fault(j, p, "control character in string");
		*escaped = 1;
		if ((p = escape(j, p, e)) == NULL)
			return NULL;
	}
}

static const char *
digits(const char *p, const char *e)
{
	while (p < e && *p >= '0' && *p <= '9')
		p++;
	return p;
}

/* p is at '-' or a digit (RFC 8259 section 6). */
static const char *
number(struct json *j, const char *p, const char *e)
{
	const char *q;

	if (*p == '-')
		p++;
	if ((q = digits(p, e)) == p)
		return fault(j, p, "number without digits");
	if (*p == '0' && q - p > 1)
		return fault(j, p, "number with a leading zero");
	p = q;
	if (p < e && *p == '.') {
		if ((q = digits(p + 1, e)) == p + 1)
			return fault(j, q, "number without digits after .");
		p = q;
	}
	if (p < e && (*p == 'e' || *p == 'E')) {
		p++;
		if (p < e && (*p == '+' || *p == '-'))
			p++;
		if ((q = digits(p, e)) == p)
			return fault(j, q, "exponent without digits");
		p = q;
	}
	return p;
}

/* A value that is no bracket: the place behind it. */
static const char *
scalar(struct json *j, const char *p, const char *e, int *escaped)
{
	static const char *const word[] = { "true", "false", "null" };
	size_t i, n;

	*escaped = 0;
	if (p == e)
		return fault(j, p, "value missing");
	if (*p == '"')
		return string(j, p, e, escaped);
	if (*p == '-' || (*p >= '0' && *p <= '9'))
		return number(j, p, e);
	for (i = 0; i < 3; i++) {
		n = strlen(word[i]);
		if ((size_t)(e - p) >= n && memcmp(p, word[i], n) == 0)
			return p + n;
	}
	return fault(j, p, "not a JSON value");
}

/* A key and its colon: the place of the value. */
static const char *
key(struct json *j, const char *p, const char *e, struct json_member *m)
{
	const char *q;

	if (p == e || *p != '"')
		return fault(j, p, "member name missing");
	if ((q = string(j, p, e, &m->key_esc)) == NULL)
		return NULL;
	m->key = (struct str){ p + 1, (size_t)(q - p) - 2 };
	p = space(q, e);
	if (p == e || *p != ':')
		return fault(j, p, "colon missing");
	return space(p + 1, e);
}

/*
 * p is at '[' or '{' inside the object: the place behind its partner.  Bit d
 * of `arrays' says what the bracket at depth d is.
 */
static const char *
nested(struct json *j, const char *p, const char *e)
{
	struct json_member m;
	uint64_t arrays = 0;
	int depth = 0, esc;

	for (;;) {
		if (p < e && (*p == '[' || *p == '{')) {
			/* The outermost object is one level too. */
			if (depth + 1 == JSON_DEPTH)
				return fault(j, p, "nested over 64 deep");
			arrays = arrays << 1 | (*p == '[');
			depth++;
			p = space(p + 1, e);
			if (p < e && *p == (arrays & 1 ? ']' : '}'))
				goto closed;
		} else {
			if ((p = scalar(j, p, e, &esc)) == NULL)
				return NULL;
			goto done;
		}
		if (!(arrays & 1) && (p = key(j, p, e, &m)) == NULL)
			return NULL;
		continue;
closed:
		p++;
		arrays >>= 1;
		if (--depth == 0)
			return p;
done:
		p = space(p, e);
		if (p < e && *p == ',') {
			p = space(p + 1, e);
			if (!(arrays & 1) && (p = key(j, p, e, &m)) == NULL)
				return NULL;
			continue;
		}
		if (p < e && *p == (arrays & 1 ? ']' : '}'))
			goto closed;
		return fault(j, p, arrays & 1 ? "comma or ] missing" :
		    "comma or } missing");
	}
}

/* The members after '{': the place of '}'. */
static const char *
members(struct json *j, const char *p, const char *e)
{
	struct json_member *m;
	const char *q;

	p = space(p, e);
	if (p < e && *p == '}')
		return p;
	for (;;) {
		j->m = mem_grow(j->m, &j->cap, j->n + 1, sizeof(*j->m));
		m = &j->m[j->n];
		if ((p = key(j, p, e, m)) == NULL)
			return NULL;
		if (p < e && (*p == '[' || *p == '{')) {
			m->val_esc = 0;
			q = nested(j, p, e);
		} else
			q = scalar(j, p, e, &m->val_esc);
		if (q == NULL)
			return NULL;
		m->val = (struct str){ p, (size_t)(q - p) };
		j->n++;
		p = space(q, e);
		if (p < e && *p == '}')
			return p;
		if (p == e || *p != ',')
			return fault(j, p, "comma or } missing");
		p = space(p + 1, e);
	}
}

int
json_object(struct json *j, struct str line)
{
	const char *p, *q, *e = line.p + line.n;

	j->n = 0;
	p = space(line.p, e);
	if (p == e || *p != '{') {
		fault(j, p, "not a JSON object");
		goto bad;
	}
	j->open = (size_t)(p + 1 - line.p);
	if ((p = members(j, p + 1, e)) == NULL)
		goto bad;
	j->close = (size_t)(p - line.p);
	if ((q = space(p + 1, e)) == e)
		return 0;
	fault(j, q, "text after the object");
bad:
	j->at -= (size_t)(uintptr_t)line.p;
	return -1;
}

void
json_free(struct json *j)
{
	free(j->m);
	memset(j, 0, sizeof(*j));
}

int
json_named(const struct json_member *m, struct str name)
{
	struct buf b = { 0 };
	int same;

	if (!m->key_esc)
		return str_eq(m->key, name);
	json_decode(&b, (struct str){ m->key.p - 1, m->key.n + 2 });
	same = str_eq(buf_slice(&b), name);
	buf_free(&b);
	return same;
}

/* p is behind a backslash, in a string that was checked. */
static const char *
decode_escape(struct buf *b, const char *p, const char *e)
{
	static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
	const char *f;
	uint32_t u, v;

	if (*p != 'u') {
		f = strchr(from, *p);
		buf_putc(b, f != NULL ? to[f - from] : *p);
		return p + 1;
	}
	(void)hex4(p + 1, e, &u);
	p += 5;
	if (u >= 0xd800 && u <= 0xdbff) {
		(void)hex4(p + 2, e, &v);
		u = 0x10000 + ((u - 0xd800) << 10) + (v - 0xdc00);
		p += 6;
	}
	b->n += utf8_put(buf_reserve(b, 4), u);
	return p;
}

int
json_item(struct str *rest, struct str *item)
{
	const char *e = rest->p + rest->n, *p, *q;
	int depth = 0;

	/* At the bracket that opens, a comma, or the one that closes. */
	if (*rest->p == ']' || *(p = space(rest->p + 1, e)) == ']')
		return 0;
	for (q = p; depth > 0 || (*q != ',' && *q != ']'); q++)
		switch (*q) {
		case '"':
			while (*++q != '"')
				q += *q == '\\';
			break;
		case '[':
		case '{':
			depth++;
			break;
		case ']':
		case '}':
			depth--;
			break;
		}
	*rest = (struct str){ q, (size_t)(e - q) };
	while (q[-1] == ' ' || q[-1] == '\t')
		q--;
	*item = (struct str){ p, (size_t)(q - p) };
	return 1;
}

void
json_decode(struct buf *b, struct str raw)
{
	const char *p = raw.p + 1, *e = raw.p + raw.n - 1, *q;

	buf_reserve(b, raw.n);
	while ((q = plain(p, e)) < e) {
		buf_put(b, p, (size_t)(q - p));
		p = decode_escape(b, q + 1, e);
	}
	buf_put(b, p, (size_t)(e - p));
}

void
json_encode(struct buf *b, struct str s)
{
	static const char hex[] = "0123456789abcdef";
	static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
	const char *p = s.p, *e = s.p + s.n, *q, *f;

	buf_reserve(b, s.n + 2);
	buf_putc(b, '"');
	while (p < e && (q = plain(p, e)) < e) {
		buf_put(b, p, (size_t)(q - p));
		buf_putc(b, '\\');
		f = *q != '\0' ? strchr(from, *q) : NULL;
		if (f != NULL)
			buf_putc(b, to[f - from]);
		else {
			buf_put(b, "u00", 3);
			buf_putc(b, hex[*q >> 4]);
			buf_putc(b, hex[*q & 0xf]);
		}
		p = q + 1;
	}
	buf_put(b, p, (size_t)(e - p));
	buf_putc(b, '"');
}
