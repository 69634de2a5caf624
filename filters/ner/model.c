/*
 * A model's file, checked before it is believed.
 */
#include <string.h>

#include "hash.h"
#include "model.h"
#include "utf8.h"

#define ORDER	UINT64_C(0x0102030405060708)

static size_t
up(size_t n)
{
	return (n + 63) / 64 * 64;
}

void
model_plan(struct model_plan *p, size_t types, size_t lines, size_t words,
    size_t sounds)
{
	size_t labels = 2 * types + 1;

	p->trans = up(MODEL_HEAD + types * MODEL_NAME);
	p->line = up(p->trans + labels * labels * 2);
	p->hash[0] = up(p->line + lines * (MODEL_ROWS + MODEL_ROWS *
	    labels) + 8);
	p->number[0] = up(p->hash[0] + words * 4);
	p->hash[1] = up(p->number[0] + words * 2);
	p->number[1] = up(p->hash[1] + sounds * 4);
	p->all = up(p->number[1] + sounds * 2);
}

uint64_t
model_check(const unsigned char *p, size_t n)
{
	return hash_bytes(p + 24, n - 24, 0);
}

static uint32_t
get32(const unsigned char *p)
{
	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	    (uint32_t)p[3] << 24;
}

static int
names_ok(const char *name, size_t types)
{
	size_t i, k;

	for (i = 0; i < types; i++, name += MODEL_NAME) {
		if (name[0] == '\0' || name[MODEL_NAME - 1] != '\0' ||
		    utf8_valid(str_of(name)) < strlen(name))
			return 0;
		for (k = 0; name[k] != '\0'; k++)
			if ((unsigned char)name[k] <= ' ' || name[k] == '"' ||
			    name[k] == '\\' || name[k] == ',')
				return 0;
	}
	return 1;
}

int
model_open(struct model *m, const struct map *map, const char **why)
{
	const unsigned char *p = map->p;
	struct model_plan plan;
	size_t types, lines, words, sounds;
	uint64_t v;

	*why = "not a model of ner";
	if (map->n < MODEL_HEAD || memcmp(p, MODEL_MAGIC, 8) != 0)
		return -1;
	*why = "model is damaged or of another version";
	memcpy(&v, p + 8, 8);
	types = get32(p + 32);
	lines = get32(p + 40);
	words = get32(p + 44);
	sounds = get32(p + 52);
	if (v != ORDER || types == 0 || types > CRF_TYPES || lines == 0)
		return -1;
	memcpy(&v, p + 24, 8);
	model_plan(&plan, types, lines, words, sounds);
	if (v != map->n || plan.all != map->n)
		return -1;
	memcpy(&v, p + 16, 8);
	if (v != model_check(p, map->n) || get32(p + 48) == 0 ||
	    !names_ok((const char *)p + MODEL_HEAD, types))
		return -1;
	m->name = (const char *)p + MODEL_HEAD;
	m->types = (int)types;
	m->labels = 2 * m->types + 1;
	m->groups = get32(p + 36);
	m->scale = get32(p + 48) / 16777216.;
	m->trans = (const void *)(p + plan.trans);
	m->line = p + plan.line;
	m->nline = lines;
	m->width = MODEL_ROWS + MODEL_ROWS * (size_t)m->labels;
	m->tables.class = (struct feat_table){
	    (const void *)(p + plan.hash[0]),
	    (const void *)(p + plan.number[0]), words };
	m->tables.sound = (struct feat_table){
	    (const void *)(p + plan.hash[1]),
	    (const void *)(p + plan.number[1]), sounds };
	return 0;
}

int
model_has(const struct model *m, struct str type)
{
	int i;

	for (i = 0; i < m->types; i++)
		if (str_eq(type, str_of(m->name + i * MODEL_NAME)))
			return 1;
	return 0;
}
