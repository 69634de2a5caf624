/*
 * ner-train: learn a model for ner from labelled text.
 */
#include <sys/stat.h>

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "corpus.h"
#include "in.h"
#include "learn.h"
#include "lexicon.h"
#include "list.h"
#include "map.h"
#include "mem.h"
#include "msg.h"
#include "opt.h"
#include "pack.h"
#include "skipgram.h"
#include "table.h"
#include "tag.h"
#include "uni.h"
#include "utf8.h"

static const char usage[] =
    "ner-train [-GhKV] [-C file] [-D share] [-d file] [-e epochs] [-g file]\n"
    "           [-L weight] [-l list] [-M margin] [-N margin] [-n count]\n"
    "           [-o file] [-R rate] [-r runs] [-S seed] [-U times]\n"
    "           [-x groups] [-z bytes] [file ...]";

static struct opt	 opt;
static struct learn_how	 how = {
	.epochs = 5, .patience = 3, .cutoff = 2, .rate = .05, .l2 = 1e-3,
	.drop = .3, .unknown = 1, .margin = 2, .miss = 2.5,
	.groups = FEAT_ALL, .runs = 1
};
static struct corpus_how file_how;
static struct corpus	 corpus, dev;
static struct types	 types;
static struct feat_tables tables;
static const char	*list_path, *out, *devs[64], *lists[65];
static size_t		 ndev, nlist, nfile, size = 8000000;
static int		 Gflag, Kflag, fd = STDOUT_FILENO;

static void	read_list(const char *);
static void	take(int);
static void	word_classes(char **, struct buf *);
static void	read_operand(const char *);
static void	read_dev(const char *);
static unsigned int groups_but(const char *);
static void	open_out(void);
static void	write_all(const struct buf *);

int
main(int argc, char *argv[])
{
	struct lexicon *lex = lexicon_new();
	struct pack_room room = { &types, &tables, 0 };
	struct learned learned = { 0 };
	struct buf model = { 0 };
	struct map m;
	size_t i;
	int ch;

	opt_init(&opt, argv[0], usage);
	opt.libs = uni_version();
	opt.alone = 1;
	while ((ch = opt_next(&opt, argc, argv,
	    "C:D:d:e:Gg:KL:l:M:N:n:o:R:r:S:U:x:z:")) != -1)
		take(ch);
	argv += optind;
	if (Gflag && Kflag)
		msg_usage(usage, "-G and -K are two things");
	if (Gflag && *argv == NULL)
		msg_usage(usage, "-G: no list to compile");
	open_out();
	if (Gflag || Kflag) {
		if (Gflag)
			list_compile(argv, &model);
		else
			word_classes(argv, &model);
		write_all(&model);
		buf_free(&model);
		lexicon_free(lex);
		return ST_OK;
	}
	map_data(&m, "ner.lex");
	if (lexicon_add(lex, (struct str){ (const char *)m.p, m.n }, 0) > 0)
		msg_die("ner.lex: damaged");
	table_sounds(&tables.sound, lists);
	if (tables.class.n == 0)
		how.groups &= ~(unsigned int)FEAT_CLUSTER;
	file_how = (struct corpus_how){ .lexicon = lex, .tables = &tables,
	    .groups = how.groups, .weight = 1 };
	if (list_path != NULL)
		read_list(list_path);
	for (; *argv != NULL; argv++)
		read_operand(*argv);
	if (nfile == 0)
		msg_usage(usage, "nothing to learn from");
	if (corpus.n == 0)
		msg_die("no token in all the files");
	if (types.n == 0)
		msg_die("no B tag in all the files");
	if (size < pack_least(&types, &tables))
		msg_die("-z: types and words alone take %zu bytes",
		    pack_least(&types, &tables));
	for (i = 0; i < ndev; i++)
		read_dev(devs[i]);
	room.size = size;
	how.choose = pack_choose;
	how.arg = &room;
	learn(&learned, &how, &corpus, &dev, &types);
	pack(&model, &learned, &room, how.groups);
	write_all(&model);
	learned_free(&learned);
	corpus_free(&corpus);
	corpus_free(&dev);
	lexicon_free(lex);
	buf_free(&model);
	return ST_OK;
}

/* One option. */
static void
take(int ch)
{
	switch (ch) {
	case 'C':
		table_classes(&tables.class, optarg);
		break;
	case 'd':
		if (ndev == 64)
			msg_usage(usage, "-d: over 64 files");
		devs[ndev++] = optarg;
		break;
	case 'e':
		how.epochs = (int)opt_number(&opt, ch, optarg, 1, 1000);
		break;
	case 'g':
		if (nlist == 64)
			msg_usage(usage, "-g: over 64 files");
		lists[nlist++] = optarg;
		break;
	case 'G':
		Gflag = 1;
		break;
	case 'K':
		Kflag = 1;
		break;
	case 'l':
		list_path = optarg;
		break;
	case 'n':
		how.cutoff = (int)opt_number(&opt, ch, optarg, 1, 100);
		break;
	case 'o':
		out = optarg;
		break;
	case 'R':
		how.rate = opt_real(&opt, ch, optarg, 1e-6, 10);
		break;
	case 'r':
		how.runs = (int)opt_number(&opt, ch, optarg, 1, 100);
		break;
	case 'D':
		how.drop = opt_real(&opt, ch, optarg, 0, .9);
		break;
	case 'U':
		how.unknown = opt_real(&opt, ch, optarg, 0, 1000);
		break;
	case 'M':
		how.margin = opt_real(&opt, ch, optarg, 0, 10);
		break;
	case 'N':
		how.miss = opt_real(&opt, ch, optarg, 0, 10);
		break;
	case 'L':
		how.l2 = opt_real(&opt, ch, optarg, 0, 10);
		break;
	case 'S':
		how.seed = (unsigned int)opt_number(&opt, ch, optarg, 0,
		    1000000);
		break;
	case 'x':
		how.groups = groups_but(optarg);
		break;
	case 'z':
		size = (size_t)opt_number(&opt, ch, optarg, 4096, 1 << 30);
		break;
	}
}

static const struct {
	const char	*name;
	unsigned int	 bit;
} groups[] = {
	{ "affix", FEAT_AFFIX }, { "stem", FEAT_STEM }, { "fold", FEAT_FOLD },
	{ "key", FEAT_KEY }, { "lang", FEAT_LANG }, { "pair", FEAT_PAIR },
	{ "content", FEAT_CONTENT }, { "list", FEAT_LIST },
	{ "cluster", FEAT_CLUSTER }, { "gram", FEAT_GRAM }
};

static unsigned int
groups_but(const char *list)
{
	unsigned int all = FEAT_ALL;
	size_t i, n;

	for (;; list += n + 1) {
		n = strcspn(list, ",");
		for (i = 0; i < sizeof(groups) / sizeof(groups[0]); i++)
			if (strlen(groups[i].name) == n &&
			    memcmp(groups[i].name, list, n) == 0)
				break;
		if (i == sizeof(groups) / sizeof(groups[0]))
			msg_usage(usage, "-x: unknown group in: %s", list);
		all &= ~groups[i].bit;
		if (list[n] == '\0')
			return all;
	}
}

static void
read_file(double weight, struct str lang, const char *path)
{
	size_t n = corpus.n;

	nfile++;
	file_how.weight = (float)weight;
	file_how.mr = str_eq(lang, STR("mr"));
	corpus_read(&corpus, &file_how, &types, path);
	msg_note("%s: %zu tokens", path, corpus.n - n);
}

/* Lines of weight TAB language TAB file. */
static void
read_list(const char *path)
{
	struct in *in = in_open(path);
	char *copy, *cell[3], *p, *e;
	struct str line;
	double weight;
	int n, got;

	if (in == NULL)
		msg_die("%s: %s", path, strerror(errno));
	while ((got = in_line(in, &line)) == IN_LINE) {
		if (line.n == 0 || *line.p == '#')
			continue;
		copy = mem_alloc(line.n + 1, 1);
		memcpy(copy, line.p, line.n);
		for (n = 0, p = copy; n < 3 && p != NULL; n++) {
			cell[n] = p;
			if ((p = strchr(p, '\t')) != NULL)
				*p++ = '\0';
		}
		weight = strtod(cell[0], &e);
		if (n < 3 || *e != '\0' || !(weight > 0 && weight <= 1000))
			msg_die("%s:%zu: want weight TAB language TAB file",
			    path, in_lineno(in));
		read_file(weight, str_of(cell[1]), cell[2]);
		free(copy);
	}
	if (got != IN_END)
		msg_die("%s: cannot read", path);
	in_close(in);
}

/* FILE or WEIGHT:LANG:FILE. */
static void
read_operand(const char *s)
{
	const char *lang, *file;
	double weight;
	char *e;

	weight = strtod(s, &e);
	if (e == s || *e != ':' || (file = strchr(e + 1, ':')) == NULL) {
		read_file(1, STR(""), s);
		return;
	}
	if (!(weight > 0 && weight <= 1000))
		msg_usage(usage, "weight from 0 to 1000: %s", s);
	lang = e + 1;
	read_file(weight, (struct str){ lang, (size_t)(file - lang) },
	    file + 1);
}

/* -K: classes of the words in files of plain text. */
static void
word_classes(char **path, struct buf *b)
{
	struct skipgram *g = skipgram_new();
	struct str line;
	struct in *in;
	int got;

	do {
		if ((in = in_open(*path)) == NULL)
			msg_die("%s: %s", *path, strerror(errno));
		while ((got = in_line(in, &line)) == IN_LINE) {
			if (utf8_valid(line) < line.n)
				msg_die("%s:%zu: invalid UTF-8", in_name(in),
				    in_lineno(in));
			skipgram_add(g, line);
		}
		if (got != IN_END)
			msg_die("%s: cannot read", in_name(in));
		in_close(in);
	} while (*path != NULL && *++path != NULL);
	skipgram_classes(g, how.seed, b);
	skipgram_free(g);
}

static void
read_dev(const char *path)
{
	file_how.dev = 1;
	file_how.mr = strncmp(path, "mr:", 3) == 0;
	corpus_read(&dev, &file_how, &types, path + 3 * file_how.mr);
}

/* Before the hours of learning, not after them; what is there stays till
 * then. */
static void
open_out(void)
{
	if (out != NULL && (fd = open(out, O_WRONLY | O_CREAT | O_CLOEXEC,
	    0666)) == -1)
		msg_die("%s: %s", out, strerror(errno));
}

static void
write_all(const struct buf *b)
{
	const char *name = out == NULL ? "<stdout>" : out;
	struct stat st;
	size_t at;
	ssize_t n;

	if (out != NULL && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    ftruncate(fd, 0) == -1)
		msg_die("%s: %s", name, strerror(errno));
	for (at = 0; at < b->n; at += (size_t)n)
		if ((n = write(fd, b->p + at, b->n - at)) == -1)
			msg_die("%s: %s", name, strerror(errno));
	if (close(fd) == -1)
		msg_die("%s: %s", name, strerror(errno));
}
